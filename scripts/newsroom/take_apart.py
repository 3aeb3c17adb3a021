"""Take a text apart into metadata and body, by the rules' tables in order, so that no word is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from newsroom import headline, slugs
from newsroom.model import Article, BlockKind, Evidence, Problem, Severity
from newsroom.rules import body, head, lead, tail
from newsroom.rules.draft import Draft, Line
from newsroom.rules.labels import compile_labels

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from newsroom.languages import Language

WRAP_WIDTH = (45, 100)
"""Lines of a text that was wrapped by hand are this many characters long, all but the last of a paragraph."""
WRAP_SHARE = 0.5
"""A text is wrapped where at least this share of its lines goes on in the next."""
PAGE_FIELDS = (
    "updated", "event_date", "dateline_place", "dateline", "authors", "agency", "photo_credit", "section", "tags",
    "source_url",
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


def take_apart(lines: Sequence[str], *, source: str, language: Language, others: Sequence[Language] = ()) -> Taken:
    """Return the article that the `lines` of `source` hold, read as a text in `language`.

    `others` are the site's languages, whose labels may stand in the text too. Raises `NoBodyError` where no line is
    left for a body.
    """
    labels = compile_labels(language, others)
    draft = Draft(source, language, labels, unwrap(lines))
    for rules in (head.RULES, tail.RULES, lead.RULES, body.RULES):
        for _, rule in rules:
            if not draft.lines and not draft.body:
                raise NoBodyError
            rule(draft)
    return Taken(_article(draft), tuple(draft.kept), tuple(draft.problems))


def unwrap(lines: Sequence[str]) -> list[Line]:
    """Return the lines that hold something, those joined that were wrapped by hand at one width."""
    found: list[Line] = []
    blank = False
    for number, text in enumerate(lines, 1):
        if text:
            found.append(Line(number, text, blank or not found))
        blank = not text
    if not _is_wrapped(found):
        return found
    joined: list[Line] = []
    for line in found:
        if joined and _goes_on(joined[-1], line):
            joined[-1].text += " " + line.text
        else:
            joined.append(line)
    return joined


def _is_wrapped(lines: list[Line]) -> bool:
    """Say whether the text was wrapped by hand: no long line, and most lines go on in the next."""
    if len(lines) < 6 or max(len(line.text) for line in lines) > WRAP_WIDTH[1]:
        return False
    return sum(_goes_on(a, b) for a, b in zip(lines, lines[1:], strict=False)) >= WRAP_SHARE * len(lines)


def _goes_on(line: Line, following: Line) -> bool:
    last = line.text.rsplit("\n", 1)[-1]
    return not following.after_blank and len(last) >= WRAP_WIDTH[0] and not re.match(r"[•*–—#-]\s|\d+[.)]\s", following.text)


def _article(draft: Draft) -> Article:
    """Return the record of a draft on which every rule has run."""
    fields, evidence = draft.fields, dict(draft.evidence)
    text = next((block.text for block in draft.body if block.kind is not BlockKind.HEADING), draft.body[0].text)
    title = fields.get("title")
    shown = str(title) if title else headline.from_lead(text)
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
        left_out=tuple(draft.left_out),
        evidence=MappingProxyType(dict(sorted(evidence.items()))),
        natural_slug=slugs.slug(shown),
        natural_published=published,
        **chosen,
    )


def _published(draft: Draft, evidence: dict[str, Evidence]) -> date | None:
    """Return the article's own stamp, or else the crawler's; where they differ the stamp wins and the editor is told."""
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
