"""Who translated a text and from which language, read from lines around it: `cases/translations/<lang>.tsv`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsroom import languages, proof, read, take_apart
from newsroom.rules import tongue, translation
from newsroom.rules.draft import Draft
from newsroom.rules.labels import compile_labels

CASES = Path(__file__).parent / "cases" / "translations"
CODES = ("en", "ru", "kk")
SITE = [languages.load(code) for code in CODES]
TEXTS = {
    "en": (
        "Brussels bakers bring back the brass bell",
        "12 April 2026",
        "Bakers in Brussels will ring a brass bell at four in the morning, the city council decided after a long talk.",
        "The bells come from an old school in Ghent, and each of them weighs as much as two loaves of rye bread.",
        "A third bell is still looked for, and whoever has seen it is asked to come to the town hall on any weekday.",
        "On Sundays the bakers will be silent, for the neighbours asked them to let the children sleep until seven.",
    ),
    "ru": (
        "Пекари Брюсселя возвращают медный колокол",
        "12 апреля 2026",
        "Пекари Брюсселя будут звонить в медный колокол в четыре часа утра, решил городской совет после долгих споров.",
        "Колокола взяты из старой школы в Генте, и каждый весит столько же, сколько две буханки ржаного хлеба.",
        "Третий колокол ещё ищут, и каждого, кто его видел, просят прийти в ратушу в любой будний день до полудня.",
        "По воскресеньям пекари будут молчать, ведь соседи попросили их дать детям поспать хотя бы до семи утра.",
    ),
    "kk": (
        "Брюссель наубайшылары жез қоңырауды қайтарды",
        "2026 жылғы 12 сәуір",
        "Брюссель наубайшылары таңғы сағат төртте жез қоңырау соғады, деп шешті қалалық кеңес ұзақ талқылаудан кейін.",
        "Қоңыраулар Генттегі ескі мектептен алынған, олардың әрқайсысы екі қара нан сияқты салмақ тартады екен.",
        "Үшінші қоңырау әлі табылған жоқ, оны көргендердің бәрінен кез келген жұмыс күні ратушаға келуін сұрайды.",
        "Жексенбіде наубайшылар үндемейді, өйткені көршілер балаларды таңғы жетіге дейін ұйықтатуды өтінген еді.",
    ),
}
"""A headline, a day and four paragraphs."""
PLACES = (0, 1, 2, 6)
"""Above and below the headline, below the day, and behind the text: what a note stands before."""


def _cases() -> list[tuple[str, str, str, str]]:
    rows = [(code, row) for code in CODES for row in (CASES / f"{code}.tsv").read_text("utf-8").splitlines()]
    return [(code, *row.split("\t")) for code, row in rows if not row.startswith("#")]  # type: ignore[misc]


def _taken(code: str, place: int, *lines: str) -> take_apart.Taken:
    """Take apart a text with `lines` before the part `place` of it; no word of it is lost."""
    parts = list(TEXTS[code])
    parts[place:place] = ["\n".join(lines)]
    normal = read.normalise("\n\n".join(parts))
    taken = take_apart.take_apart(normal, source="x.txt", language=languages.load(code), others=SITE)
    proof.prove(normal, taken)
    return taken


def _told(taken: take_apart.Taken) -> tuple[str | None, str | None, bool]:
    """Return who translated it, from what, and whether there is evidence of that."""
    article = taken.article
    return article.translator, article.translated_from, "translated_from" in article.evidence


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("code", "line", "translator", "origin"), [case for case in _cases() if case[3] != "no"])
def test_a_note_is_read_and_left_out(code: str, line: str, translator: str, origin: str, place: int) -> None:
    """Wherever it stands around the story it fills the fields, and headline, day and paragraphs stay what they are."""
    taken = _taken(code, place, line)
    assert (translator or None, origin.strip("?") or None, bool(origin)) == _told(taken)
    title, _, *body = TEXTS[code]
    assert (title, body) == (taken.article.title, [block.text for block in taken.article.body])
    assert ((), None, None, "2026-04-12") == (
        taken.article.authors, taken.article.section, taken.article.agency, str(taken.article.published)
    )  # fmt: skip
    rules = {
        taken.article.evidence[name].rule
        for name in ("translator", "translated_from")
        if name in taken.article.evidence
    }
    assert {"translation"} == rules or not (translator or origin)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("code", "line"), [case[:2] for case in _cases() if case[3] == "no"])
def test_other_lines_say_nothing_of_a_translation(code: str, line: str, place: int) -> None:
    """What only speaks of translating is no note, and behind the text it stays in the body."""
    taken = _taken(code, place, line)
    assert (None, None, False) == _told(taken)
    assert place != PLACES[-1] or line in [block.text for block in taken.article.body]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("place", [3, 4])
def test_a_note_may_stand_below_a_standfirst(code: str, place: int) -> None:
    """Among the first paragraphs it is one too, further down it may be about a poem and stays in the body."""
    read_here, below = (_taken(code, at, "Translated by Anna de Vries").article for at in (place, 5))
    assert ("Anna de Vries", None) == (read_here.translator, below.translator)
    assert "Translated by Anna de Vries" in [block.text for block in below.body]


@pytest.mark.parametrize(
    ("code", "lines", "authors", "translator", "origin"),
    [
        ("en", ["By Ivan Petrov, translated by Anna de Vries"], ("Ivan Petrov",), "Anna de Vries", None),
        ("en", ["By Ivan Petrov. Translated from Russian by Anna Kim"], ("Ivan Petrov",), "Anna Kim", "ru"),
        ("en", ["Written by Ivan Petrov and translated by Anna de Vries"], ("Ivan Petrov",), "Anna de Vries", None),
        ("en", ["By Ivan Petrov (translated from Russian)"], ("Ivan Petrov",), None, "ru"),
        ("en", ["By Ivan Petrov | Translated by Anna de Vries"], ("Ivan Petrov",), "Anna de Vries", None),
        ("en", ["(Reporting by Ivan Petrov; translated by Anna Kim; editing by Jan Peeters)"], (), "Anna Kim", None),
        ("en", ["Translator:", "Anna de Vries"], (), "Anna de Vries", None),
        ("en", ["Translated by Anna de Vries", "Originally published in Kazakh"], (), "Anna de Vries", "kk"),
        ("en", ["Machine translation", "Original in Kazakh"], (), None, "kk"),
        ("ru", ["Автор: Иван Петров, перевод: Анна Иванова"], ("Иван Петров",), "Анна Иванова", None),
        ("ru", ["Автор: Иван Петров. Перевела с английского А. Иванова"], ("Иван Петров",), "А. Иванова", "en"),
        ("ru", ["Текст: Иван Петров; перевод: Анна Иванова; фото: О. Смирнов"], ("Иван Петров",), "Анна Иванова", None),
        ("ru", ["Автор: Иван Петров. Перевод: А. Иванова. Редактор: О. Смирнов"], ("Иван Петров",), "А. Иванова", None),
        ("ru", ["Подготовила и перевела Анна Иванова"], (), "Анна Иванова", None),
        ("ru", ["Переводчик:", "Анна Иванова"], (), "Анна Иванова", None),
        ("kk", ["Авторы: Иван Петров, аударған: Айгүл Сейтова"], ("Иван Петров",), "Айгүл Сейтова", None),
        ("kk", ["Мәтін: Иван Петров. Орыс тілінен аударған А. Б."], ("Иван Петров",), "А. Б.", "ru"),
        ("kk", ["Аударған:", "Айгүл Сейтова"], (), "Айгүл Сейтова", None),
    ],
)
@pytest.mark.parametrize("place", [1, 6])
def test_a_note_stands_among_other_credits(
    code: str, lines: list[str], authors: tuple[str, ...], translator: str | None, origin: str | None, place: int
) -> None:
    """On one line with a byline, in a sign-off, or below its label it is read too, and so is what stands beside it."""
    taken = _taken(code, place, *lines)
    assert (authors, translator, origin) == (taken.article.authors, *_told(taken)[:2])
    assert list(TEXTS[code][2:]) == [block.text for block in taken.article.body]


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("en", ["Director: Jane Doe", "Original language: Russian", "Running time: 90 minutes"]),
        ("ru", ["Режиссёр: Иван Петров", "Язык оригинала: казахский", "Жанр: драма"]),
        ("kk", ["Режиссёрі: Айгүл Сейтова", "Түпнұсқа тілі: орыс тілі", "Жанры: драма"]),
    ],
)
def test_a_box_about_a_film_is_no_note(code: str, lines: list[str]) -> None:
    """Among keys that no newsroom writes around a story a language is the film's."""
    taken = _taken(code, PLACES[-1], *lines)
    assert (None, None, False) == _told(taken)
    assert lines == [block.text for block in taken.article.body][-3:]


def test_a_sign_without_a_meaning_is_no_language() -> None:
    """Whatever character stands for a language while a line is read, in a text it stands for none."""
    taken = _taken("en", PLACES[-1], f"Translated from {tongue.MARK}")
    assert (None, None, False) == _told(taken)
    assert f"Translated from {tongue.MARK}" in [block.text for block in taken.article.body]


def test_a_day_behind_a_translator_is_the_articles() -> None:
    """Behind an original it is the original's, and no day of this text."""
    lines = read.normalise("\n\n".join([TEXTS["en"][0], "Translated by Anna Kim, 10 April 2026", *TEXTS["en"][2:]]))
    taken = take_apart.take_apart(lines, source="x.txt", language=SITE[0], others=SITE)
    assert ("Anna Kim", "2026-04-10") == (taken.article.translator, str(taken.article.published))
    lines = read.normalise(
        "\n\n".join([TEXTS["en"][0], "First published in Russian on 10 April 2026", *TEXTS["en"][2:]])
    )
    taken = take_apart.take_apart(lines, source="x.txt", language=SITE[0], others=SITE)
    assert ("ru", None) == (taken.article.translated_from, taken.article.published)


@pytest.mark.parametrize(
    ("code", "line"),
    [("en", "Translated from English"), ("ru", "Перевод с русского"), ("kk", "Қазақ тілінен аударған А. Б.")],
)
def test_a_text_is_no_translation_from_its_own_language(code: str, line: str) -> None:
    """It stays empty, and the editor is told the line."""
    taken = _taken(code, 0, line)
    (problem,) = taken.problems
    assert (None, 1, True) == (
        taken.article.translated_from,
        problem.line,
        problem.message.startswith("translated_from: "),
    )


def test_a_headline_that_the_story_takes_up_is_no_note() -> None:
    """Where the story is about it, such a line is the headline."""
    title = "Translated by Brussels Bakers and City Council"
    lines = ["Culture", title, *TEXTS["en"][1:]]
    taken = take_apart.take_apart(lines, source="x.txt", language=SITE[0], others=SITE)
    assert (title, None) == (taken.article.title, taken.article.translator)


@pytest.mark.parametrize("code", CODES)
def test_every_template_can_be_used(code: str) -> None:
    """Each has brackets in pairs, slots that are known and stand once, and a word by which it is found."""
    words = languages.load(code).words
    for template in words.translated:
        assert template.count("[") == template.count("]")
        assert set(re.findall(r"{\w+}", template)) <= {"{name}", "{language}", "{into}", "{itself}", "{where}"}
        assert max(template.count("{name}"), template.count("{language}")) <= 1
        filled = re.sub(r"\[[^\[\]]*\]", "", re.sub(r"\[[^\[\]]*\]", "", template))
        values = {"name": "Anna Kim", "language": "Dutch", "into": "Dutch", "itself": words.itself[0], "where": "x.org"}
        chosen = (part.split("|")[0].rstrip(":") + ":" * part.endswith(":") for part in filled.split())
        line = " ".join(chosen).format(**values)
        draft = Draft("x.txt", SITE[0], compile_labels(SITE[0], SITE), [])
        assert (line, True) == (line, translation.read(draft, line) is not None)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Kazakh", "kk"), ("Farsi", "fa"), ("казахского", "kk"), ("английском", "en"), ("иврита", "he"),
        ("АНГЛ", "en"), ("орыс", "ru"), ("орысшадан", "ru"), ("өзбекшеден", "uz"), ("хинди", "hi"),
        ("diary", None), ("русскоязычный", None),
    ],
)  # fmt: skip
def test_a_language_is_known_by_its_names(words: str, code: str | None) -> None:
    """In any of the site's languages, inflected or not; every character keeps its place."""
    hidden, found = tongue.hide(f"a {words} b", CODES)
    expected = tongue.MARK * len(words) if code else words
    assert (f"a {expected} b", {2: code} if code else {}) == (hidden, found)
