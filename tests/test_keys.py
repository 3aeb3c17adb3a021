"""What is read out of a text, and that it is the same in every language."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import raw
from newsroom import languages
from newsroom.keys import Kind, Reader
from newsroom.keys.skeleton import skeleton, stems


def read(language: str, text: str, kind: Kind) -> list[str]:
    """Return the keys of one kind in `text`, in order."""
    profile = Reader(languages.load(language)).profile(raw.article("a.txt", language, [text]))
    return [mention.unit.key for mention in profile.paragraphs[0] if mention.unit.kind is kind]


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("en", "12,000 students", ["n:12000"]),
        ("ru", "12 000 студентов", ["n:12000"]),
        ("ru", "12\u00a0000 студентов", ["n:12000"]),
        ("ru", "12 тысяч студентов", ["n:12000"]),
        ("ru", "12 тыс. студентов", ["n:12000"]),
        ("kk", "12 мыңнан астам студент", ["n:12000"]),
        ("en", "1.2 million euros", ["n:1200000"]),
        ("ru", "1,2 млн евро", ["n:1200000"]),
        ("kk", "1,2 миллион еуро", ["n:1200000"]),
        ("en", "1,234,567.5 tonnes", ["n:1.23457e+06"]),
        ("en", "five students", ["n:5"]),
        ("ru", "пять студентов", ["n:5"]),
        ("kk", "бес студент", ["n:5"]),
        ("en", "twenty-five", ["n:25"]),
        ("ru", "двадцать пять", ["n:25"]),
        ("kk", "жиырма бес", ["n:25"]),
        ("kk", "он екі", ["n:12"]),
        ("en", "two thousand", ["n:2000"]),
        ("ru", "две тысячи", ["n:2000"]),
        ("en", "half of them", ["n:0.5"]),
        ("ru", "половина из них", ["n:0.5"]),
        ("kk", "олардың жартысы", ["n:0.5"]),
        ("kk", "40-қа жуық", ["n:40"]),
        ("ru", "III Форум", ["n:3"]),
        ("en", "the third forum", ["n:3"]),
        ("kk", "үшінші форум", ["n:3"]),
        ("en", "since 2021", ["n:2021"]),
        ("en", "at 17:30", ["n:17.3"]),
    ],
)
def test_a_number_has_one_key_however_it_is_written(language: str, text: str, keys: list[str]) -> None:
    """Digits, marks, magnitudes and words of three languages come to one form."""
    assert keys == read(language, text, Kind.NUMBER)


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("en", "on September 1, 2026", ["d:09-01"]),
        ("en", "on 1 September 2026", ["d:09-01"]),
        ("en", "on the 1st of September", ["d:09-01"]),
        ("ru", "1 сентября 2026 года", ["d:09-01"]),
        ("kk", "2026 жылғы 1 қыркүйекте", ["d:09-01"]),
        ("ru", "01.09.2026", ["d:09-01"]),
        ("en", "2026-09-01", ["d:09-01"]),
        ("en", "2–4 June", ["d:06-02", "d:06-04"]),
        ("ru", "с 2 по 4 июня", ["d:06-02", "d:06-04"]),
        ("kk", "2–4 маусым аралығында", ["d:06-02", "d:06-04"]),
        ("ru", "в апреле 20 человек", []),
        ("en", "it may 5 times", []),
    ],
)
def test_a_day_has_one_key_however_it_is_written(language: str, text: str, keys: list[str]) -> None:
    """Days come to month and day; a number that is no day stays one."""
    assert keys == read(language, text, Kind.DATE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vassilenko", "Василенко"),
        ("Philippe", "Филипп"),
        ("Yerzhan", "Ержан"),
        ("Kristjan", "Кристьян"),
        ("Thompson", "Томпсон"),
        ("Abenova", "Әбенова"),
        ("Williams", "Уильямс"),
    ],
)
def test_a_name_has_one_skeleton_in_two_scripts(one: str, other: str) -> None:
    """Transliteration, doubled letters and vowels do not matter."""
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("language", "text"),
    [("kk", "Елші Василенконың сөзі"), ("ru", "с послом Василенко"), ("en", "with Ambassador Vassilenko’s words")],
)
def test_endings_do_not_hide_a_name(language: str, text: str) -> None:
    """A name is recognised in any case of its language."""
    profile = Reader(languages.load(language)).profile(raw.article("a.txt", language, [text]))
    assert "vslnk" in profile.forms


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Belgian students"), ("ru", "бельгийских студентов"), ("kk", "Бельгиядағы студенттер")],
)
def test_a_country_is_known_by_its_names_in_cldr(language: str, text: str) -> None:
    """Nouns and adjectives of a country have its code."""
    assert ["p:BE"] == read(language, text, Kind.PLACE)


def test_likeness_does_not_make_a_country() -> None:
    """Of two names that begin alike, the longer agreement wins."""
    assert ["p:AU"] == read("en", "in Australia", Kind.PLACE)
    assert ["p:AT"] == read("en", "in Austria", Kind.PLACE)


def test_latin_words_in_cyrillic_are_names() -> None:
    """What a Cyrillic text leaves in Latin letters is a name, capital or not."""
    assert ["trksr"] == [form[:5] for form in read("ru", "модель turkic_asr готова", Kind.NAME)]


def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name() -> None:
    """Only a capital elsewhere does, or the same word with one elsewhere."""
    assert [] == read("en", "Vubalka runs. Vubalka stops.", Kind.NAME)
    assert ["vblk", "vblk"] == read("en", "Vubalka runs, and Vubalka stops.", Kind.NAME)


def test_common_words_have_one_meaning_in_every_language() -> None:
    """The words that news have in common are compared by their meaning."""
    texts = {"en": "students", "ru": "студентами", "kk": "студенттердің"}
    assert {"c:student"} == {read(language, text, Kind.WORD)[0] for language, text in texts.items()}


def test_a_short_name_is_not_eaten_up() -> None:
    """At least three letters of a word stay when its ending is taken off."""
    assert ("дом",) == stems("дом", endings=("ом",))
    assert ("домом", "дом") == stems("домом", endings=("ом",))


@given(st.text(max_size=300), st.sampled_from(["en", "ru", "kk"]))
@example("12 m² and ٣ and " + "9" * 500, "en")
@example("31.31.2026, 2026-13-45, IIII, 0.5.5, 1,2,3", "ru")
def test_no_text_is_too_odd(text: str, language: str) -> None:
    """Whatever a text holds, its keys are read and weighed."""
    profile = Reader(languages.load(language)).profile(raw.article("a.txt", language, [text], title=text))
    assert all(unit.weight >= 0 for unit in profile.units.values())


def test_rare_keys_weigh_more() -> None:
    """A long name tells more than a country, and a country more than a small number."""
    reader = Reader(languages.load("en"))
    profile = reader.profile(raw.article("a.txt", "en", ["In Belgium, two ladies met Mr Vassilenko."]))
    found = [profile.units[key].weight for key in ("vslnk", "p:BE", "n:2")]
    assert sorted(found, reverse=True) == found


def test_every_key_that_a_language_has_in_common_is_in_lower_case() -> None:
    """Data are compared with lower-case words."""
    for code in ("en", "ru", "kk"):
        data = languages.load(code).keys
        stems_ = [stem for stems_ in data.concepts.values() for stem in stems_]
        forms = [*data.endings, *data.numbers, *data.ordinals, *data.scales, *data.places, *stems_]
        assert [form.lower() for form in forms] == forms


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("en", "a road of 100 miles", "length-mile"),
        ("ru", "дорога в 160 километров", "length-kilometer"),
        ("kk", "160 километрге созылған жол", "length-kilometer"),
        ("en", "5,000 square kilometres", "area-square-kilometer"),
        ("ru", "12 квадратных километров", "area-square-kilometer"),
        ("en", "about 40% of them", "concentr-percent"),
        ("ru", "18 процентов", "concentr-percent"),
        ("kk", "18 пайызы", "concentr-percent"),
        ("en", "$12 million", "USD"),
        ("ru", "12 млн долларов", "USD"),
        ("kk", "12 миллион теңге", "KZT"),
        ("en", "at 17:30", "clock"),
        ("en", "12 in Astana", ""),
        ("ru", "2026 г.", ""),
    ],
)
def test_what_a_number_counts_is_known_by_its_names_in_cldr(language: str, text: str, measure: str) -> None:
    """Units of measure and currencies, in every form that they take behind a number."""
    profile = Reader(languages.load(language)).profile(raw.article("a.txt", language, [text]))
    assert [measure] == [said.measure for said in profile.paragraphs[0] if said.unit.kind is Kind.NUMBER][:1]


@pytest.mark.parametrize(
    ("language", "text", "is_exact"),
    [
        ("en", "about 40 guests", False),
        ("ru", "более 40 гостей", False),
        ("kk", "40-қа жуық қонақ", False),
        ("en", "40 guests", True),
    ],
)
def test_a_word_beside_a_number_says_that_it_is_not_exact(language: str, text: str, is_exact: bool) -> None:  # noqa: FBT001
    """About so many, more than so many."""
    profile = Reader(languages.load(language)).profile(raw.article("a.txt", language, [text]))
    assert [is_exact] == [said.is_exact for said in profile.paragraphs[0] if said.unit.kind is Kind.NUMBER]
