"""What a page's machine-readable words need to know besides the page: the site, in the page's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from babel.core import get_global

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from babel import Locale

    from newsroom.site.interface import Interface


@dataclass(frozen=True, slots=True)
class Publication:
    """The site as its readers in one language know it."""

    here: Interface
    """The language."""
    site_url: str
    """The absolute address of the site's root; empty where it is not known."""
    description: str
    """What the site is about, in this language."""
    called: Mapping[str, str]
    """What each page of this language that search engines may know is called, by its address from the root."""

    @property
    def home(self) -> str:
        """The absolute address of the front page in this language."""
        return urljoin(self.site_url, self.here.prefix)

    def trail(self, url: str) -> Iterator[tuple[str, str]]:
        """Yield name and absolute address of each page above the absolute address `url`, then of the page itself.

        The front page comes first. Only pages that exist are named: a folder without a page of its own is passed over.
        """
        steps = url.removeprefix(self.home).split("/")[:-1]
        for depth in range(len(steps) + 1):
            address = self.here.prefix + "".join(f"{step}/" for step in steps[:depth])
            if address in self.called:
                yield self.called[address], urljoin(self.site_url, address)


def territory_form(locale: Locale) -> str:
    """Return `locale` as language and territory, such as `kk_KZ`: Open Graph knows no other form.

    A locale that names no territory gets the one where CLDR says that it is most likely spoken (UTS 35, likely
    subtags); where CLDR knows of no single one, the language alone is returned.
    """
    likely = get_global("likely_subtags")
    full = likely.get(str(locale)) or likely.get(locale.language, "")
    territory = locale.territory or full.rpartition("_")[2]
    return f"{locale.language}_{territory}" if territory.isalpha() else locale.language


def noon(day: date) -> datetime:
    """Return `day` as a moment, for machines that expect one.

    The texts give days and no hours. Noon in UTC is on that very day from Hawaii to New Zealand, so that no machine
    that converts it shows another.
    """
    return datetime.combine(day, time(12), UTC)


def moment(day: date) -> str:
    """Return `day` as a moment with its offset (ISO 8601)."""
    return noon(day).isoformat()
