"""What stands above the lead: stamps, bylines, credits, labels and the headline."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from newsroom.rules import byline, days, furniture, header, shape
from newsroom.rules.draft import Line

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft

CRAWLER = re.compile(r"date\s+(\d{4}-\d{2}-\d{2})(?!\d)\s*(.*)", re.IGNORECASE)
BARS = re.compile(r"\s*\|\s*|\s+•\s+")
CRUMB = re.compile(r"\s+[>»›→]\s+|\s+[/|•]\s+")
STRONG_CRUMB = re.compile(r"\s[>»›→]\s")
OUTLET = re.compile(r"^(?P<title>.{20,}?)\s+[-–—|]\s+(?P<outlet>[^-–—|:,.!?]{2,40}(?:\.\w{2,4})?)$")
MAX_LABEL = 40
"""A section label or a breadcrumb step is no longer than this."""
MAX_LABEL_WORDS = 5
"""A section label has no more words than this."""
MENU_STEPS = 4
"""So many steps between bars, without a home page before them, are a menu."""
MAX_ROW_WORDS = 7
"""A part of a row between bars has no more words than this."""
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


def crawler_header(draft: Draft) -> None:
    """A crawler writes `date YYYY-MM-DD` at the head of the first line, and what it found there behind it."""
    first = draft.lines[0]
    match = CRAWLER.match(first.text)
    if not match:
        return
    found = days.find(match[1], draft.language.dates)
    if found and (day := found[0].on()):
        draft.fields["crawled"] = day
        draft.leave_out(first.text[: match.end(1)], first, "crawler_header")
        draft.fields["crawled_line"] = first.number
        draft.lines.remove(first)
        if match[2]:
            draft.lines.insert(0, Line(first.number, match[2], after_blank=False))


def breadcrumbs(draft: Draft) -> None:
    """Short steps with `>`, `/` or `|` between them are the way to the section; above stands the site's name."""
    for line in head_of(draft)[:2]:
        steps = [step.strip() for step in CRUMB.split(line.text)]
        is_short = all(len(step) <= MAX_LABEL // 2 for step in steps)
        is_way = is_short or STRONG_CRUMB.search(line.text) or draft.labels.home.fullmatch(steps[0])
        if len(steps) < (2 if is_way else 3):
            continue
        if "|" in line.text and not draft.labels.home.fullmatch(steps[0]) and len(steps) >= MENU_STEPS:
            draft.drop(line, "menu")
            continue
        if any(len(step) > MAX_LABEL or days.find(step, draft.language.dates) for step in steps):
            continue
        for above in draft.lines[: draft.lines.index(line)]:
            draft.drop(above, "masthead")
        draft.fill(line, "breadcrumbs", {"section": steps[-1], "tags": tuple(steps[:-1])}, 0.8)
        return


def split_labels(draft: Draft) -> None:
    """A label alone on its line belongs to the next line; bars between a date, labels and names make lines of them."""
    index = 0
    while index < len(draft.lines):
        line = draft.lines[index]
        parts = [part for part in BARS.split(line.text) if part]
        if furniture.is_bare_label(draft, line) and index + 1 < len(draft.lines):
            line.text += " " + draft.lines.pop(index + 1).text
        elif len(parts) > 1 and _is_row(draft, parts):
            draft.lines[index : index + 1] = [Line(line.number, part, line.after_blank) for part in parts]
            _sort_out(draft, draft.lines[index : index + len(parts)], index)
        index += 1


def _is_row(draft: Draft, parts: list[str]) -> bool:
    """Say whether short parts between bars are about the article: one has a label or a full date."""
    known = any(furniture.is_labelled(draft, part) or _is_dated(draft, part) for part in parts)
    return known and all(len(part.split()) <= MAX_ROW_WORDS for part in parts)


def _is_dated(draft: Draft, text: str) -> bool:
    return bool(days.find_full(text, draft.language.dates))


def _sort_out(draft: Draft, lines: list[Line], index: int) -> None:
    """Parts without label, date and name are sections at the head of the text or of their row, else the outlet."""
    others = [line for line in lines if not (furniture.is_labelled(draft, line.text) or _is_dated(draft, line.text))]
    others = [line for line in others if not byline.is_full_name(line.text) and not days.TIME.search(line.text)]
    others = [line for line in others if not draft.labels.counters.search(line.text)]
    for line in (*others[-1:], *others[:-1]):
        if index and line is not lines[0]:
            draft.drop(line, "outlet")
        elif "section" in draft.fields:
            draft.fill(line, "row", {"tags": (line.text,)}, 0.7)
        else:
            draft.fill(line, "row", {"section": line.text}, 0.8)


def furniture_above(draft: Draft) -> None:
    """Every line above the lead that one of the line rules knows is taken by it."""
    for line in head_of(draft):
        furniture.take(draft, line, furniture.RULES)


def repeated_headline(draft: Draft) -> None:
    """A line above the lead that stands there twice is the headline; its second copy is left out."""
    seen: dict[str, Line] = {}
    for line in head_of(draft):
        if line.text.casefold() in seen:
            draft.drop(line, "repeated_headline")
        seen.setdefault(line.text.casefold(), line)


def headline(draft: Draft) -> None:
    """Of the lines left above the lead the first of at least four words is the headline; what is above is labels.

    Where one of them says that it is a press release, what is above that is the office's masthead.
    """
    head = head_of(draft)
    release = next((line for line in reversed(head) if draft.labels.press_release.match(line.text)), None)
    if release:
        for line in head[: head.index(release) + 1]:
            draft.drop(line, "masthead")
        head = head_of(draft)
    if not head or len(head) == len(draft.lines) or "title" in draft.fields:
        return
    chosen = next((line for line in head if len(line.text.split()) >= MIN_HEADLINE_WORDS), None)
    chosen = chosen or max(head, key=lambda line: len(line.text))
    above = head[: head.index(chosen)]
    if any(not _is_label(line.text) for line in above):
        chosen, above = head[0], []
    _set_headline(draft, chosen)
    _set_labels(draft, above)


def _set_labels(draft: Draft, labels: list[Line]) -> None:
    """The last label above the headline is the section, those before lead there from the home page, or are names."""
    is_way = bool(labels) and draft.labels.home.fullmatch(labels[0].text)
    for line in (*labels[-1:], *labels[:-1]):
        if not _is_written_like(draft, line.text) or _is_outlet_of(draft, line):
            draft.drop(line, "masthead")
        elif "section" not in draft.fields:
            draft.fill(line, "section_label", {"section": line.text}, 0.8)
        elif is_way:
            draft.fill(line, "section_label", {"tags": (line.text,)}, 0.7)
        else:
            draft.drop(line, "masthead")


def _is_outlet_of(draft: Draft, label: Line) -> bool:
    """Say whether a label is the outlet's own name: in brackets, behind © or a dash elsewhere in the text."""
    name = re.compile(rf"[(/©–—-]\s?(?:\d{{4}}\s)?{re.escape(label.text)}(?!\w)", re.IGNORECASE)
    return any(name.search(line.text) for line in draft.lines if line is not label)


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


def names_below_headline(draft: Draft) -> None:
    """Between headline and lead a line of nothing but full names names the authors."""
    for line in head_of(draft):
        if "authors" not in draft.fields:
            byline.bare_names(draft, line)


def _is_label(text: str) -> bool:
    return len(text) <= MAX_LABEL and len(text.split()) <= MAX_LABEL_WORDS


RULES = (
    ("crawler_header", crawler_header),
    ("key_value_header", header.key_value_header),
    ("split_labels", split_labels),
    ("furniture_above", furniture_above),
    ("breadcrumbs", breadcrumbs),
    ("repeated_headline", repeated_headline),
    ("headline", headline),
    ("second_headline", second_headline),
    ("names_below_headline", names_below_headline),
)
"""The rules for what stands above the lead, in order."""
