"""Python, which builds the search index, and the browser, which reads it, understand words alike."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

import raw
import search_scripts
from newsroom import languages
from newsroom.search import matching, tokens
from newsroom.search.folding import TABLE, fold
from newsroom.search.morphology import Morphology

if TYPE_CHECKING:
    from pathlib import Path

    from newsroom.search.matching import Entry

NAMES = [
    *("Василенко", "Vassilenko", "Vasilenko", "Қазақстан", "Qazaqstan", "Kazakhstan", "Казахстан", "Йошкар-Ола"),
    *("Щербаков", "Shcherbakov", "Schtscherbakow", "Пётр", "Pyotr", "Фёдор", "Fyodor", "Семён", "Semyon", "Юлия"),
    *("Артём", "Artyom", "Елена", "Yelena", "Евгений", "Yevgeny", "Шымкент", "Chimkent", "Julia", "Чайковский"),
    *("Tchaikovsky", "Жұмағұл", "Zhumagul", "Jumagul", "Хрущёв", "Khrushchev", "Цой", "Tsoy", "Tzoi", "Wałęsa"),
    *("Łódź", "Đoković", "Müller", "Straße", "Γιώργος", "Αθήνα", "İstanbul", "DİYARBAKIR", "ʻIolani", "O’Neill"),
    *("Әуезов", "Ауэзов", "Үндістан", "Ындыстан", "Ѳеодоръ", "ﬁnance", "ＫＡＺ", "½", "Ⅷ", "②", "नमस्ते", "שָׁלוֹם"),
    *(
        "العَرَبِيَّة",
        "北京",
        "한국",
        "ไทย",
        "𝐊𝐚𝐳𝐚𝐤𝐡",
        "𐐀𐐁",
        "🎓",
        "a\u0301b\u0323",
        "soft\u00adhyphen",
        "zero\u200dwidth",
        "ʹ",
        "'",
    ),
]
"""What newspapers write, and what hardly anyone does."""
TEXTS = (
    "The double-degree programme’s 1,250,000 students, l'Université and lʼUniversité; Rock ’n’ Roll don't.",
    "Йошкар-Ола, северо-западный 1 250 000 человек; 12 500 и 3,5 %, 1,25.",
    "Қазақстан – Өзбекстан, «Шыңғыс-хан» 2024-2025 оқу жылы, А. Байтұрсынұлы-ның",
    "under_score e-mail@site.example https://site.example/a-b?c=d COVID-19 B2B 10-K --x-- -a- a--b 5-7",
    "𝐊𝐚𝐳 🎓 degree 𐐀𐐁-𐐂 after",
)
"""Texts with all that stands in and between words."""
ODD = [chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) not in {"Cn", "Cs"}]
"""Every character up to U+FFFF that Python knows."""

FOLD = 'return given.words.map((await import("./tools.js")).tools({ folding: given.folding }).fold);'
WORDS = 'return given.texts.map((await import("./tokens.js")).words);'
MATCH = """
const { tools } = await import("./tools.js");
const { fold, candidates, readings, matches, isSpelledAlike, isFarFetched } = tools({ folding: given.folding });
return given.pairs.map(([query, form, stem, name]) => {
    const entry = { stem, endings: given.classes[name] };
    const found = readings(query).some((reading) => matches(reading, entry));
    const far = [[true, []], [false, [entry]], [false, [{ stem: "other", endings: entry.endings }]]];
    const fetched = far.map(([isStem, own]) => isFarFetched(fold(query), entry, isStem, own));
    return [candidates(fold(query)), found, isSpelledAlike(query, form, entry), fetched];
});
"""


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return table


@cache
def _texts(named: str = "") -> tuple[str, ...]:
    """Return the texts among the test cases, those whose files are called so at the end."""
    paths = sorted(raw.ROOT.glob(f"tests/cases/*/*{named}.txt"))
    return tuple(path.read_text(encoding="utf-8", errors="replace") for path in paths)


def _forms(named: str = "") -> list[str]:
    """Return every word of these texts once, in small letters."""
    return sorted({word.text.lower() for text in _texts(named) for word in tokens.words(text)})


def _found(text: str) -> list[dict[str, Any]]:
    return [{"text": word.text, "start": word.start, "end": word.end} for word in tokens.words(text)]


def _in_units(text: str, at: int) -> int:
    """Return a place in a text as JavaScript counts it."""
    return len(text[:at].encode("utf-16-le")) // 2


def test_words_fold_alike(tmp_path: Path) -> None:
    """So do the words of texts in many languages, names in many spellings, and every single character."""
    listed = _forms()
    assert len(listed) >= 3000
    listed += [*NAMES, *(name.upper() for name in NAMES), *ODD, *(f"n{letter}n" for letter in ODD)]
    folded = search_scripts.answer(tmp_path, FOLD, {"folding": _table(), "words": listed})
    assert [] == [(word, fold(word), other) for word, other in zip(listed, folded, strict=True) if fold(word) != other]


def test_texts_are_cut_alike(tmp_path: Path) -> None:
    """Words, beginnings and ends are the same: in articles, odd texts, and with every character at every place."""
    listed = [text for text in (*_texts(), *TEXTS) if max(text, default="") <= "\uffff"]
    listed += [f"x {letter}yz a{letter}bcd 1{letter}000 о{letter * 2}к-{letter}" for letter in ODD]
    cut = search_scripts.answer(tmp_path, WORDS, {"texts": listed})
    assert [] == [(text, _found(text), other) for text, other in zip(listed, cut, strict=True) if _found(text) != other]


def test_beyond_the_first_plane_places_are_counted_as_each_counts(tmp_path: Path) -> None:
    """The words are the same there too; Python counts 𝐊 and 🎓 once, JavaScript twice, and cuts its texts by that."""
    text = TEXTS[-1]
    expected = [
        {**word, "start": _in_units(text, word["start"]), "end": _in_units(text, word["end"])} for word in _found(text)
    ]
    assert _found(text) != expected
    assert [expected] == search_scripts.answer(tmp_path, WORDS, {"texts": [text]})


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_queries_find_alike(language: str, tmp_path: Path) -> None:
    """A query that finds a form, and in the same letters, does so in both; hundreds of pairs, of which many do not."""
    morphology = Morphology(languages.load(language))
    pairs = _pairs(_forms(f"_{language}"), morphology)
    given = [(query, form, *entry) for query, form, entry in pairs]
    answers = search_scripts.answer(
        tmp_path, MATCH, {"folding": _table(), "classes": morphology.classes, "pairs": given}
    )
    expected = [
        [
            [*matching.candidates(fold(query))],
            matching.matches(query, entry, morphology.classes),
            matching.is_spelled_alike(query, form, entry, morphology.classes),
            [
                matching.is_far_fetched(fold(query), entry, morphology.classes, is_stem=is_stem, own=frozenset(own))
                for is_stem, own in ((True, ()), (False, (entry,)), (False, (entry._replace(stem="other"),)))
            ],
        ]
        for query, form, entry in pairs
    ]
    for at in (1, 2):
        assert {True, False} == {one[at] for one in expected}
    assert [] == [one for one in zip(given, expected, answers, strict=True) if one[1] != one[2]]


def _pairs(forms: list[str], morphology: Morphology) -> list[tuple[str, str, Entry]]:
    """Return queries with forms and their entries: a form itself, its beginnings, its neighbours, other words."""
    chosen = forms[:: max(len(forms) // 120, 1)]
    queries = {form: {form, form[:-1], form[:-2], form + "а", form + "e"} - {""} for form in chosen}
    near = {form: forms[max(at - 2, 0) : at + 3] for at, form in enumerate(forms)}
    return [
        (query, form, entry)
        for form in chosen
        for query in sorted({*queries[form], *near[form]})
        for entry in morphology.entries(form)
    ]
