"""What knows a language: one TOML file each, read into one typed record.

Adding a language is one entry in `mkdocs.yml` and one file here; no code asks which language it is.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

HOME = Path(__file__).parent / "languages"
"""The folder with one `<lang>.toml` a language."""


class _Record(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Alphabet(_Record):
    """Which letters a text of this language is written in."""

    script: str
    """The Unicode script of its letters, as in the names of characters: `LATIN`, `CYRILLIC`, `ARABIC`."""
    letters: str = ""
    """All its letters, lower case: by them a text from before Unicode is told from gibberish."""
    own: str = ""
    """Letters that mark this language among its neighbours of the same script, lower case."""
    foreign: str = ""
    """Letters of neighbouring languages that this one never writes, lower case."""
    faces: list[str] = []
    """Parts of the site's typeface that its pages need at once: `docs/assets/fonts/noto-serif-<part>.woff2`."""


class Dates(_Record):
    """How newsrooms of this language write days."""

    months: Annotated[list[list[str]], Field(min_length=12, max_length=12)]
    """For each month, every stem or short form in which a text may write it, lower case."""
    weekdays: Annotated[list[list[str]], Field(min_length=7, max_length=7)]
    """For each day from Monday, every form in which a text may write it, lower case."""
    relative: dict[str, int] = {}
    """Words that name a day by its distance from publication, in days: yesterday = -1."""
    before_weekday: list[str] = []
    """Words one of which stands before a weekday where its name means something else too: `в среду`; none = no need."""
    habitual: list[str] = []
    """Words beside a weekday that make it a habit and no day: every."""
    day_first: bool = True
    """Whether 03/04/2026 can only be read as 3 April; false where both readings are in use."""
    inflected: bool = True
    """Whether the first form of a month is a stem that takes endings; the other forms are always exact."""
    range_words: list[str] = []
    """Words between the first and the last day of a period: `с 2 по 4 июня`."""
    year_words: list[str] = []
    """Words and abbreviations that stand beside a year: `года`, `жылғы`."""


class Words(_Record):
    """The words by which newsrooms of this language announce what is not the story itself."""

    published: list[str] = []
    """Labels before the day of publication."""
    updated: list[str] = []
    """Labels before the day of the last change."""
    byline: list[str] = []
    """Labels before authors' names."""
    photo: list[str] = []
    """Labels before a picture's credit."""
    photo_by: list[str] = []
    """Phrases before a picture's credit that need no colon: `Photo by`."""
    tags: list[str] = []
    """Labels before a list of tags."""
    share: list[str] = []
    """Beginnings of lines that ask the reader to share."""
    subscribe: list[str] = []
    """Beginnings of lines that ask the reader to subscribe."""
    read_also: list[str] = []
    """Beginnings of lines that announce other articles."""
    source: list[str] = []
    """Labels before the address or name of the original."""
    counters: list[str] = []
    """Words of lines that count views, comments or minutes of reading."""
    contact: list[str] = []
    """Labels before a press contact."""
    reporting: list[str] = []
    """Labels inside the brackets of an agency's sign-off."""
    said: list[str] = []
    """Stems of the verbs that attribute a quotation."""
    correspondent: list[str] = []
    """Words for who wrote it, inside a dateline or behind a name: a correspondent, a reporter."""
    subject: list[str] = []
    """A mail's whole subject that tells what the mail is for and is no headline: `for publication`."""
    towns: list[str] = []
    """Towns from which newsrooms write: alone before the lead, with a full stop, such a name is the dateline."""
    correction: list[str] = []
    """What a note of a correction begins with, in the text or in its headline."""
    home: list[str] = []
    """The first step of breadcrumbs."""
    sections: list[str] = []
    """Names of sections: two of them one below the other are a menu, one alone is the article's."""
    menu: list[str] = []
    """Whole lines of a page's menus and tools, alone or in a row: `Skip to content`, `Large text`, `in English`."""
    consent: list[str] = []
    """Beginnings of notices on cookies and consent, however long."""
    page_number: list[str] = []
    """Words beside the number of a printed page."""
    forwarded: list[str] = []
    """What a mail program or a messenger writes above what it passes on."""
    mail_notice: list[str] = []
    """Beginnings of the warnings and legal notices that mail servers add."""
    editor: list[str] = []
    """Labels before an editor's name, who is no author."""
    caption: list[str] = []
    """Beginnings of a picture's caption."""
    page: list[str] = []
    """Beginnings of lines by which a page steers its reader."""
    rights: list[str] = []
    """Words, anywhere in a line, of a notice on rights."""
    calls: list[str] = []
    """Words, anywhere in a line, that call the reader to a channel or a newsletter."""
    press_release: list[str] = []
    """What a press release calls itself above its headline."""
    header_title: list[str] = []
    """Keys of a mail's or a feed's header: the headline."""
    header_date: list[str] = []
    """The day of publication."""
    header_author: list[str] = []
    """The authors."""
    header_tags: list[str] = []
    """The section or the tags."""
    header_link: list[str] = []
    """The address."""
    header_other: list[str] = []
    """What no reader needs."""
    ago: list[str] = []
    """Words that close an age: `2 hours ago`."""
    ends: list[str] = []
    """Words with which an agency closes its text."""
    reported_from: list[str] = []
    """Words, anywhere in a last line, that say who else worked on the text."""
    staff: list[str] = []
    """What stands in a byline without naming a person."""
    office: list[str] = []
    """Words, anywhere in a name, of an office that speaks to the press: it is no author."""
    box: list[str] = []
    """Beginnings of lines in a newsletter's box: the field for the address, small print, where the story goes on."""
    comments: list[str] = []
    """Headings of what readers wrote, alone or with their number."""
    reply: list[str] = []
    """Whole lines below what a reader wrote."""
    followers: list[str] = []
    """Words behind the number of those who follow an account."""
    age: list[str] = []
    """Units of how old a post is, as networks shorten them: `2d`."""
    street: list[str] = []
    """Words of a postal address."""
    joining: list[str] = []
    """Words that join two authors' names."""
    itself: list[str] = []
    """Stems of the words by which a text speaks of itself: article, story."""
    translated: list[str] = []
    """What a whole line follows that says that the text is a translation: words with punctuation of any kind between.

    `a|b` is one of several words, `[…]` may be missing, and a colon must be there. `{name}` stands for who translated
    it, `{language}` for the language it was translated from and `{into}` for another one, `{itself}` for a word of that
    list, and `{where}` for a place of publication.
    """


class Tongues(_Record):
    """How this language names languages, its own among them, beside what CLDR says."""

    cut: str = ""
    """What CLDR's names lose at their end before they take an ending."""
    endings: list[str] = [""]
    """What a name may end with instead, the whole words in which it joins `from` or `in` among them, lower case."""
    names: dict[str, str] = {}
    """Short and other names without such an ending, lower case, and their codes in CLDR."""


class Keys(_Record):
    """How texts of this language write what its translations share: numbers, days and names."""

    endings: list[str] = []
    """What may be taken off the end of a word before it is compared with a word of another language, lower case."""
    numbers: dict[str, float] = {}
    """Every form of a number written out, lower case, and its value; `one` is left out where it is an article."""
    ordinals: dict[str, int] = {}
    """Every form of an ordinal written out, lower case, and its value."""
    scales: dict[str, int] = {}
    """Words that multiply the number before them, as stems, lower case: `million`."""
    one: list[str] = []
    """Forms of `one`, which is a number only behind a ten: `twenty-one`."""
    rounding: list[str] = []
    """Words beside a number that say that it is not exact, lower case: about, more than."""
    units: dict[str, str] = {}
    """Units of measure by names that CLDR does not give, and currencies, lower case: `dollars` = USD."""
    name_endings: list[str] = []
    """How names of the region end, which are transliterated by rule: -ov, -bek; lower case."""
    concepts: dict[str, list[str]] = {}
    """Common words of news by meaning, under one English name in every language: stems, or a whole word before `$`."""
    places: dict[str, str] = {}
    """Short names of countries and unions that CLDR does not give, lower case, and their codes there: `usa` = US."""
    ranges: list[str] = []
    """Words between the first and the last day of a period."""
    month_first: bool = False
    """Whether a day may stand behind its month: April 20."""
    month_capital: bool = False
    """Whether the name of a month always has a capital letter."""


class Affixes(_Record):
    """The endings of one sort of word, in the order in which they stand behind its stem."""

    shortest: int = 2
    """So many letters a stem has at least."""
    asked: list[int] = []
    """The places, counted from 0, whose endings a query may have; no others are guessed at where a reader waits."""
    unasked: list[str] = []
    """Endings that a query is not taken to have: they are so short that nearly any word might."""
    guessed: bool = False
    """Whether a query is taken to have these endings only where it stands in no text as it is."""
    slots: list[dict[str, str]]
    """For each place, the endings that may stand there, and the letters behind which: `V` is any vowel."""


class Search(_Record):
    """How the forms of a word are found."""

    keyboard: str = ""
    """The letters of the keyboard, key by key, row by row: a query may have been typed on another one."""
    dictionary: bool = False
    """Whether pymorphy3 knows the language."""
    stemmer: str = ""
    """The name of Snowball's stemmer, where that is what finds the forms."""
    stem_endings: list[str] = []
    """What a query may have behind the stem that the stemmer gives."""
    irregular: dict[str, str] = {}
    """Lemma to forms, with spaces between, that no stemmer finds."""
    affixes: list[Affixes] = []
    """The sorts of words whose endings are taken off one by one."""
    vowels: str = ""
    """The vowels of a language with such endings."""
    back: str = ""
    """Those of the back of the mouth, with which endings agree."""
    front: str = ""
    """Those of the front."""
    contracted: dict[str, str] = {}
    """A stem as it is before an ending that takes its last vowel away, and the whole word: орн-ы is of орын."""
    whole: str = ""
    """Words that only look as if they had endings, with spaces between: қатты is hard, not the accusative of қат."""
    steady: list[str] = []
    """Endings that agree with nothing."""
    loose: list[str] = []
    """What words end in, names mostly, behind which endings of either sort stand."""
    voiced: dict[str, str] = {}
    """A consonant that stands before a vowel, and what it is at the end of the word: б is п."""


class Language(_Record):
    """All that the program knows of one language."""

    code: str
    """The code used in `mkdocs.yml`, in addresses and in `<html lang>`: BCP 47."""
    name: str
    """Its own name for itself."""
    locale: str
    """The locale by which Babel writes dates and numbers."""
    direction: str = "ltr"
    """`ltr` or `rtl`."""
    quotes: tuple[str, str]
    """The marks that open and close a quotation in this language."""
    alphabet: Alphabet
    """Its letters."""
    dates: Dates
    """Its days and months."""
    words: Words
    """Its newsroom words."""
    tongues: Tongues = Tongues()
    """Its names of languages."""
    keys: Keys = Keys()
    """Its numbers, and the endings of its words."""
    search: Search = Search()
    """How its words are searched."""
    ui: dict[str, str | dict[str, str]] = {}
    """The site's own words: key to text, or to plural category (CLDR: one, few, many, other) and text."""


class UnknownLanguageError(LookupError):
    """A language is configured that has no TOML file."""


@cache
def load(code: str) -> Language:
    """Return the record of the language `code`.

    Raises `UnknownLanguageError` where it has no file, and pydantic's `ValidationError` where the file is wrong.
    """
    path = HOME / f"{code}.toml"
    if not path.is_file():
        known = ", ".join(sorted(found.stem for found in HOME.glob("*.toml")))
        message = f"mkdocs.yml: language {code!r} has no data; expected {path.name} beside {known} in {HOME.name}/"
        raise UnknownLanguageError(message)
    return Language.model_validate({"code": code, **tomllib.loads(path.read_text(encoding="utf-8"))})
