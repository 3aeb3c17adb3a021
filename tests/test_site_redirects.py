"""Pages at old addresses."""

from __future__ import annotations

import pytest

from interfaces import RU
from newsroom.site import redirects


@pytest.mark.parametrize(
    ("alias", "address"),
    [
        ("news/undated/old/", "ru/news/undated/old/"),
        ("/news/2025/old", "ru/news/2025/old/"),
        ("news//2025/./old/", "ru/news/2025/old/"),
    ],
)
def test_address_below_the_language(alias: str, address: str) -> None:
    """An alias stands below the language's root, however it is written."""
    assert address == redirects.address(alias, prefix="ru/")


@pytest.mark.parametrize("alias", ["", "/", "../secret/", "news/../../x/"])
def test_address_outside_is_refused(alias: str) -> None:
    """An alias that would leave the site is refused, and the message says what was expected."""
    with pytest.raises(redirects.AliasError, match="expected an address such as news/2026/old-name/"):
        redirects.address(alias, prefix="ru/")


def test_text_of_the_page_is_text() -> None:
    """The headline in the link is text."""
    html = redirects.page("ru/old/", "ru/news/2026/s/", title="<b>&", here=RU, site_url="https://example.org/x/")
    assert '<a href="../news/2026/s/">&lt;b&gt;&amp;</a>' in html
    assert '<link rel="canonical" href="https://example.org/x/ru/news/2026/s/">' in html
    assert '<html lang="ru" dir="ltr">' in html


def test_site_without_an_address() -> None:
    """Where the site's address is not known, no canonical address is made up."""
    assert "canonical" not in redirects.page("old/", "new/", title="A", here=RU, site_url="")
