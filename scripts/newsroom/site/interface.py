"""One language of the site, as its templates speak it: words, days, numbers and lists of names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import Locale, dates, lists, numbers, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from newsroom.languages import Language

_TIED = str.maketrans({"\u00a0": " ", "\u202f": " "})
"""CLDR's unbreakable spaces: the style sheet keeps a day on one line, and readers search for plain spaces."""


class MissingWordsError(LookupError):
    """A language lacks words that the templates use."""


@dataclass(frozen=True, slots=True)
class Interface:
    """One language of the site."""

    code: str
    """Its code in `mkdocs.yml`, in addresses and in `lang` attributes."""
    name: str
    """Its own name for itself."""
    direction: str
    """`ltr` or `rtl`."""
    locale: Locale
    """By which days, numbers and plurals are written (CLDR, through Babel)."""
    words: Mapping[str, str | Mapping[str, str]]
    """Key to text, or to plural category and text."""
    prefix: str
    """The beginning of its addresses: empty for the default language, else `<code>/`."""
    site_name: str
    """The site's name in this language."""
    faces: tuple[str, ...] = ()
    """The parts of the site's typeface that every page in it needs at once."""

    def say(self, key: str, *, count: int | None = None, **values: str) -> str:
        """Return the words of `key` with `{names}` filled in, in the plural form of `count` where it has several.

        Raises `MissingWordsError` where the language does not know the key.
        """
        if key not in self.words:
            message = f"languages/{self.code}.toml: [ui] was expected to hold {key!r}; add it in this language"
            raise MissingWordsError(message)
        word = self.words[key]
        if count is not None:
            values["count"] = numbers.format_decimal(count, locale=self.locale)
        text = word if isinstance(word, str) else _plural(word, self.locale, 1 if count is None else count)
        return text.format(**values)

    def knows(self, key: str) -> bool:
        """Return whether the language has words for `key`."""
        return key in self.words

    def date(self, day: date) -> str:
        """Return `day` in the language's long form: «13 января 2026 г.»."""
        return dates.format_date(day, "long", locale=self.locale).translate(_TIED)

    def minutes(self, count: int) -> str:
        """Return so many minutes in words: «5 минут»."""
        return units.format_unit(count, "duration-minute", "long", locale=self.locale).translate(_TIED)

    def called(self, code: str) -> str:
        """Return what this language calls the language `code`: «русский»; the code itself where CLDR has no name."""
        return Locale.parse(code.replace("-", "_")).get_language_name(self.locale) or code

    @property
    def decimal(self) -> str:
        """The mark before the decimals of a number."""
        return str(numbers.get_decimal_symbol(self.locale))

    def month(self, number: int) -> str:
        """Return the name of a month from 1 to 12 as it stands alone, with a capital: «Январь», not «января»."""
        name: str = dates.get_month_names("wide", "stand-alone", self.locale)[number]
        return name[:1].upper() + name[1:]

    def join(self, names: Sequence[str]) -> str:
        """Return `names` as the language lists them: "A, B and C"."""
        return lists.format_list(names, locale=self.locale)


def speak(language: Language, *, name: str, prefix: str, site_name: str) -> Interface:
    """Return the interface in `language`, called `name` in `mkdocs.yml`, whose addresses begin with `prefix`."""
    return Interface(
        code=language.code,
        name=name,
        direction=language.direction,
        locale=Locale.parse(language.locale.replace("-", "_")),
        words=language.ui,
        prefix=prefix,
        site_name=site_name,
        faces=tuple(language.alphabet.faces),
    )


def check(interfaces: Iterable[Interface]) -> None:
    """Raise `MissingWordsError` where one language of the site has words that another lacks.

    Keys with a dot are Material's own: a language may correct them and need not.
    """
    known = {one.code: {key for key in one.words if "." not in key} for one in interfaces}
    wanted = set[str]().union(*known.values())
    gaps = [
        f"languages/{code}.toml lacks {', '.join(sorted(wanted - has))}" for code, has in known.items() if wanted - has
    ]
    if gaps:
        message = f"{'; '.join(gaps)}: every language of mkdocs.yml needs the same keys under [ui]"
        raise MissingWordsError(message)


def _plural(forms: Mapping[str, str], locale: Locale, count: int) -> str:
    """Return the form for `count` things, by CLDR's plural rules."""
    return forms.get(locale.plural_form(count)) or forms["other"]
