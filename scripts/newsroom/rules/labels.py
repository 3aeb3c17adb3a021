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

    Each stands for the list of `languages.Words` of the same name.
    """

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

HEADER = {
    "title": "header_title",
    "published": "header_date",
    "authors": "header_author",
    "tags": "header_tags",
    "source_url": "header_link",
    "": "header_other",
}
"""Field of an article to the list of words that are its keys in a header."""


def compile_labels(language: Language, others: Sequence[Language]) -> Labels:
    """Return the labels of `language` and of the site's `others`: newsrooms mix them (`Фото:` on a Kazakh page)."""
    return _compiled(tuple(dict.fromkeys((language.code, *(other.code for other in others)))))


@cache
def _compiled(codes: tuple[str, ...]) -> Labels:
    """Return the labels of the languages `codes`, the article's own first."""
    everyone = [languages.load(code) for code in codes]

    def words(kind: str) -> str:
        found = dict.fromkeys(word for one in everyone for word in getattr(one.words, kind))
        return "|".join(re.escape(word) for word in sorted(found, key=len, reverse=True)) or r"(?!)"

    def pattern(kind: str, form: str) -> re.Pattern[str]:
        return re.compile(form.replace("@", f"(?:{words(kind)})"), re.IGNORECASE)

    stamped = r"@(?!\w)\s*[:.|]?\s*(?:[-–—]\s+)?"
    sign = rf"(?:{SIGN}+\s*)?"
    between = rf"(?:[\s|•·/,.:>»›+-]|{SIGN})*"
    return Labels(
        published=pattern("published", stamped),
        updated=pattern("updated", stamped),
        byline=pattern("byline", rf"{sign}@(?!\w)\s*[:,]?\s*"),
        editor=pattern("editor", r"@\s*:\s*"),
        photo=re.compile(
            rf"{sign}[(\[]?(?:(?:{words('photo_by')})(?!\w)\s*[:|©,]?|(?:{words('photo')})\s*(?:[:|©]|[-–—](?=\s))|©)"
            r"\ufe0f?\s*©?\ufe0f?\s*",
            re.IGNORECASE,
        ),
        picture=pattern("photo", r"(?<!\w)@(?!\w)"),
        caption=pattern("caption", rf"{sign}@(?!\w)\s*[:,]?\s*"),
        tags=pattern("tags", rf"{sign}@\s*:\s*"),
        share=pattern("share", rf"{sign}@(?!\w)"),
        subscribe=pattern("subscribe", rf"{sign}@(?!\w)"),
        page=pattern("page", rf"{sign}@(?!\w)"),
        read_also=pattern("read_also", rf"{sign}@(?!\w)\s*"),
        source=pattern("source", r"@\s*:\s*"),
        contact=pattern("contact", r"@(?!\w)\s*(?::|$)"),
        press_release=pattern("press_release", r"@(?!\w)"),
        home=pattern("home", r"@"),
        sections=pattern("sections", r"@"),
        menu=pattern("menu", rf"{between}+(?:(?>@(?!\w)){between}+)++"),  # possessive: words hold one another
        consent=pattern("consent", rf"{sign}@(?!\w)"),
        forwarded=pattern("forwarded", r"[\W_]*@(?!\w)"),
        mail_notice=pattern("mail_notice", r"[\W_]*@(?!\w)"),
        page_number=pattern("page_number", r"[-–—\s]*(?:@\s*\d+(?:\s*(?:/|\w{2,3})\s*\d+)?|\d+\s*-?\s*@)[-–—\s]*"),
        running_head=pattern(
            "page_number",
            r"(?P<title>.{3,60}?)\s*[-–—|,·/]\s*(?:@\s*\d+(?:\s*(?:/|\w{2,3})\s*\d+)?|\d+\s*-?\s*@)",
        ),
        followers=pattern("followers", r"\d[\d\s.,]*[KКMМ]?\s@"),
        staff=pattern("staff", r"@"),
        ago=pattern("ago", r"\d+\s\w+\s@"),
        ends=pattern("ends", r"@\.?"),
        reporting=pattern("reporting", r"[(\[]@\b.*[)\]]|@\b.*[^.!?…)\]]"),
        counters=pattern("counters", r"(?<![^\W\d])@(?!\w)"),
        rights=pattern("rights", r"(?<!\w)@"),
        calls=pattern("calls", r"(?<!\w)@"),
        reported_from=pattern("reported_from", r"(?<!\w)@(?!\w)"),
        said=pattern("said", r"(?<!\w)@"),
        correspondent=pattern("correspondent", r"(?<!\w)@(?!\w)\.?"),
        office=pattern("office", r"(?<!\w)@"),
        street=pattern("street", r"(?<!\w)@(?!\w)"),
        box=pattern("box", r"@(?!\w)"),
        comments=pattern("comments", rf"{sign}(?:@\s*[:(]?\s*\d*\s*[):]?|\d+\s@)"),
        reply=pattern("reply", r"(?:[\s|•·]*(?>@(?!\w)|\d++))++"),
        age=pattern("age", r"\d{1,2}\s?@\.?(?!\w)"),
        subject=pattern("subject", r"[\W_]*@(?:\s*[:|–—]\s+|[\W_]*$)"),
        town=pattern("towns", r"(?P<place>@)\.\s+"),
        joining=re.compile(rf"\s*[,;&/]\s*|\s+(?:{words('joining')})\s+"),
        header={field: pattern(kind, r"@\s*:\s*") for field, kind in HEADER.items()},
    )
