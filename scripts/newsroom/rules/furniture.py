"""The lines around a story that are not the story: counters, calls, notices, and the table of all line rules.

Each rule looks at one line and says whether it took it. They are tried in the order of the table, on the lines above
the lead, on those below the last paragraph, and, where they cannot be mistaken for prose, in between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.rules import byline, days, echo, page, picture, shape, stamps, translation

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.rules.draft import Draft, Line

    Rule = Callable[[Draft, Line], bool]

RULER = re.compile(r"[\s\-–—_*=~#.·•…+<>|/\\]+")
HASHTAGS = re.compile(r"#[^\s#][^#]{0,40}(?:\s*#[^\s#][^#]{0,40})+|#[\w-]+|#[^\W\d][\w-]*(?:\s[\w-]+){1,2}")
ARROW = re.compile(r"(?:[→➞➔➜➡›]\ufe0f?|[\s>]>|\s»)$")
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b).*\b(?:19|20)\d\d\b.*|copyright\s*©.*", re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S+|www\.\S+")
INITIALS = re.compile(r"[a-z]{2,4}(?:/[a-z]{2,4})+")
NETWORKS = "facebook|twitter|telegram|whatsapp|linkedin|vk|vkontakte|viber|instagram|youtube|tiktok|threads|google"
SOCIAL = re.compile(rf"(?:\W*(?:{NETWORKS}|x|e-?mail|ok|max)\W*)+", re.IGNORECASE)
NETWORK = re.compile(rf"(?<!\w)(?:{NETWORKS})(?!\w)", re.IGNORECASE)
AGENCY = re.compile(r"\([^\W\d_a-zа-яё][^\W\d_]{2,}\)\.?")
BRACKETS = re.compile(r"\([^()]{2,60}\)|\[[^\[\]]{2,60}\]")
MANY_WORDS = 3
"""So many capitalised words without a comma between them are so many tags."""
LONGEST = 2000
"""Characters of a line that no rule for furniture looks at any more."""
MAX_CHANNEL = 80
"""A line that names a network is no longer than this."""
MAX_CALL = 160
"""A call to share or subscribe, or a notice, is no longer than this."""


def tags(draft: Draft, line: Line) -> bool:
    """A line that begins with a word for tags lists them; so does a line of nothing but #hashtags."""
    match = draft.labels.tags.match(line.text)
    if HASHTAGS.fullmatch(line.text):
        found = re.findall(r"#([^#]+)", line.text)
    elif match:
        found = re.split(r"[,;|/•]|\s(?=#)", line.text[match.end() :])
    else:
        return False
    named = [tag.strip(" #.,;") for tag in found]
    if len(named) == 1 and len(named[0].split()) >= MANY_WORDS and all(map(shape.is_capital, named[0].split())):
        named = named[0].split()
    draft.fill(line, "tags", {"tags": tuple(tag for tag in named if tag)})
    return True


def counter(draft: Draft, line: Line) -> bool:
    """A line of nothing but a number and a word for views, comments or minutes counts something."""
    rest = stamps.NUMBER.sub(" ", draft.labels.counters.sub(" ", line.text))
    if shape.WORD.search(rest):
        return False
    draft.drop(line, "counter")
    return True


def call(draft: Draft, line: Line) -> bool:
    """A short line that begins with a word for sharing, subscribing or paging speaks to the reader of another page."""
    labels, text = draft.labels, line.text
    if len(text) > MAX_CALL or text[0] in '«“"„':
        return False
    is_share = labels.share.match(text) and len(text) <= MAX_CHANNEL
    is_short = (is_share or labels.page.match(text)) and not shape.is_prose(text)
    is_sentence = shape.is_prose(text) and text.endswith((".", "»", "”"))
    is_subscribe = labels.subscribe.match(text) and not is_sentence
    if not (is_short or is_subscribe or SOCIAL.fullmatch(text)) or echo.may_be_headline(draft, text):
        return False
    draft.drop(line, "call")
    return True


def channel(draft: Draft, line: Line) -> bool:
    """Around the story a short line that is no sentence and names a network calls the reader there."""
    if len(line.text) > MAX_CHANNEL or shape.is_prose(line.text) or not NETWORK.search(line.text):
        return False
    if echo.may_be_headline(draft, line.text):
        return False
    draft.drop(line, "channel")
    return True


def notice(draft: Draft, line: Line) -> bool:
    """A short line with words of a notice on rights, or of a call to a channel, is the other site's."""
    if not _is_notice(draft, line.text):
        return False
    draft.drop(line, "notice")
    return True


def _is_notice(draft: Draft, text: str) -> bool:
    labels = draft.labels
    if COPYRIGHT.fullmatch(text) and len(text) <= picture.MAX_CAPTION:
        return True
    if len(text) > MAX_CALL or text[0] in '«“"„–—' or labels.said.search(text, 1):
        return False
    is_notice = labels.rights.search(text) or labels.calls.search(text)
    return bool(is_notice) and not echo.may_be_headline(draft, text)


def sign_off(draft: Draft, line: Line) -> bool:
    """An agency signs off in brackets, with initials, with a closing word, or with who else worked on the text."""
    labels, text = draft.labels, line.text
    is_last = line is draft.lines[-1] and len(text) <= MAX_CALL
    if is_last and AGENCY.fullmatch(text):
        draft.fill(line, "sign_off", {"agency": text.strip("()[].")}, 0.8)
        return True
    if not (
        labels.reporting.fullmatch(text)
        or INITIALS.fullmatch(text)
        or labels.ends.fullmatch(text)
        or (is_last and (labels.reported_from.search(text) or BRACKETS.fullmatch(text)))
    ):
        return False
    if note := translation.within(draft, text):
        translation.take(draft, line, note, "sign_off")
    else:
        draft.drop(line, "sign_off")
    return True


def source(draft: Draft, line: Line) -> bool:
    """A web address, alone or behind a label, is the original's; behind a label a short name is where it came from."""
    match = draft.labels.source.match(line.text)
    rest = line.text[match.end() if match else 0 :] if match or ADDRESS.fullmatch(line.text) else ""
    if ADDRESS.fullmatch(rest):
        draft.fill(line, "source", {"source_url": rest}, 0.8)
    elif rest and len(rest) <= MAX_CALL // 4 and not shape.SENTENCE_END.search(rest):
        draft.drop(line, "source")
    else:
        return False
    return True


def menu(draft: Draft, line: Line) -> bool:
    """Below the story three or more short parts between bars are a menu."""
    parts = line.text.split(" | ")
    if len(parts) < MANY_WORDS or any(len(part.split()) > MANY_WORDS for part in parts):
        return False
    draft.drop(line, "menu")
    return True


def link(draft: Draft, line: Line) -> bool:
    """A short line that ends with an arrow leads elsewhere."""
    if (
        not (ARROW.search(line.text[-3:]) and shape.WORD.search(line.text))
        or "«" in line.text
        or shape.is_prose(line.text)
    ):
        return False
    draft.drop(line, "link")
    return True


def ruler(draft: Draft, line: Line) -> bool:
    """A line of nothing but dashes, stars, dots and the like separates and says nothing."""
    if not RULER.fullmatch(line.text):
        return False
    draft.drop(line, "ruler")
    return True


RULES: tuple[tuple[str, Rule], ...] = (
    ("ruler", ruler),
    ("forwarded", page.forwarded),
    ("placeholder", page.placeholder),
    ("translation", translation.translation),
    ("issue", page.issue),
    ("stamped_byline", byline.stamped_byline),
    ("name_and_day", byline.name_and_day),
    ("stamp", stamps.stamp),
    ("yearless", stamps.yearless),
    ("counter", counter),
    ("call", call),
    ("notice", notice),
    ("channel", channel),
    ("byline", byline.byline),
    ("editor", byline.editor),
    ("photo_credit", picture.photo_credit),
    ("caption", picture.caption),
    ("tags", tags),
    ("source", source),
    ("sign_off", sign_off),
    ("link", link),
)
"""The rules for one line, in order: the first that takes it wins."""

ANYWHERE: tuple[tuple[str, Rule], ...] = (
    ("ruler", ruler),
    ("call", call),
    ("notice", notice),
    ("photo_credit", picture.photo_credit),
    ("caption", picture.caption),
    ("sign_off", sign_off),
    ("link", link),
    ("page_number", page.page_number),
)
"""The rules that also hold between paragraphs, for their lines cannot be mistaken."""


BELOW: tuple[tuple[str, Rule], ...] = (
    ("consent", page.consent),
    ("menu_words", page.menu_words),
    ("feed_end", page.feed_end),
    *RULES,
    ("menu", menu),
    ("address", page.address),
    ("author_bio", page.author_bio),
    ("page_number", page.page_number),
)
"""The rules for the lines below the story."""


def is_labelled(draft: Draft, text: str) -> bool:
    """Say whether `text` begins with a label for authors, an editor, a picture, tags or a source, or is a note."""
    labels = draft.labels
    kinds = (labels.byline, labels.editor, labels.photo, labels.tags, labels.source)
    return any(label.match(text) for label in kinds) or translation.read(draft, text) is not None


def is_known(draft: Draft, line: Line) -> bool:
    """Say whether a line looks like a stamp, a byline, a credit, a counter, a call or a word of a menu."""
    labels, text = draft.labels, line.text
    is_tool = labels.share.match(text) or labels.page.match(text) or labels.menu.fullmatch(text)
    is_stamp = len(text) <= stamps.MAX_STAMP and days.find_full(text, draft.language.dates)
    is_call = is_tool or labels.counters.search(text) or SOCIAL.fullmatch(text)
    return bool(is_labelled(draft, text) or is_stamp or is_call or picture.credit_at_end(draft, text))


def is_bare_label(draft: Draft, line: Line) -> bool:
    """Say whether a line is such a label and nothing else; all but a byline's need their colon."""
    labels = draft.labels
    kinds = (labels.byline, labels.photo, labels.tags, labels.source)
    return any(label.fullmatch(line.text) for label in kinds) and (
        line.text.endswith(":") or bool(labels.byline.fullmatch(line.text))
    )


def is_bare_stamp(draft: Draft, line: Line) -> bool:
    """Say whether a line is a word for publication or change and nothing else: its day stands below."""
    labels = draft.labels
    return bool(labels.published.fullmatch(line.text) or labels.updated.fullmatch(line.text))


def is_furniture(line: Line, draft: Draft) -> bool:
    """Say whether a line of sentence length is none of the story's: a call, a notice, a caption, a sign-off, a note."""
    labels, text = draft.labels, line.text
    if page.is_consent(draft, text) or translation.read(draft, text):
        return True
    if len(text) > picture.MAX_CAPTION:
        return False
    has_credit = any(text[: match.start()].rstrip()[-1:] in {".", "/", "|"} for match in labels.photo.finditer(text))
    is_notice = labels.subscribe.match(text) or labels.reporting.fullmatch(text) or _is_notice(draft, text)
    return has_credit or (len(text) <= MAX_CALL and bool(is_notice)) or bool(picture.credit_at_end(draft, text))


def take(draft: Draft, line: Line, rules: tuple[tuple[str, Rule], ...]) -> bool:
    """Try `rules` on `line` in order; say whether one took it. No furniture is so long that it could be a chapter."""
    return len(line.text) <= LONGEST and any(rule(draft, line) for _, rule in rules)
