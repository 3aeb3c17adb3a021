"""Pages that every language has although nobody wrote them."""

from __future__ import annotations

import pytest
import yaml

from interfaces import ALL, KK, RU
from newsroom.site import facts, generated


@pytest.mark.parametrize("page", generated.PAGES)
def test_each_has_a_template_of_its_own(page: generated.GeneratedPage) -> None:
    """Its text is front matter that names a template, which makes a page of its own kind."""
    _, head, body = page.text.split("---\n")
    template = yaml.safe_load(head)["template"]
    assert (template.removesuffix(".html"), "") == (facts.KINDS[template], body)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("ru/", {"en": "", "ru": "ru/", "kk": "kk/"}),
        ("ru/reading/", {"en": "reading/", "ru": "ru/reading/", "kk": "kk/reading/"}),
        ("ru/reading/kept/", {"en": "reading/kept/", "ru": "ru/reading/kept/", "kk": "kk/reading/kept/"}),
        ("ru/about/", None),
        ("ru/news/reading/", None),
    ],
)
def test_every_language_has_them(address: str, expected: dict[str, str] | None) -> None:
    """Each leads to the same page in every language; any other page does not."""
    assert expected == generated.counterparts(address, RU, ALL)


def test_an_address_of_another_language_is_none() -> None:
    """What stands under another language's prefix is not taken for the own page."""
    assert None is generated.counterparts("ru/reading/", KK, ALL)
