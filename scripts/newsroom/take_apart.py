"""Take a text apart into metadata and body, by the rules' tables in order, so that no word is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from newsroom import headline, slugs
from newsroom.model import Article, BlockKind, Evidence, LeftOut, Problem, Severity
from newsroom.rules import body, head, lead, shape, tail
from newsroom.rules.draft import Draft, Line
from newsroom.rules.labels import compile_labels

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from newsroom.languages import Language

SENTENCE_WORDS = 3
"""A line of fewer words is no sentence, whatever ends it."""
LONG_SENTENCE = 12
"""A line of so many words is one, even without a mark at its end."""
WRAP_WIDTH = (45, 100)
"""Lines of a text that was wrapped by hand are this many characters long, all but the last of a paragraph."""
HANGING = re.compile(r"\s(?!г|ж)[^\W\d_A-ZА-ЯЁ]{1,2}$")
"""A line that ends with a little word in small letters and no mark goes on below: `140 отводов в`."""
ADDRESS_END = re.compile(r"(?:[^\W\d_][\w\s-]{0,30}:\s*)?(?:https?://|www\.)\S+")
"""A line of nothing but an address, behind a label or without one: it ends where the address does."""
COUNTED = re.compile(r"[^\W\d_][\w\s-]{0,30}:\s*\d[\d\s.,]*")
"""A label and a number alone: a line of its own."""
PAGE_FIELDS = (
    "updated", "event_date", "dateline_place", "dateline", "authors", "agency", "photo_credit", "section", "tags",
    "source_url", "translator", "translated_from",
)  # fmt: skip
"""The fields of an article that a rule may set, besides title, published and body."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A text taken apart."""

    article: Article
    """What was read."""
    kept: tuple[str, ...]
    """The words of the source that stand in a field of the article as they are: for the proof."""
    problems: tuple[Problem, ...]
    """What the editor should know."""


class NoBodyError(ValueError):
    """The text holds no article: nothing but metadata, or nothing at all."""


def take_apart(
    lines: Sequence[str],
    *,
    source: str,
    language: Language,
    others: Sequence[Language] = (),
    aside: Sequence[str] = (),
) -> Taken:
    """Return the article that the `lines` of `source` hold, read as a text in `language`.

    `others` are the site's languages, whose labels may stand in the text too; the lines `aside` stood around it and
    are left out. Raises `NoBodyError` where no line is left for a body.
    """
    labels = compile_labels(language, others)
    draft = Draft(source, language, labels, unwrap(lines))
    draft.left_out = [LeftOut(line, "around_the_article", 1) for line in aside if line]
    for rules in (head.RULES, tail.RULES, lead.RULES, body.RULES):
        for _, rule in rules:
            if not draft.lines and not draft.body:
                raise NoBodyError
            rule(draft)
    if not any(shape.is_prose(block.text) or _is_sentence(block.text) for block in draft.body):
        raise NoBodyError
    return Taken(_article(draft), tuple(draft.kept), tuple(draft.problems))


def _is_sentence(text: str) -> bool:
    """Say whether a block says something: a few words with a mark at their end, or many words without."""
    words = len(text.split())
    return words >= LONG_SENTENCE or (words >= SENTENCE_WORDS and bool(re.search(r"[.!?…][\"'”’»)\]]*$", text)))


def unwrap(lines: Sequence[str]) -> list[Line]:
    """Return the lines that hold something, those joined that were wrapped by hand in the middle of a sentence."""
    found: list[Line] = []
    chunk: list[Line] = []
    for number, text in enumerate([*lines, ""], 1):
        if text:
            chunk.append(Line(number, text, not chunk))
        else:
            found.extend(_joined(chunk) if _is_wrapped(chunk) else chunk)
            chunk = []
    return found


def _is_wrapped(chunk: Sequence[Line]) -> bool:
    """Say whether lines without an empty one between them are one paragraph, wrapped: some plainly go on below."""
    if len(chunk) == 2 and HANGING.search(chunk[0].text):  # noqa: PLR2004 - in longer ones such a line may be a page's
        return _goes_on(*chunk)
    wide = sum(WRAP_WIDTH[0] <= len(line.text) <= WRAP_WIDTH[1] for line in chunk[:-1])
    is_wide = wide * 2 >= len(chunk) - 1
    return is_wide and any(_goes_on(*pair) for pair in pairwise(chunk) if pair[1].text[0].islower())


def _joined(chunk: Sequence[Line]) -> list[Line]:
    joined = [chunk[0]]
    for line, following in pairwise(chunk):
        if _goes_on(line, following):
            joined[-1].text += " " + following.text
        else:
            joined.append(following)
    return joined


def _goes_on(line: Line, following: Line) -> bool:
    """Say whether `line` was broken at the width of a page and not at an end of its own."""
    is_item = re.match(r"[•*–—#-]\s|\d+[.)]\s", following.text) or COUNTED.fullmatch(following.text)
    if is_item or ADDRESS_END.fullmatch(line.text):
        return False
    return WRAP_WIDTH[0] <= len(line.text) <= WRAP_WIDTH[1] and line.text[-1] not in ";:"


def _article(draft: Draft) -> Article:
    """Return the record of a draft on which every rule has run."""
    fields, evidence = draft.fields, dict(draft.evidence)
    text = next((block.text for block in draft.body if block.kind is not BlockKind.HEADING), draft.body[0].text)
    title = fields.get("title")
    shown = str(title) if title else headline.from_lead(text, joining=draft.language.words.joining)
    if not title:
        evidence["title"] = Evidence(draft.body[0].line, "headline_from_lead", 0.6, inferred=True)
    published = _published(draft, evidence)
    chosen: dict[str, Any] = {name: fields[name] for name in PAGE_FIELDS if name in fields}
    return Article(
        source=draft.source,
        language=draft.language.code,
        title=str(title) if title else None,
        headline=shown,
        published=published,
        body=tuple(draft.body),
        left_out=tuple(sorted(draft.left_out, key=lambda piece: piece.line)),
        evidence=dict(sorted(evidence.items())),
        natural_slug=slugs.slug(shown),
        natural_published=published,
        **chosen,
    )


def _published(draft: Draft, evidence: dict[str, Evidence]) -> date | None:
    """Return the article's own stamp, or else the crawler's; where they differ the editor is told."""
    stamp, crawled = draft.fields.get("published"), draft.fields.get("crawled")
    if stamp is None and crawled is not None:
        line = draft.fields["crawled_line"]
        evidence["published"] = Evidence(int(str(line)), "crawler_header", 0.9)
    elif stamp is not None and crawled is not None and stamp != crawled:
        line = draft.evidence["published"].line or 1
        message = f"published: the article says {stamp}, the crawler's first line says {crawled}; the article's is used"
        remedy = "If the crawler is right, write `published:` into the sidecar."
        draft.problems.append(Problem(draft.source, line, Severity.NOTE, message, remedy))
    return stamp or crawled  # type: ignore[return-value]
