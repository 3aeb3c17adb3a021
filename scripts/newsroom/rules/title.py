"""Which of the lines above the lead is the headline, and what the lines above it are: labels, a menu, a masthead."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from newsroom.rules import byline, echo, furniture, shape

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft, Line

OUTLET = re.compile(
    r"^(?P<title>.{20,}?)\s+[-–—|]\s+(?:\d\d?\.\d\d?\.\d{4},\s)?(?P<outlet>[^-–—|:,.!?]{2,40}(?:\.\w{2,4})?)(?:,\s\d\d?\.\d\d?\.\d{4})?$"
)
WORD = re.compile(r"[\w.,’'-]*[^\W\d_][\w.,’'-]*")
"""A word with a letter in it."""
FIGURE = re.compile(r"\d[.,]\d|[+-]\s?\d|\d{3}")
"""A rate or a temperature: no section."""
MANY = 60
"""So many lines above the lead are looked at for names."""
STANDS_BY = frozenset({
    "stamp", "yearless", "stamped_byline", "name_and_day", "byline", "photo_credit", "caption", "picture_agency",
    "translation",
})  # fmt: skip
"""Rules whose lines stand beside a headline."""
STEERS = frozenset({"menu", "menu_words", "call", "issue", "forwarded"})
"""Rules whose lines part a label from the headline below: it belongs to the page."""
MAX_LABEL = 40
"""A section label or a breadcrumb step is no longer than this."""
MAX_LABEL_WORDS = 5
"""A section label has no more words than this."""
MAX_WAY = 3
"""So many labels one below the other, from the home page on, are a way; more are a menu."""
MAX_OUTLET_WORDS = 5
"""An outlet's name behind the headline has no more words than this."""
MAX_PARTICLE = 3
"""A small word inside a name is no longer: `of`."""
MIN_HEADLINE_WORDS = 4
"""A line of fewer words is taken for a label where another can be the headline."""


def head_of(draft: Draft) -> list[Line]:
    """Return the lines above the lead: all before the first that reads as prose, or at least ends like a sentence."""
    for is_lead in (shape.is_prose, shape.SENTENCE_END.search):
        for index, line in enumerate(draft.lines):
            if is_lead(line.text) and not furniture.is_furniture(line, draft):
                return draft.lines[:index]
    return list(draft.lines)


def headline(draft: Draft) -> None:
    """Of the lines above the lead the first whose words the story takes up is the headline; above it are labels.

    Where the story takes up none, it is the first of at least four words. Where a line says that it is a press
    release, what is above that is the office's masthead.
    """
    head = head_of(draft)
    release = next((line for line in reversed(head) if draft.labels.press_release.match(line.text)), None)
    if release:
        for line in head[: head.index(release) + 1]:
            draft.drop(line, "masthead")
        head = head_of(draft)
    if not head or len(head) == len(draft.lines) or "title" in draft.fields:
        return
    chosen = _chosen(draft, head)
    if _is_employer(draft, chosen):
        draft.drop(chosen, "masthead")
        return
    above = head[: head.index(chosen)]
    _set_headline(draft, chosen)
    _set_labels(draft, above, chosen)


def _is_employer(draft: Draft, line: Line) -> bool:
    """Say whether a line of few words, right below a byline and told by no word of the story, names the outlet."""
    is_below = any(piece.line + 1 == line.number and piece.rule == "byline" for piece in draft.left_out)
    is_short = len(WORD.findall(line.text)) < MIN_HEADLINE_WORDS
    return is_below and is_short and echo.share(echo.told(draft), line.text) == 0


def _chosen(draft: Draft, head: list[Line]) -> Line:
    """Return the headline: told by the story, or else beside a stamp, or else the first of several words."""
    story = echo.told(draft)
    likely = _without_names(draft, [line for line in head if len(WORD.findall(line.text)) >= MIN_HEADLINE_WORDS])
    told = next((line for line in likely if echo.share(story, line.text) >= echo.TOLD), None)
    if told:
        return _above_standfirst(story, head, likely, told)
    if not likely:
        return max(head, key=lambda line: len(line.text))
    marks = {piece.line for piece in draft.left_out if piece.rule in STANDS_BY}
    first = head[0] if any(not is_label(line.text) for line in head[: head.index(likely[0])]) else likely[0]
    beside = (line for line in likely if line.number + 1 in marks and echo.share(story, first.text) == 0)
    return next(beside, first)


def _above_standfirst(story: set[str], head: list[Line], likely: list[Line], told: Line) -> Line:
    """Return the line right above the one that is told, whose standfirst this then is; or the told one itself.

    That is so where a word of the line above is told too, or where it is not the first, as a slogan would be, and the
    told line has no standfirst of its own.
    """
    above = next((line for line in likely if line.number + 1 == told.number), told)
    is_followed = any(line.number == told.number + 1 for line in likely)
    is_pair = echo.share(story, above.text) > 0 or (above is not head[0] and not is_followed)
    return above if is_pair else told


def _without_names(draft: Draft, several: list[Line]) -> list[Line]:
    """Return the lines that the story does not have word for word, as it has somebody's name; all where none is left.

    Only the first lines are looked at: no page has so many above its headline.
    """
    texts = [line.text.casefold() for line in draft.lines if shape.is_prose(line.text)]
    names = [line for line in several[:MANY] if any(line.text.casefold() in text for text in texts)]
    return [line for line in several[:MANY] if line not in names] or several


def _set_labels(draft: Draft, labels: list[Line], chosen: Line) -> None:
    """The last label above the headline is the section, those before lead there from the home page, or are names."""
    way = _way(draft, labels)
    own = _own_label(draft, way or labels, chosen)
    is_way = own is not None and not own.after_blank
    if own and "," in own.text and byline.is_full_name(own.text.split(",")[0]):
        draft.fill(own, "name_above", {"authors": (own.text.split(",")[0],)}, 0.6)
    for line in (line for line in (*labels[-1:], *labels[:-1]) if line in draft.lines):
        if (
            not (line is own or (is_way and line in way))
            or not _is_written_like(draft, line.text)
            or _is_outlet_of(draft, line)
        ):
            draft.drop(line, "masthead")
        elif "section" not in draft.fields:
            draft.fill(line, "section_label", {"section": line.text}, 0.8)
        elif is_way:
            draft.fill(line, "section_label", {"tags": (line.text,)}, 0.7)
        else:
            draft.drop(line, "masthead")


def _way(draft: Draft, labels: list[Line]) -> list[Line]:
    """Return the last labels, from the home page on, where they are so few that they lead to the article."""
    last = labels[-MAX_WAY:]
    homes = [index for index, line in enumerate(last) if draft.labels.home.fullmatch(line.text)]
    way = last[homes[-1] :] if homes else []
    words = (piece.line for piece in draft.left_out if any(letter.isalpha() for letter in piece.text))
    return [] if any(way[0].number < number < way[-1].number for number in words if way) else way


def _own_label(draft: Draft, labels: list[Line], chosen: Line) -> Line | None:
    """Return the label that is the article's: right above the headline, and not one of a menu of sections."""
    if not labels or not is_label(labels[-1].text) or FIGURE.search(labels[-1].text):
        return None
    last = labels[-1]
    words = (draft.labels.contact, draft.labels.picture)
    home = draft.labels.home.match(last.text)
    is_row = home and last.text[home.end() :].startswith(" ")
    if is_row or any(word.fullmatch(last.text) for word in words):
        return None
    if any(last.number < piece.line < chosen.number and piece.rule in STEERS for piece in draft.left_out):
        return None
    if _is_beside_releases_stamp(draft, last) and not draft.labels.sections.fullmatch(last.text):
        return None
    sections = [line for line in labels if draft.labels.sections.fullmatch(line.text)]
    return None if len(sections) > 1 and last in sections and not last.after_blank else last


def _is_beside_releases_stamp(draft: Draft, label: Line) -> bool:
    """Say whether a label stands beside the day of a press release: a place rather than a section."""
    pieces = draft.left_out
    is_release = any(piece.rule == "masthead" and draft.labels.press_release.match(piece.text) for piece in pieces)
    return is_release and any(piece.rule == "stamp" and abs(piece.line - label.number) == 1 for piece in pieces)


def _is_outlet_of(draft: Draft, label: Line) -> bool:
    """Say whether a label is the outlet's own name: in brackets, in marks, behind © or a dash elsewhere in the text.

    One that a menu has too, below its first line, is a section.
    """
    if any(one.line > 1 and one.rule == "repeated_headline" and one.text == label.text for one in draft.left_out):
        return False
    name = re.compile(rf"[(/©–—«“\"-]\s?(?:\d{{4}}\s)?{re.escape(label.text)}(?!\w)", re.IGNORECASE)
    others = (*(line.text for line in draft.lines if line is not label), *(piece.text for piece in draft.left_out))
    return any(name.search(text) for text in others)


def _is_written_like(draft: Draft, text: str) -> bool:
    """Say whether `text` is in the script of the article's language: a name of an outlet often is not."""
    letter = next((letter for letter in text if letter.isalpha()), " ")
    return unicodedata.name(letter, "").startswith(draft.language.alphabet.script)


def _set_headline(draft: Draft, line: Line) -> None:
    """Take `line` for the headline, the outlet's name behind it cut off."""
    match = OUTLET.match(line.text)
    title = line.text
    if match and (_is_outlet(match["outlet"]) or _stands_elsewhere(draft, line, match["outlet"])):
        title = match["title"]
    draft.fill(line, "headline", {"title": title}, 0.9)


def _stands_elsewhere(draft: Draft, line: Line, name: str) -> bool:
    """Say whether the words behind a headline's dash are a name that a notice below the text has too."""
    others = (*(other.text for other in draft.lines if other is not line), *(piece.text for piece in draft.left_out))
    notice = re.compile(rf"(?:©|\d{{4}})\s*{re.escape(name)}(?!\w)")
    return any(notice.search(text) for text in others)


def _is_outlet(text: str) -> bool:
    words = text.split()
    inner = (shape.is_capital(word) or "." in word or len(word) <= MAX_PARTICLE for word in words[1:])
    return len(words) <= MAX_OUTLET_WORDS and (shape.is_capital(text) or "." in text) and all(inner)


def second_headline(draft: Draft) -> None:
    """A line above the lead that says the headline once more, as the header had it, is left out."""
    title = str(draft.fields.get("title", "")).casefold()
    for line in head_of(draft):
        if line.text.casefold() == title:
            draft.drop(line, "repeated_headline")


def label_below(draft: Draft) -> None:
    """Right below the headline one word, or anywhere above the lead the name of a section, is the article's label."""
    title = draft.evidence.get("title")
    for line in head_of(draft) if title else []:
        is_word = line.text.isalpha() and shape.is_capital(line.text) and not furniture.is_bare_label(draft, line)
        is_below = title and title.line and title.line + 1 == line.number
        if not (is_word and is_below) and not draft.labels.sections.fullmatch(line.text):
            continue
        name = "tags" if "section" in draft.fields else "section"
        draft.fill(line, "label_below", {name: (line.text,) if name == "tags" else line.text}, 0.6)


def is_label(text: str) -> bool:
    """Say whether a line is short enough for the label of a section."""
    return len(text) <= MAX_LABEL and len(text.split()) <= MAX_LABEL_WORDS
