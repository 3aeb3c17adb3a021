"""What stands above the lead: stamps, bylines, credits, labels and the headline."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from newsroom.rules import byline, days, echo, furniture, header, page, rows, shape, translation
from newsroom.rules.draft import Line
from newsroom.rules.title import FIGURE, MAX_LABEL, head_of, headline, is_label, label_below, second_headline

if TYPE_CHECKING:
    from newsroom.rules.draft import Draft

CRAWLER = re.compile(r"date\s+(\d{4}-\d{2}-\d{2})(?!\d)\s*(.*)", re.IGNORECASE)
CRUMB = re.compile(r"\s+[>»›→]\s+|\s+[/|•]\s+")
STRONG_CRUMB = re.compile(r"\s[>»›→]\s")
TITLE_END = re.compile(r"\s*[|–—-]\s")
"""What parts a headline from the site's name in the title of a window."""
ON_NETWORK = re.compile("\\s[•·]|[\U0001f30d-\U0001f310]")
"""What networks write behind the age of a post."""
HEAD_LINES = 3
"""Among so many lines at the head a note stands that the text was passed on."""
LEAST_KNOWN = 2
"""So many lines of furniture below a sentence make it a standfirst."""
MAX_EMPLOYER = 5
"""The name of an employer has no more words than this, its place included."""
MENU_STEPS = 4
"""So many steps between bars, without a home page before them, are a menu."""


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


def passed_on(draft: Draft) -> None:
    """At the very head, a line that a mail program or a messenger writes above what it passes on is not the story."""
    for line in draft.lines[:HEAD_LINES]:
        if page.forwarded(draft, line) and draft.lines:
            draft.lines[0].after_blank = True


def account(draft: Draft) -> None:
    """Above the lead a count of followers, or an age as networks write it, ends the lines on whose account it is."""
    head = head_of(draft)
    for index, line in enumerate(head[: HEAD_LINES + 1]):
        is_age = draft.labels.age.match(line.text) and ON_NETWORK.search(line.text)
        if index and (is_age or draft.labels.followers.fullmatch(line.text)):
            for one in head[: index + 1]:
                draft.drop(one, "account")
            return


def menus_above(draft: Draft) -> None:
    """Above the lead, lines of a page's menus and tools and its notices on cookies are taken before all others."""
    for line in head_of(draft):
        furniture.take(draft, line, (("consent", page.consent), ("menu_words", page.menu_words)))


def breadcrumbs(draft: Draft) -> None:
    """Short steps with `>`, `/` or `|` between them are the way to the section; above stands the site's name."""
    head, story = head_of(draft), echo.told(draft)
    for index, line in enumerate(head):
        before = head[index - 1].text if index else ""
        is_below = index > 1 or (index and not STRONG_CRUMB.search(line.text) and " | " in line.text)
        if is_below and not is_label(before) and echo.share(story, before) >= echo.TOLD:
            return
        steps = _without_headline(head, line, _steps(draft, line))
        if "|" in line.text and not draft.labels.home.fullmatch(steps[0]) and len(steps) >= MENU_STEPS:
            draft.drop(line, "menu")
        elif _is_way(draft, line, steps):
            for above in draft.lines[: draft.lines.index(line)]:
                draft.drop(above, "masthead")
            tags = steps if "section" in draft.fields else steps[:-1]
            draft.fill(line, "breadcrumbs", {"section": steps[-1], "tags": tuple(tags)}, 0.8)
            return


def _steps(draft: Draft, line: Line) -> list[str]:
    """Return the steps of what may be breadcrumbs, or the whole line as one."""
    steps = [step.strip() for step in CRUMB.split(line.text)]
    is_short = all(len(step) <= MAX_LABEL // 2 for step in steps)
    is_way = is_short or STRONG_CRUMB.search(line.text) or draft.labels.home.fullmatch(steps[0])
    return steps if len(steps) >= (2 if is_way else 3) else [line.text]


def _without_headline(head: list[Line], line: Line, steps: list[str]) -> list[str]:
    """Return the steps without the last where that is the headline, which stands on a line of its own too."""
    is_headline = any(other is not line and other.text.casefold() == steps[-1].casefold() for other in head)
    return steps[:-1] if len(steps) > 1 and is_headline and not is_label(steps[-1]) else steps


def _is_way(draft: Draft, line: Line, steps: list[str]) -> bool:
    """Say whether steps are labels: none of them long, a day or a figure."""
    dates = draft.language.dates
    is_other = (len(step) > MAX_LABEL or FIGURE.search(step) or days.find(step, dates) for step in steps)
    return steps != [line.text] and not any(is_other)


def furniture_above(draft: Draft) -> None:
    """Every line above the lead that one of the line rules knows is taken by it; those below the headline go first.

    So the day below the headline is the article's, and the one above it the page's.
    """
    head, story = head_of(draft), echo.told(draft)
    told = (index for index, line in enumerate(head) if echo.share(story, line.text) >= echo.TOLD)
    start = next((index for index in told if not is_label(head[index].text)), 0)
    for line in (*head[start:], *head[:start]):
        furniture.take(draft, line, furniture.RULES)


def below_standfirst(draft: Draft) -> None:
    """Short sentences below the headline, and below them two lines of furniture, are a standfirst and no lead yet.

    One of the two has a day or a byline; what stands between the standfirst and the lead is taken as above it.
    """
    start = len(head_of(draft))
    while start < len(draft.lines) and _is_standfirst(draft, start):
        start += 1
    block = list(itertools.takewhile(lambda line: not shape.is_prose(line.text), draft.lines[start:]))
    known = [line for line in block if furniture.is_known(draft, line)]
    is_last = start == len(head_of(draft)) or len(block) + start >= len(draft.lines)
    if is_last or len(known) < LEAST_KNOWN or not _is_signed(draft, known):
        return
    for line in block:
        furniture.take(draft, line, (("menu_words", page.menu_words), *furniture.RULES))


def _is_signed(draft: Draft, known: list[Line]) -> bool:
    """Say whether a byline or a day is among lines of furniture; several days without a label are the story's."""
    labels = draft.labels
    dated = [line for line in known if rows.is_dated(draft, line.text)]
    bare = [line for line in dated if not labels.updated.match(line.text) and not labels.published.match(line.text)]
    has_byline = any(labels.byline.match(line.text) for line in known)
    return len(bare) <= 1 and len(known) > len(bare) and bool(dated or has_byline)


def _is_standfirst(draft: Draft, index: int) -> bool:
    """Say whether line `index` is a sentence and no paragraph, among the first lines below the headline."""
    text = draft.lines[index].text
    return shape.is_prose(text) and len(text) < shape.PROSE_LENGTH and index - len(head_of(draft)) < HEAD_LINES


def note_below_standfirst(draft: Draft) -> None:
    """Among the first lines below the headline a note on the translation may stand between standfirst and lead."""
    start = len(head_of(draft)) + 1
    for line in draft.lines[start : start + HEAD_LINES - 1]:
        furniture.take(draft, line, (("translation", translation.translation),))


def repeated_headline(draft: Draft) -> None:
    """A line above the lead that stands there twice is the headline; its second copy is left out.

    A label, and what the crawler or the window's title has above all menus, is left out where it stands first.
    """
    seen: dict[str, Line] = {}
    head = head_of(draft)
    for line in head:
        first = seen.setdefault(line.text.casefold(), line)
        is_page = first is head[0] and line.number - first.number > HEAD_LINES
        if first is not line:
            draft.drop(first if is_page or is_label(line.text) else line, "repeated_headline")
            seen[line.text.casefold()] = line if first not in draft.lines else first
    _drop_window_title(draft, head)


def _drop_window_title(draft: Draft, head: list[Line]) -> None:
    """Leave out the first line where it is a headline that stands below a menu, with the site's name behind it."""
    for line in head[HEAD_LINES:]:
        is_title = TITLE_END.match(head[0].text[len(line.text) :]) and head[0].text.startswith(line.text)
        if is_title and not is_label(line.text) and head[0] in draft.lines:
            draft.drop(head[0], "repeated_headline")


def names_below_headline(draft: Draft) -> None:
    """Between headline and lead a line of nothing but full names names the authors."""
    for line in head_of(draft):
        if "authors" not in draft.fields:
            byline.bare_names(draft, line)


def employer(draft: Draft) -> None:
    """Above the lead a line of a few capitalised words right below a byline says for whom its author works."""
    signed = {piece.line for piece in draft.left_out if piece.rule in {"byline", "bare_names"}}
    for line in head_of(draft):
        words = line.text.replace(",", " ").split()
        if line.number - 1 in signed and len(words) <= MAX_EMPLOYER and all(map(shape.is_person, words)):
            draft.drop(line, "employer")


RULES = (
    ("crawler_header", crawler_header),
    ("passed_on", passed_on),
    ("key_value_header", header.key_value_header),
    ("account", account),
    ("menus_above", menus_above),
    ("split_labels", rows.split_labels),
    ("furniture_above", furniture_above),
    ("below_standfirst", below_standfirst),
    ("note_below_standfirst", note_below_standfirst),
    ("breadcrumbs", breadcrumbs),
    ("repeated_headline", repeated_headline),
    ("headline", headline),
    ("second_headline", second_headline),
    ("names_below_headline", names_below_headline),
    ("employer", employer),
    ("label_below", label_below),
)
"""The rules for what stands above the lead, in order."""
