"""What the switcher and hreflang say."""

from __future__ import annotations

from interfaces import ALL, EN, KK, RU
from newsroom.site.alternates import State, hreflang, switches

EXISTING = {"ru": "ru/news/2026/s/"}
LACKING = {"en": (State.COVERAGE, "news/2026/s/")}
SITE = "https://example.org/newsroom/"


def test_every_language_has_one_state() -> None:
    """Each language of the site has its entry, in the site's order, whatever there is in it."""
    found = switches(ALL, "ru", existing=EXISTING, lacking=LACKING)
    assert [
        (EN, State.COVERAGE, "news/2026/s/", False),
        (RU, State.EXISTS, "ru/news/2026/s/", True),
        (KK, State.ABSENT, None, False),
    ] == [(one.language, one.state, one.url, one.current) for one in found]


def test_front_pages_address_is_empty() -> None:
    """The default language's front page is the site's root."""
    expected = (("en", SITE), ("ru", f"{SITE}ru/"), ("x-default", SITE))
    assert expected == hreflang(ALL, {"en": "", "ru": "ru/"}, site_url=SITE)


def test_default_is_a_version_that_exists() -> None:
    """`x-default` is the default language where the story has it, and else the first version."""
    expected = (("ru", f"{SITE}ru/s/"), ("kk", f"{SITE}kk/s/"), ("x-default", f"{SITE}ru/s/"))
    assert expected == hreflang(ALL, {"kk": "kk/s/", "ru": "ru/s/"}, site_url=SITE)


def test_nothing_exists() -> None:
    """A page without versions names none."""
    assert () == hreflang(ALL, {}, site_url=SITE)
