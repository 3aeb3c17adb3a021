"""Which picture a page shows where somebody links to it, and drawing those of the whole site.

A story has one a version, with its headline; every other page shows that of its language, with the site's name. So
does a story whose headline can't be drawn whole; where the site's name can't be either, there is none.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import unquote, urljoin

import PIL
from PIL import features

from newsroom.memory import digest
from newsroom.site import share, typefaces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom.site.drawer import Drawer
    from newsroom.site.facts import Facts
    from newsroom.site.interface import Interface
    from newsroom.site.typefaces import Typeface

HOME = "assets/share/"
"""The beginning of every picture's address: no page's begins so."""
_PROGRAM = ("lines.py", "share.py", "typefaces.py")
_LIBRARIES = ("freetype2", "raqm", "harfbuzz", "fribidi", "zlib_ng")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a page names it."""

    address: str
    """Its address from the site's root."""
    url: str
    """Its whole address."""
    card: share.Card
    """What it says."""

    width: ClassVar[int] = share.WIDTH
    """In pixels."""
    height: ClassVar[int] = share.HEIGHT
    """In pixels."""

    @property
    def alt(self) -> str:
        """What it says, for whoever does not see it."""
        return " – ".join(filter(None, (self.card.headline, self.card.name)))


class Pictures:
    """The pictures of one site."""

    def __init__(self, *, site_url: str, faces: Sequence[Typeface]) -> None:
        """Describe the pictures of the site at `site_url`, drawn with the typefaces `faces`."""
        self._site_url = site_url
        self._faces = faces

    def of(self, url: str, page: Facts, here: Interface) -> Picture | None:
        """Return the picture of the page `page` at `url`, from the site's root, in the language `here`.

        A page that is to stay unknown has none.
        """
        if not page.indexed:
            return None
        own = f"{here.code}/{url.removeprefix(here.prefix).strip('/')}" if page.kind == "article" else here.code
        for name, card in ((own, wanted(page, here)), (here.code, _general(here))):
            if self.fault(card) is None:
                address = f"{HOME}{name}.png"
                return Picture(address, urljoin(self._site_url, address), card)
        return None

    def fault(self, card: share.Card) -> str | None:
        """Return why `card` can't be drawn, in words for an editor; None where it can."""
        try:
            share.settings(card, typefaces=self._faces)
        except typefaces.UndrawableError as error:
            return str(error)
        return None

    def draw(self, pictures: Iterable[Picture], *, site: Path, drawer: Drawer) -> None:
        """Draw `pictures` into the folder `site`; those that `drawer` holds are taken from it."""
        for address, card in sorted({picture.address: picture.card for picture in pictures}.items()):
            path = site / unquote(address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._drawn(card, drawer))
        drawer.tidy()

    def _drawn(self, card: share.Card, drawer: Drawer) -> bytes:
        """Return the picture of `card`, drawn now or before."""
        key = digest(self._tools, *(text.encode() for text in astuple(card)))
        drawn = drawer.take(key)
        if drawn is None:
            drawn = share.draw(card, typefaces=self._faces)
            drawer.put(key, drawn)
        return drawn

    @cached_property
    def _tools(self) -> bytes:
        """The digest of everything but the words that a picture depends on."""
        here = Path(__file__).parent
        versions = [PIL.__version__, *(str(features.version(name)) for name in _LIBRARIES)]
        programs = ((here / name).read_bytes() for name in _PROGRAM)
        return digest(*programs, *(face.data for face in self._faces), *(one.encode() for one in versions))


def wanted(page: Facts, here: Interface) -> share.Card:
    """Return what the picture of `page` should say in the language `here`."""
    if page.kind != "article":
        return _general(here)
    return share.Card(page.headline, here.site_name, here.name, here.direction)


def _general(here: Interface) -> share.Card:
    """Return what the picture of the language `here` says."""
    return share.Card(here.site_name, "", here.name, here.direction)
