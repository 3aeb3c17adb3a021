"""Who translated the text, and from which language: notes around the story, by the templates of the languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from newsroom import languages
from newsroom.model import Evidence, Problem, Severity
from newsroom.rules import days, echo, shape, stamps, tongue

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft, Line

PARTS = re.compile(r"\[|\]|[^\s\[\]]+")
"""The parts of a template: brackets, and words or slots."""
GAP = r"(?:[\s,:|()\[\]–—-]|\.(?=\s))"
COLON = rf"\s*(?:[:|]|[–—-](?=\s)){GAP}*"
WHERE = r"(?:[^.,;:!?]|[.:?!](?=\S)|,(?=\s\d{4}(?!\d))){2,60}?"
"""A place of publication: a few words without a mark but in an address, and before the year of an American day."""
WORD = re.compile(r"\w+")
INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.$")
"""An initial, or another single letter, at the end of a line: its point belongs to it."""
INITIALS = re.compile(r"(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?){2,3}")
OUTLET = re.compile(r"[\w-]+(?:\.[a-z]{2,6})+|[«“„\"][^«»“”„\"]{2,50}[»”“\"]", re.IGNORECASE)
"""An outlet that is no name of a person: its address, or a name in quotation marks."""
EDGES = " \t_*•·–—-()[]|,;"
"""What may stand around a note."""
BESIDE = re.compile(r"[.,;]\s+|\s+(?=[(\[])")
"""What parts a note from another credit on its line."""
KEYED = re.compile(r"[^\W\d_][^:]{1,30}:\s")
KNOWN = ("byline", "editor", "photo", "tags", "source", "contact", "published", "updated")
"""Labels that stand beside a note; beside others it is a box about a book or a film."""
MAX_NOTE = 200
"""A note is no longer than this many characters."""
MAX_PARTS = 4
"""So many people translate a text at most."""
LABEL_WORDS = 2
"""In a line of capitals, where any word may be a name, a label without a colon has at least so many words."""
CERTAINTY = 0.9


@dataclass(frozen=True, slots=True)
class Note:
    """What a line says of a translation."""

    translator: str
    """Who translated it, as the line has it; empty where it names nobody."""
    language: str | None
    """The code of the language that it was translated from."""
    tells_origin: bool
    """Whether the line tells of an original: it names a language, or nothing but the fact."""


def translation(draft: Draft, line: Line) -> bool:
    """A short line that as a whole follows a template says who translated the text, from which language, or both.

    A day may end it. In a box of other keys it is none, nor where the story takes up its words and no language stands
    there.
    """
    if not _possible(draft, line.text):
        return False
    text, day = _without_day(draft, line.text)
    note, is_dated = read(draft, text), day is not None
    if note is None:
        note, is_dated = read(draft, line.text), False
    if not note or _is_in_box(draft, line) or (not note.language and echo.may_be_headline(draft, line.text)):
        return False
    if day and is_dated and not note.tells_origin:
        stamps.set_day(draft, line, day, "published")
    take(draft, line, note, "translation")
    return True


def take(draft: Draft, line: Line, note: Note, rule: str) -> None:
    """Take the whole line away; its `note` fills the fields, as far as the site has the language."""
    draft.fill(line, rule, {"translator": note.translator}, CERTAINTY)
    if not note.tells_origin:
        return
    evidence = Evidence(line.number, rule, CERTAINTY)
    codes = draft.labels.codes
    if note.language == draft.language.code:
        message = f"translated_from: the text is in {note.language!r} and says that it was translated from it"
        remedy = "Write `translated_from:` into the sidecar, with the right language or with none."
        draft.problems.append(Problem(draft.source, line.number, Severity.WARNING, message, remedy))
    elif note.language in codes and draft.set("translated_from", note.language, line, rule, CERTAINTY):
        draft.evidence["translated_from"] = evidence
    else:
        draft.evidence.setdefault("translated_from", evidence)


def read(draft: Draft, text: str) -> Note | None:
    """Return what `text` says as a whole, or nothing where it follows no template."""
    text = text.strip(EDGES)
    text = text[:-1] if text.endswith(".") and not INITIAL.search(text) else text
    forms = _possible(draft, text)
    if not forms:
        return None
    joined = draft.labels.joining.match(f" {text}")
    text = text[joined.end() - 1 :] if joined else text
    hidden, found = tongue.hide(text, draft.labels.codes)
    notes = (_note(draft, text, match, found) for form in forms if (match := _compiled(form).fullmatch(hidden)))
    return next((note for note in notes if note), None)


def _possible(draft: Draft, text: str) -> list[str]:
    """Return the forms of the templates one of whose words stands in `text`, in their order; most lines have none."""
    if len(text) > MAX_NOTE:
        return []
    templates = _templates(draft.labels.codes)
    words = templates.keys() & WORD.findall(text.lower().replace("ё", "е"))
    return [form for _, form in sorted({numbered for word in words for numbered in templates[word]})]


def _note(draft: Draft, text: str, match: re.Match[str], found: dict[int, str]) -> Note | None:
    """Return the note of a template that matched, where what stands in the place of a name is one."""
    groups = match.groupdict()
    language = found.get(match.start("language")) if groups.get("language") else None
    if groups.get("language") and not language:
        return None  # The text has the mark itself.
    if not groups.get("name"):
        return Note("", language, tells_origin=True)
    name = re.split(r"\s*[(\[]", text[slice(*match.span("name"))])[0].strip(" ,:–—-")
    is_shouted = text.isupper() and ":" not in text and len(text[: match.start("name")].split()) < LABEL_WORDS
    if is_shouted or not _is_named(draft, name):
        return None
    name = "" if draft.labels.staff.fullmatch(name) else name
    return Note(name, language, tells_origin=bool(language) or not name)


def _is_named(draft: Draft, name: str) -> bool:
    """Say whether `name` names people, an outlet or the staff."""
    parts = [part.strip() for part in draft.labels.joining.split(name)]
    forms = (shape.is_person, INITIALS.fullmatch, OUTLET.fullmatch, draft.labels.staff.fullmatch)
    return len(parts) <= MAX_PARTS and all(any(form(part) for form in forms) for part in parts)


def _without_day(draft: Draft, text: str) -> tuple[str, days.Day | None]:
    """Return a line without the day that ends it, and the day."""
    found = days.find_full(text, draft.language.dates)
    is_last = found and not shape.WORD.search(text[found[-1].stop :])
    return (text[: found[-1].start].rstrip(" ,|"), found[-1]) if is_last else (text, None)


def _is_in_box(draft: Draft, line: Line) -> bool:
    """Say whether a line stands beside a key that no newsroom writes around a story."""
    index = draft.lines.index(line)
    beside = (one.text for one in draft.lines[max(0, index - 1) : index + 2] if one is not line)
    return KEYED.match(line.text) is not None and any(
        KEYED.match(text)
        and not shape.is_prose(text)
        and not read(draft, text)
        and not any(getattr(draft.labels, kind).match(text) for kind in KNOWN)
        for text in beside
    )


def within(draft: Draft, text: str) -> Note | None:
    """Return the note among the credits in `text`, as an agency signs off: `(Reporting by …; translated by …)`."""
    return next((note for piece in BESIDE.split(text) if (note := read(draft, piece))), None)


def split(draft: Draft, text: str) -> list[str]:
    """Return a line of credits in parts, the note on the translation being one of them; or the whole line as one."""
    if not _possible(draft, text):
        return [text]
    stops = [(at.start(), at.end()) for at in BESIDE.finditer(text)]
    stops += [(at.start(), at.start()) for at in draft.labels.joining.finditer(text)]
    for before, start in sorted(stops):
        if not _is_credit(draft, text[:before]):
            continue
        for end, after in [(len(text), len(text)), *sorted(stops)]:
            is_last = end == len(text) or _is_credit(draft, text[after:])
            if start < end and is_last and read(draft, text[start:end]):
                return [part for part in (text[:before], text[start:end].strip(" ,;&/"), text[after:]) if part]
    return [text]


def _is_credit(draft: Draft, text: str) -> bool:
    """Say whether `text` is a label with a value behind it."""
    matches = (getattr(draft.labels, kind).match(text) for kind in ("byline", "editor", "photo", "source"))
    return any(match and match.end() < len(text) for match in matches)


@cache
def _templates(codes: tuple[str, ...]) -> dict[str, list[tuple[int, str]]]:
    """Return the templates of the languages `codes` as numbered forms, by words of which every such note has one."""
    found = [(one.words.itself, template) for one in map(languages.load, codes) for template in one.words.translated]
    by_word: dict[str, list[tuple[int, str]]] = {}
    for number, (itself, template) in enumerate(found):
        for word in _needed(template):
            by_word.setdefault(word, []).append((number, _form(template, itself)))
    return by_word


@cache
def _compiled(form: str) -> re.Pattern[str]:
    """Return a form as a pattern: few of the many are ever needed."""
    return re.compile(form, re.IGNORECASE)


def _form(template: str, itself: list[str]) -> str:
    """Return a template as a regular expression: every part ends with a gap or with the line."""
    slots = {
        "{name}": r"(?P<name>\S.*?)",
        "{language}": rf"(?P<language>{tongue.MARK}+)",
        "{into}": rf"{tongue.MARK}+",
        "{itself}": rf"(?:{'|'.join(map(re.escape, itself))})\w{{0,5}}",
        "{where}": WHERE,
    }
    form = ""
    for part in PARTS.findall(template):
        words = (slots.get(word) or re.escape(word) for word in part.rstrip(":").split("|"))
        ending = COLON if part.endswith(":") else rf"(?:{GAP}+|$)"
        form += {"[": "(?:", "]": ")?"}.get(part) or f"(?:{'|'.join(words)}){ending}"
    return form.replace("ё", "[её]")


def _needed(template: str) -> frozenset[str]:
    """Return the longest words among those of a template that cannot be missing, lower case and without ё."""
    while (shorter := re.sub(r"\[[^\[\]]*\]", " ", template)) != template:
        template = shorter
    choices = [part.rstrip(":").lower().replace("ё", "е").split("|") for part in template.split() if "{" not in part]
    plain = [words for words in choices if all(map(WORD.fullmatch, words))]
    return frozenset(max(plain, key=lambda words: min(map(len, words))))
