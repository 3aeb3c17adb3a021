"""The three languages of the site as its rooms know them, for the tests of those rooms."""

from __future__ import annotations

from newsroom import languages
from newsroom.site.interface import Interface, speak

EN, RU, KK = (
    speak(languages.load(code), name=code, prefix=prefix, site_name=f"News in {code}")
    for code, prefix in (("en", ""), ("ru", "ru/"), ("kk", "kk/"))
)
ALL: tuple[Interface, ...] = (EN, RU, KK)
