"""Which picture a page shows, and the pictures of a whole site."""

from __future__ import annotations

import logging
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from interfaces import ALL, EN, KK, RU
from newsroom.site import facts, share, sharing, typefaces
from newsroom.site.announce import Described
from newsroom.site.drawer import Drawer
from newsroom.site.pictures import HOME, Picture, Pictures

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from newsroom.site.facts import Facts
    from newsroom.site.interface import Interface

SITE = "https://example.org/newsroom/"
URL = "news/2026/s/"
FACES = typefaces.at_hand()
ARABIC = replace(EN, code="ar", prefix="ar/", site_name="أخبار", name="العربية", direction="rtl")


def _facts(here: Interface, headline: str, template: str = "article.html") -> Facts:
    meta = {"template": template, "title": headline}
    return facts.gather(meta, title=headline, here=here, languages=ALL, counterparts={}, site_url=SITE)


def _of(here: Interface, headline: str, *, url: str = URL, template: str = "article.html") -> Picture | None:
    pictures = Pictures(site_url=SITE, faces=FACES)
    return pictures.of(here.prefix + url, _facts(here, headline, template), here)


@pytest.mark.parametrize(("here", "address"), [(EN, "en/news/2026/s"), (RU, "ru/news/2026/s"), (KK, "kk/news/2026/s")])
def test_a_version_has_a_picture_of_its_own(here: Interface, address: str) -> None:
    """Its headline, in its language, at an address that no other version and no page has."""
    expected = Picture(
        f"{HOME}{address}.png",
        f"{SITE}{HOME}{address}.png",
        share.Card("Ғылым", here.site_name, here.name, "ltr"),
    )
    assert expected == _of(here, "Ғылым")
    assert f"Ғылым – {here.site_name}" == expected.alt


def test_a_page_that_is_to_stay_unknown_has_none() -> None:
    """Search engines shall leave it out, and so shall networks."""
    hidden = replace(_facts(EN, "Nowhere", "absent.html"), indexed=False)
    assert Pictures(site_url=SITE, faces=FACES).of(URL, hidden, EN) is None


@pytest.mark.parametrize("template", ["home.html", "archive.html", "main.html"])
def test_every_other_page_shows_that_of_its_language(template: str) -> None:
    """The site's name is all that they have in common."""
    card = share.Card(KK.site_name, "", KK.name, "ltr")
    expected = Picture(f"{HOME}kk.png", f"{SITE}{HOME}kk.png", card)
    assert expected == _of(KK, "About", template=template)
    assert KK.site_name == expected.alt


def test_a_headline_that_cannot_be_drawn_leaves_that_of_the_language() -> None:
    """No picture with empty boxes, and none at all where even the site's name would have some."""
    assert _of(EN, "", template="home.html") == _of(EN, "Visit to 北京")
    assert _of(ARABIC, "Visit") is None


def _draw(pictures: Iterable[Picture | None], site: Path, drawer: Drawer) -> None:
    wanted = [picture for picture in pictures if picture]
    Pictures(site_url=SITE, faces=FACES).draw(wanted, site=site, drawer=drawer)


def test_a_headline_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build draws only what is new or spoilt, and its pictures are the same."""
    drawn: list[str] = []
    draw = share.draw

    def watched(card: share.Card, *, typefaces: tuple[typefaces.Typeface, ...]) -> bytes:
        drawn.append(card.headline)
        return draw(card, typefaces=typefaces)

    monkeypatch.setattr(share, "draw", watched)
    one, two, changed = _of(EN, "One"), _of(RU, "Два"), _of(RU, "Два, исправлено")
    kept = tmp_path / "kept"
    _draw([one, two, one], tmp_path / "first", Drawer(kept))
    _draw([one, two], tmp_path / "second", Drawer(kept))
    assert ["One", "Два"] == drawn
    _draw([one, changed], tmp_path / "third", Drawer(kept))
    assert ["One", "Два", "Два, исправлено"] == drawn
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    _draw([one, changed], tmp_path / "fourth", Drawer(kept))
    assert ["One", "Два", "Два, исправлено", "One", "Два, исправлено"] == drawn
    assert _files(tmp_path / "first") == _files(tmp_path / "second")
    assert _files(tmp_path / "third") == _files(tmp_path / "fourth")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.png")}


def _config(tmp_path: Path, **extra: bool) -> Any:  # noqa: ANN401 - stands for MkDocs' configuration
    return SimpleNamespace(
        extra=dict(extra), site_url=SITE, site_dir=str(tmp_path / "site"), config_file_path=str(tmp_path / "mkdocs.yml")
    )


def _page(here: Interface, headline: str) -> Described:
    return Described(here.prefix + URL, _facts(here, headline), {}, here)


def test_the_pictures_of_all_pages_are_drawn(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Those of every language; where all went well, nothing is said."""
    caplog.set_level(logging.DEBUG)
    sharing.draw(_config(tmp_path), [_page(EN, "One"), _page(RU, "Два")])
    assert ["en/news/2026/s.png", "ru/news/2026/s.png"] == sorted(_files(tmp_path / "site" / HOME))
    assert [] == caplog.records


def test_an_editor_is_told_of_a_missing_picture(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """In one line, with the headline and what to do; no strict build stops at it."""
    caplog.set_level(logging.DEBUG)
    sharing.draw(_config(tmp_path), [_page(EN, "Visit to 北京"), _page(EN, "Visit to 上海")])
    (record,) = caplog.records
    assert ("NOTE", sharing.NOTE) == (record.levelname, record.levelno)
    assert "for shared links: 2. The first" in record.getMessage()
    assert "'Visit to 北京'" in record.getMessage()
    assert ["en.png"] == list(_files(tmp_path / "site" / HOME))


def test_a_site_can_do_without(tmp_path: Path) -> None:
    """`extra: share_pictures: false` draws none; nor does a site that does not know its own address."""
    off, nowhere = _config(tmp_path, share_pictures=False), _config(tmp_path)
    nowhere.site_url = None
    for config in (off, nowhere):
        sharing.draw(config, [_page(EN, "One")])
        assert sharing.pictures(config) is None
    assert not (tmp_path / "site").exists()
    assert sharing.pictures(_config(tmp_path, share_pictures=True))
