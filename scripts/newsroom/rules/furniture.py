"""The lines around a story that are not the story: counters, calls, notices, and the table of all line rules.

Each rule looks at one line and says whether it took it. They are tried in the order of the table, on the lines above
the lead, on those below the last paragraph, and, where they cannot be mistaken for prose, in between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.rules import byline, picture, shape, stamps

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.rules.draft import Draft, Line

    Rule = Callable[[Draft, Line], bool]

RULER = re.compile(r"[\W_]+")
HASHTAGS = re.compile(r"#[^\s#][^#]{0,40}(?:\s*#[^\s#][^#]{0,40})+|#[\w-]+")
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b).*\b(?:19|20)\d\d\b.*|copyright\s*©.*", re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S+|www\.\S+")
INITIALS = re.compile(r"[a-z]{2,4}(?:/[a-z]{2,4})+")
SOCIAL = re.compile(
    r"(?:\W*(?:facebook|twitter|x|telegram|whatsapp|linkedin|vk|vkontakte|viber|instagram|youtube|tiktok|threads|e-?mail|ok)\W*)+",
    re.IGNORECASE,
)
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
    named = (tag.strip(" #.,;") for tag in found)
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
    is_short = (labels.share.match(text) or labels.page.match(text)) and not shape.is_prose(text)
    is_subscribe = labels.subscribe.match(text) and not text.endswith((".", "»", "”"))
    if not (is_short or is_subscribe or SOCIAL.fullmatch(text)):
        return False
    draft.drop(line, "call")
    return True


def notice(draft: Draft, line: Line) -> bool:
    """A short line with words of a notice on rights, or of a call to a channel, is the other site's."""
    labels, text = draft.labels, line.text
    if len(text) > MAX_CALL or text[0] in '«“"„–—' or labels.said.search(text):
        return False
    if not (COPYRIGHT.fullmatch(text) or labels.rights.search(text) or labels.calls.search(text)):
        return False
    draft.drop(line, "notice")
    return True


def sign_off(draft: Draft, line: Line) -> bool:
    """An agency signs off in brackets, with initials, with a closing word, or with who else worked on the text."""
    labels, text = draft.labels, line.text
    is_last = line is draft.lines[-1] and len(text) <= MAX_CALL
    if not (
        labels.reporting.fullmatch(text)
        or INITIALS.fullmatch(text)
        or labels.ends.fullmatch(text)
        or (is_last and labels.reported_from.search(text))
    ):
        return False
    draft.drop(line, "sign_off")
    return True


def source(draft: Draft, line: Line) -> bool:
    """A line of a label and a web address names the original; of a label and a short name, where it was taken from."""
    match = draft.labels.source.match(line.text)
    rest = line.text[match.end() :] if match else ""
    if ADDRESS.fullmatch(rest):
        draft.fill(line, "source", {"source_url": rest}, 0.8)
    elif rest and len(rest) <= MAX_CALL // 4 and not shape.SENTENCE_END.search(rest):
        draft.drop(line, "source")
    else:
        return False
    return True


def ruler(draft: Draft, line: Line) -> bool:
    """A line without a letter or a digit separates and says nothing."""
    if not RULER.fullmatch(line.text):
        return False
    draft.drop(line, "ruler")
    return True


RULES: tuple[tuple[str, Rule], ...] = (
    ("ruler", ruler),
    ("stamp", stamps.stamp),
    ("counter", counter),
    ("call", call),
    ("notice", notice),
    ("byline", byline.byline),
    ("editor", byline.editor),
    ("photo_credit", picture.photo_credit),
    ("caption", picture.caption),
    ("tags", tags),
    ("source", source),
    ("sign_off", sign_off),
)
"""The rules for one line, in order: the first that takes it wins."""

ANYWHERE: tuple[tuple[str, Rule], ...] = (
    ("ruler", ruler),
    ("call", call),
    ("notice", notice),
    ("photo_credit", picture.photo_credit),
    ("caption", picture.caption),
    ("sign_off", sign_off),
)
"""The rules that also hold between paragraphs, for their lines cannot be mistaken."""


def is_labelled(draft: Draft, text: str) -> bool:
    """Say whether `text` begins with a label for authors, an editor, a picture, tags or a source."""
    labels = draft.labels
    return any(label.match(text) for label in (labels.byline, labels.editor, labels.photo, labels.tags, labels.source))


def is_bare_label(draft: Draft, line: Line) -> bool:
    """Say whether a line is such a label and a colon, and nothing else."""
    labels = draft.labels
    kinds = (labels.byline, labels.photo, labels.tags, labels.source)
    return line.text.endswith(":") and any(label.fullmatch(line.text) for label in kinds)


def is_furniture(line: Line, draft: Draft) -> bool:
    """Say whether a line of sentence length is none of the story's: a call, a notice, a caption or a sign-off."""
    labels, text = draft.labels, line.text
    if len(text) > picture.MAX_CAPTION:
        return False
    has_credit = any(text[: match.start()].rstrip()[-1:] in {".", "/", "|"} for match in labels.photo.finditer(text))
    is_notice = labels.subscribe.match(text) or labels.reporting.fullmatch(text) or COPYRIGHT.fullmatch(text)
    return has_credit or (len(text) <= MAX_CALL and bool(is_notice))


def take(draft: Draft, line: Line, rules: tuple[tuple[str, Rule], ...]) -> bool:
    """Try `rules` on `line` in order; say whether one took it."""
    return any(rule(draft, line) for _, rule in rules)
