"""The words that announce what is not the story itself, compiled into patterns once a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from newsroom import languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.languages import Language


@dataclass(frozen=True, slots=True)
class Labels:
    """What a line may begin with, as patterns that match the label and what separates it from its value.

    Each pattern stands for the list of `languages.Words` of the same name.
    """

    codes: tuple[str, ...]
    """The languages from which they come, the article's own first."""
    published: re.Pattern[str]
    updated: re.Pattern[str]
    byline: re.Pattern[str]
    editor: re.Pattern[str]
    photo: re.Pattern[str]
    picture: re.Pattern[str]
    """The words of `photo`, anywhere in a line."""
    caption: re.Pattern[str]
    tags: re.Pattern[str]
    share: re.Pattern[str]
    subscribe: re.Pattern[str]
    page: re.Pattern[str]
    read_also: re.Pattern[str]
    source: re.Pattern[str]
    contact: re.Pattern[str]
    press_release: re.Pattern[str]
    home: re.Pattern[str]
    """A whole step of breadcrumbs."""
    sections: re.Pattern[str]
    """A whole label."""
    menu: re.Pattern[str]
    """A whole line, alone or in a row."""
    consent: re.Pattern[str]
    forwarded: re.Pattern[str]
    mail_notice: re.Pattern[str]
    page_number: re.Pattern[str]
    """A whole line."""
    running_head: re.Pattern[str]
    """A whole line: a title and the number of a page."""
    followers: re.Pattern[str]
    """A whole line: a number and who follows."""
    staff: re.Pattern[str]
    """A whole name."""
    ago: re.Pattern[str]
    """A whole line that says how old the page was: no date for us."""
    ends: re.Pattern[str]
    """A whole line, or the last word of one."""
    reporting: re.Pattern[str]
    """A whole line: an agency's sign-off in brackets."""
    counters: re.Pattern[str]
    """Anywhere in a line, as are all below."""
    rights: re.Pattern[str]
    calls: re.Pattern[str]
    reported_from: re.Pattern[str]
    said: re.Pattern[str]
    correspondent: re.Pattern[str]
    office: re.Pattern[str]
    street: re.Pattern[str]
    box: re.Pattern[str]
    """The beginning of a line, as it was again up to here."""
    comments: re.Pattern[str]
    """A whole line, with a number or without."""
    reply: re.Pattern[str]
    """A whole line."""
    age: re.Pattern[str]
    """A whole line or its beginning: a number and a unit."""
    subject: re.Pattern[str]
    """A whole subject, or what stands in it before a mark."""
    town: re.Pattern[str]
    """A place and the full stop behind it."""
    joining: re.Pattern[str]
    """Between two authors."""
    header: dict[str, re.Pattern[str]]
    """Field of an article to the keys of a mail's or a feed's header; an empty field for keys that nobody needs."""


SIGN = r"[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]"
"""An arrow, an emoji, or what only says how one looks: pages put them before a label."""
SIGNED = rf"(?:{SIGN}+\s*)?"
BETWEEN = rf"(?:[\s|•·/,.:>»›+-]|{SIGN})*"
STAMPED = r"@(?!\w)\s*[:.|]?\s*(?:[-–—]\s+)?"
BEGINNING = rf"{SIGNED}@(?!\w)"
INSIDE = r"(?<!\w)@(?!\w)"
STEM_INSIDE = r"(?<!\w)@"
PAGE = r"(?:@page_number\s*\d+(?:\s*(?:/|\w{2,3})\s*\d+)?|\d+\s*-?\s*@page_number)"
FORMS = {
    "published": STAMPED,
    "updated": STAMPED,
    "byline": rf"{BEGINNING}\s*[:,]?\s*",
    "editor": r"@\s*:\s*",
    "photo": rf"{SIGNED}[(\[]?(?:@photo_by(?!\w)\s*[:|©,]?|@\s*(?:[:|©]|[-–—](?=\s))|©)\ufe0f?\s*©?\ufe0f?\s*",
    "picture": r"(?<!\w)@photo(?!\w)",
    "caption": rf"{BEGINNING}\s*[:,]?\s*",
    "tags": rf"{SIGNED}@\s*:\s*",
    "share": BEGINNING,
    "subscribe": BEGINNING,
    "page": BEGINNING,
    "read_also": rf"{BEGINNING}\s*",
    "source": r"@\s*:\s*",
    "contact": r"@(?!\w)\s*(?::|$)",
    "press_release": r"@(?!\w)",
    "home": r"@",
    "sections": r"@",
    "menu": rf"{BETWEEN}+(?:(?>@(?!\w)){BETWEEN}+)++",  # possessive: words hold one another
    "consent": BEGINNING,
    "forwarded": r"[\W_]*@(?!\w)",
    "mail_notice": r"[\W_]*@(?!\w)",
    "page_number": rf"[-–—\s]*{PAGE}[-–—\s]*",
    "running_head": rf"(?P<title>.{{3,60}}?)\s*[-–—|,·/]\s*{PAGE}",
    "followers": r"\d[\d\s.,]*[KКMМ]?\s@",
    "staff": r"@",
    "ago": r"\d+\s\w+\s@",
    "ends": r"@\.?",
    "reporting": r"[(\[]@\b.*[)\]]|@\b.*[^.!?…)\]]",
    "counters": r"(?<![^\W\d])@(?!\w)",
    "rights": STEM_INSIDE,
    "calls": STEM_INSIDE,
    "reported_from": INSIDE,
    "said": STEM_INSIDE,
    "correspondent": rf"{INSIDE}\.?",
    "office": STEM_INSIDE,
    "street": INSIDE,
    "box": r"@(?!\w)",
    "comments": rf"{SIGNED}(?:@\s*[:(]?\s*\d*\s*[):]?|\d+\s@)",
    "reply": r"(?:[\s|•·]*(?>@(?!\w)|\d++))++",
    "age": r"\d{1,2}\s?@\.?(?!\w)",
    "subject": r"[\W_]*@(?:\s*[:|–—]\s+|[\W_]*$)",
    "town": r"(?P<place>@towns)\.\s+",
    "joining": r"\s*[,;&/]\s*|\s+(?-i:@)\s+",
}
"""Label to its form: `@` stands for the words of the list of the same name, `@photo_by` for those of another list."""

HEADER = {
    "title": "@header_title",
    "published": "@header_date",
    "authors": "@header_author",
    "tags": "@header_tags",
    "source_url": "@header_link",
    "": "@header_other",
}
"""Field of an article to the list of words that are its keys in a header."""


def compile_labels(language: Language, others: Sequence[Language]) -> Labels:
    """Return the labels of `language` and of the site's `others`: newsrooms mix them (`Фото:` on a Kazakh page)."""
    return _compiled(tuple(dict.fromkeys((language.code, *(other.code for other in others)))))


@cache
def _compiled(codes: tuple[str, ...]) -> Labels:
    """Return the labels of the languages `codes`, the article's own first."""
    lists = [languages.load(code).words for code in codes]

    def words(kind: str) -> str:
        found = dict.fromkeys(word for one in lists for word in getattr(one, kind))
        return "|".join(re.escape(word) for word in sorted(found, key=len, reverse=True)) or r"(?!)"

    def pattern(form: str, label: str = "") -> re.Pattern[str]:
        return re.compile(re.sub(r"@(\w*)", lambda at: f"(?:{words(at[1] or label)})", form), re.IGNORECASE)

    forms = {label: pattern(form, label) for label, form in FORMS.items()}
    return Labels(codes=codes, **forms, header={field: pattern(rf"{keys}\s*:\s*") for field, keys in HEADER.items()})
