"""The words that announce what is not the story itself, compiled into patterns once a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.languages import Language

NAME = r"[^\W\d_][\w’'ʼ.-]*"
"""One word of a person's name."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What a line may begin with, as patterns that match the label and what separates it from its value."""

    published: re.Pattern[str]
    updated: re.Pattern[str]
    byline: re.Pattern[str]
    photo: re.Pattern[str]
    tags: re.Pattern[str]
    share: re.Pattern[str]
    subscribe: re.Pattern[str]
    read_also: re.Pattern[str]
    source: re.Pattern[str]
    counters: re.Pattern[str]
    """Anywhere in a line: a word that counts views, comments or minutes."""
    reporting: re.Pattern[str]
    """A whole line: an agency's sign-off in brackets."""
    staff: re.Pattern[str]
    """A whole name: what stands in a byline without naming a person."""
    contact: re.Pattern[str]
    """A line that announces whom to ask."""
    said: re.Pattern[str]
    """Anywhere: the beginning of a verb that attributes a quotation."""
    correspondent: re.Pattern[str]
    """Anywhere: an agency's correspondent."""
    joining: re.Pattern[str]
    """Between two authors."""


def compile_labels(language: Language, others: Sequence[Language]) -> Labels:
    """Return the labels of `language` and of the site's `others`: newsrooms mix them (`Фото:` on a Kazakh page)."""
    everyone = (language, *(other for other in others if other is not language))

    def words(kind: str) -> str:
        found = dict.fromkeys(word for one in everyone for word in getattr(one.words, kind))
        return "|".join(re.escape(word) for word in sorted(found, key=len, reverse=True)) or r"(?!)"

    def label(kind: str, separator: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{words(kind)}){separator}", re.IGNORECASE)

    loose = r"(?!\w)\s*[:.|]?\s*(?:[-–—]\s+)?"
    return Labels(
        published=label("published", loose),
        updated=label("updated", loose),
        byline=label("byline", r"(?!\w)\s*:?\s*"),
        photo=re.compile(
            rf"[(\[]?(?:(?:{words('photo_by')})(?!\w)\s*[:|©]?|(?:{words('photo')})\s*(?:[:|©]|[-–—](?=\s))|©)\s*©?\s*",
            re.IGNORECASE,
        ),
        tags=label("tags", r"\s*:\s*"),
        share=label("share", r"(?!\w)"),
        subscribe=label("subscribe", r"(?!\w)"),
        read_also=label("read_also", r"(?!\w)\s*"),
        source=label("source", r"\s*:\s*"),
        counters=re.compile(rf"(?<!\w)(?:{words('counters')})(?!\w)", re.IGNORECASE),
        reporting=re.compile(rf"[(\[](?:{words('reporting')})\b.*[)\]]", re.IGNORECASE),
        staff=re.compile(words("staff"), re.IGNORECASE),
        contact=re.compile(rf"(?:{words('contact')})(?!\w)\s*(?::|$)", re.IGNORECASE),
        said=re.compile(rf"(?<!\w)(?:{words('said')})", re.IGNORECASE),
        correspondent=re.compile(rf"(?<!\w)(?:{words('correspondent')})(?!\w)\.?", re.IGNORECASE),
        joining=re.compile(rf"\s*[,;&/]\s*|\s+(?:{words('joining')})\s+"),
    )
