"""Who wrote it: bylines with a label, names alone under the headline, signatures below the text."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from newsroom.rules import days, lead, shape, stamps

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft, Line


BRACKETED = re.compile(r"\s*\([^)]*\)\s*$")
BARE = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+")
"""What parts names without a label, besides commas."""
OUTLET = re.compile(r"[^\W\d_][\w’'-]*(?:\.\w{2,4})?|[^\W\d_a-z]{2,5}\s[^\W\d_]\w+")
"""An outlet's or a place's name behind names: one word, or capitals and a word, as in BBC News."""
MAX_BYLINE = 100
"""A byline is no longer than this many characters."""
MAX_EDITOR = 60
"""An editor's line is no longer than this."""
MAX_ROLE = 5
"""What somebody is has no more words than this, the outlet among them."""
FULL_NAME = (2, 3)
"""So many words a name has that stands without a label."""


def byline(draft: Draft, line: Line) -> bool:
    """A short line that begins with a byline word names the authors; a section and a date may follow."""
    match = draft.labels.byline.match(line.text)
    if not match or len(line.text) > MAX_BYLINE or shape.SENTENCE_END.search(line.text.rstrip(".")):
        return False
    found = days.find_full(line.text, draft.language.dates)
    stop = min((day.start for day in found), default=len(line.text))
    written = BRACKETED.sub("", line.text[match.end() : stop]).strip(" .,|")
    names, sections = _names(draft, written)
    if not names:
        return False
    draft.fill(
        line,
        "byline",
        {"authors": _people(draft, names), "section": sections[-1], "tags": tuple(filter(None, sections[:-1]))},
    )
    for day in found:
        stamps.set_day(draft, line, day, "published")
    return True


def stamped_byline(draft: Draft, line: Line) -> bool:
    """A short line with a date and behind it a byline word and names says who wrote it, and when."""
    found = days.find_full(line.text, draft.language.dates)
    match = draft.labels.byline.search(line.text, found[-1].stop) if found else None
    if not match or len(line.text) > MAX_BYLINE:
        return False
    names, _ = _names(draft, line.text[match.end() :].strip(" .,|"))
    if names:
        stamps.set_day(draft, line, found[-1], "published")
        draft.fill(line, "stamped_byline", {"authors": tuple(names)})
    return bool(names)


def name_and_day(draft: Draft, line: Line) -> bool:
    """A line of a full name, a comma and a full date says who wrote it, and when, where the lead has its own place.

    Elsewhere two such words may be a place themselves: `New York, 12 May 2026`.
    """
    found = days.find_full(line.text, draft.language.dates)
    name, comma, rest = line.text[: found[0].start if found else 0].rpartition(",")
    is_line = comma and not rest.strip() and not days.TIME.sub("", line.text[found[-1].stop :]).strip(" ,.|")
    if not is_line or not is_full_name(name) or _people(draft, [name]) != (name,):
        return False
    if lead.place_of(draft) in {None, name}:
        return False
    stamps.set_day(draft, line, found[0], "published")
    draft.fill(line, "name_and_day", {"authors": (name,)}, 0.8)
    return True


def editor(draft: Draft, line: Line) -> bool:
    """A short line that begins with a word for an editor and a colon names nobody who wrote the text."""
    if not draft.labels.editor.match(line.text) or len(line.text) > MAX_EDITOR:
        return False
    draft.drop(line, "editor")
    return True


def _people(draft: Draft, names: list[str]) -> tuple[str, ...]:
    """Return the names that are a person's: no outlet's, no staff's, and no office's that speaks to the press."""
    labels = draft.labels
    others = (name for name in names if not labels.staff.fullmatch(name) and not labels.office.search(name))
    return tuple(name for name in others if not _is_outlet(draft, name))


def _is_outlet(draft: Draft, name: str) -> bool:
    """Say whether a name in a byline is the outlet's own: a notice on rights has it too."""
    notice = re.compile(rf"(?:©|\d{{4}})\s*{re.escape(name)}(?!\w)", re.IGNORECASE)
    return any(notice.search(line.text) for line in draft.lines)


def _names(draft: Draft, written: str) -> tuple[list[str], list[str]]:
    """Return the names in `written`, and the sections of `Name in Section, Section on`, at least an empty one."""
    names, sections = list[str](), list[str]()
    for part in draft.labels.joining.split(written):
        words = part.split()
        small = next(
            (index for index, word in enumerate(words) if word.islower() and word not in shape.PARTICLES), len(words)
        )
        name = " ".join(words[:small])
        if sections:
            sections.append(name)
        elif not shape.is_person(name):
            break
        else:
            names.append(name)
            sections += filter(None, [" ".join(word for word in words[small + 1 :] if not word.islower())])
    return names, sections or [""]


def bare_names(draft: Draft, line: Line) -> bool:
    """Between headline and lead a line of full names names the authors; what they are or an outlet may follow them.

    Right above a stamp a place may follow them too.
    """
    names = BARE.split(BRACKETED.sub("", line.text).strip(" ."))
    names = without_role(draft, [name for part in names for name in draft.labels.joining.split(part)])
    last = names[-1]
    if len(names) > 1 and (_is_outlet(draft, last) or (shape.is_capital(last) and OUTLET.fullmatch(last))):
        names = names[:-1]
    if any(piece.rule == "stamp" and piece.line == line.number + 1 for piece in draft.left_out):
        names = _names(draft, line.text)[0] or names
    if "title" not in draft.fields or not all(is_full_name(name) for name in names):
        return False
    draft.fill(line, "bare_names", {"authors": _people(draft, names)}, 0.6)
    return True


def without_role(draft: Draft, names: list[str]) -> list[str]:
    """Return names without a last one that says in a few words what they are: a correspondent, and of which outlet."""
    is_role = draft.labels.correspondent.search(names[-1]) and len(names[-1].split()) <= MAX_ROLE
    return names[:-1] if is_role and len(names) > 1 else names


def name_above_label(draft: Draft) -> None:
    """Below the text full names right above a byline word that is alone on its line are the authors."""
    for above, line in itertools.pairwise(draft.lines[1:]):
        is_label = draft.labels.byline.fullmatch(line.text) and not line.text.endswith(":")
        names = draft.labels.joining.split(above.text)
        if is_label and all(map(is_full_name, names)) and not shape.is_prose(above.text):
            draft.fill(above, "name_above_label", {"authors": _people(draft, names)}, 0.7)
            draft.drop(line, "name_above_label")
            return


def is_full_name(name: str) -> bool:
    """Say whether `name` is a person's full name and nothing else: two or three words, all capitalised."""
    least, most = FULL_NAME
    words = name.split()
    return least <= len(words) <= most and all(map(shape.is_capital, words)) and shape.is_person(name)


def _is_surname(word: str) -> bool:
    """Say whether a word is written as Kazakh papers write surnames: all in capitals, and no initial."""
    return word.isupper() and len(word.strip(".")) > 1


def signature(draft: Draft) -> None:
    """Below the text full names that carry a mark of it sign it; a place and what has no full stop belong to them."""
    for index, line in enumerate(draft.lines[1:], 1):
        names = _signing(draft, line)
        block = draft.lines[index + 1 :]
        if not all(map(is_full_name, names)) or line.text.isupper() or not _is_signed(draft, line, names):
            continue
        if not any(shape.is_prose(other.text) for other in block):
            draft.fill(line, "signature", {"authors": _people(draft, names)}, 0.8)
            for other in block:
                draft.drop(other, "signature")
            return


def _signing(draft: Draft, line: Line) -> list[str]:
    """Return the names of a line that may sign the text: one alone where a place of one word stands behind it."""
    names = without_role(draft, draft.labels.joining.split(line.text.strip(" ,.")))
    has_place = len(names) == 2 and line is draft.lines[-1] and names[1].replace("-", "").isalpha()  # noqa: PLR2004
    return names[:1] if has_place else names


def _is_signed(draft: Draft, line: Line, names: list[str]) -> bool:
    """Say whether names sign a text: a surname in capitals, a comma behind; where no author is known, two names too.

    One name without a mark signs where it is the last line, right below a sentence.
    """
    if any(map(_is_surname, line.text.split())) or line.text.endswith(","):
        return True
    above = draft.lines[draft.lines.index(line) - 1]
    is_last = line is draft.lines[-1] and shape.is_prose(above.text)
    return "authors" not in draft.fields and (is_last or len(names) > 1)
