"""Texts of many newsrooms, taken apart: `cases/articles/NAME.txt` and what must come of it in `NAME.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import detect, languages, proof, read, take_apart

CASES = sorted((Path(__file__).parent / "cases" / "articles").glob("*.txt"))
SITE = [languages.load(code) for code in ("en", "ru", "kk")]
LETTERS = frozenset("".join(language.alphabet.letters for language in SITE))


def _taken(path: Path) -> take_apart.Taken:
    text = read.read(path.read_bytes(), letters=LETTERS)
    found = detect.detect("\n".join(text.lines), languages=SITE)
    assert found.language is not None
    taken = take_apart.take_apart(text.lines, source=path.name, language=languages.load(found.language), others=SITE)
    proof.prove(text.lines, taken)
    return taken


def _described(taken: take_apart.Taken) -> dict[str, Any]:
    article = taken.article
    return {
        "language": article.language,
        "title": article.title,
        "headline": article.headline,
        "published": str(article.published or ""),
        "updated": str(article.updated or ""),
        "event_date": str(article.event_date or ""),
        "dateline": article.dateline,
        "dateline_place": article.dateline_place,
        "agency": article.agency,
        "authors": list(article.authors),
        "photo_credit": article.photo_credit,
        "section": article.section,
        "tags": list(article.tags),
        "source_url": article.source_url,
        "translator": article.translator,
        "translated_from": article.translated_from,
        "slug": article.natural_slug,
        "body": [[block.kind.value, block.text] for block in article.body],
        "restored": [block.restored for block in article.body if block.restored],
        "left_out": [[one.rule, one.text] for one in article.left_out],
        "problems": [problem.message for problem in taken.problems],
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_text_is_taken_apart(path: Path) -> None:
    """Every field, every block of the body and everything left out is as the case says, and no word is lost."""
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert expected == _described(_taken(path))


def test_every_field_has_evidence() -> None:
    """Whatever field is filled names the rule and the line that filled it."""
    article = _taken(next(path for path in CASES if path.stem == "portal_en")).article
    filled = {"title", "published", "updated", "event_date", "authors", "photo_credit", "section", "tags"}
    assert {} == {name: "none" for name in filled if name not in article.evidence}
    lines = {name: article.evidence[name].line for name in ("title", "published", "authors", "event_date")}
    assert {"title": 3, "published": 4, "authors": 5, "event_date": 8} == lines


def test_a_headline_from_the_lead_says_so() -> None:
    """Where the text has no headline the title is empty, and the evidence of the one shown says that it is inferred."""
    article = _taken(next(path for path in CASES if path.stem == "crawled_ru")).article
    assert (None, True) == (article.title, article.evidence["title"].inferred)


@pytest.mark.parametrize("text", [" date 2026-05-30 Фото: пресс-служба", "Фото: пресс-служба", "---"])
def test_nothing_but_furniture_is_no_article(text: str) -> None:
    """A crawler's header, a credit or a ruler alone has no body."""
    with pytest.raises(take_apart.NoBodyError):
        take_apart.take_apart([text], source="x.txt", language=languages.load("ru"), others=SITE)


def test_the_proof_names_lost_and_invented_words() -> None:
    """A word that disappears, or comes from nowhere, stops the build by name."""
    path = CASES[0]
    lines = read.read(path.read_bytes(), letters=LETTERS).lines
    taken = _taken(path)
    with pytest.raises(proof.LostWordsError, match="words lost: zzz; words invented: none"):
        proof.prove([*lines, "zzz"], taken)
    with pytest.raises(proof.LostWordsError, match=r"words lost: none; words invented: [^n]"):
        proof.prove([line for line in lines if line][:-1], taken)


PIECES = [
    "Фото: МИД РК",
    "By Anna Kim",
    "Published: 5 May 2026 | Updated: 7 May 2026",
    "12 мая 2026, 17:05",
    "Теги: а, б",
    "#a #b",
    "Home > News",
    "АСТАНА. КАЗИНФОРМ – Посол приехал.",
    "(Reuters) - It rained.",
    "• one",
    "• two",
    "1. one",
    "2. two",
    "a\tb",
    "c\td",
    "---",
    "Читайте также:",
    "Share",
    "© 2026 X",
    "Заголовок новости о встрече",
    "Press release",
    "From: a",
    "Subject: b",
    "___",
    "Гүлнар ТӨЛЕГЕН,",
    "Skip to content",
    "---------- Forwarded message ---------",
    "Published",
    "Author",
    "Tags",
    "Анна Светлова, Никита Бурый",
    "1 of 3 | A bell. (AP Photo/Jane Doe)",
    "👉 Share",
    "Page 1 of 2",
    "“Lost mark, the Ambassador stressed.",
    'Found," said Ann.',
    "|",
    "| |",
    "Translated by Anna Kim, 5 May 2026",
    "By Anna Kim, translated from Russian by Timur Seitov",
    "Перевод:",
    "(орыс тілінен аударма)",
    "This article was first published in Kazakh on 5 May 2026.",
    "The rector opened the new laboratory on Monday and thanked all of the students who had painted it.",
]
"""Lines that rules look for, to be mixed with any text."""


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.just(""), st.text(max_size=40)), max_size=14), st.sampled_from(SITE)
)
def test_no_text_breaks_the_rules_or_loses_a_word(lines: list[str], language: languages.Language) -> None:
    """Whatever lines come in whatever order, nothing is raised but that there is no body, and every word is kept."""
    normal = read.normalise("\n".join(lines))
    try:
        taken = take_apart.take_apart(normal, source="x.txt", language=language, others=SITE)
    except take_apart.NoBodyError:
        return
    proof.prove(normal, taken)


@pytest.mark.parametrize("sign", ["👍", "❤️ 💔", "\ue000"])
def test_a_line_of_signs_is_kept(sign: str) -> None:
    """A line without a letter that is no ruler stays in the body."""
    lead = "The rector opened the new laboratory on Monday and thanked all of the students who had painted it."
    normal = read.normalise(f"{lead}\n\n{sign}\n\n---\n\n{lead}")
    taken = take_apart.take_apart(normal, source="x.txt", language=SITE[0], others=SITE)
    assert [lead, sign, lead] == [block.text for block in taken.article.body]
    assert ["---"] == [piece.text for piece in taken.article.left_out]


@pytest.mark.parametrize(
    "text",
    [
        "Japan has nearly 7,000 islands, and that makes it the seventh largest island of the world!",
        "Share of the rural population who live within two kilometres of a road that is open all year",
    ],
)
def test_an_article_needs_no_full_stop(text: str) -> None:
    """A text that ends with another mark, or has long lines without one, is an article."""
    taken = take_apart.take_apart(["Headline of four words", "", text], source="x.txt", language=SITE[0], others=SITE)
    assert text in [block.text for block in taken.article.body]


TITLE = "Brussels bakers bring back the brass bell"
LEAD = "Bakers in Brussels will ring a brass bell at four in the morning, the city council decided after a long debate."
LAST = "The bells come from an old school in Ghent, and each of them weighs as much as two loaves of rye bread."


def _page(above: list[str], below: list[str], language: languages.Language = SITE[0]) -> take_apart.Taken:
    """Take apart a page of one story with the lines `above` its headline and `below` its text."""
    lines = read.normalise("\n".join([*above, TITLE, "12 April 2026", "", LEAD, "", LAST, "", *below]))
    taken = take_apart.take_apart(lines, source="x.txt", language=language, others=SITE)
    proof.prove(lines, taken)
    return taken


@pytest.mark.parametrize(
    ("above", "rules"),
    [
        (["Skip to main content", "Menu", "Sign in"], ["menu_words"] * 3),
        (["Рус", "Қаз Eng"], ["menu_words"] * 2),
        (["We use cookies and similar tools to make this site better for all who read it."], ["consent"]),
        (["Is this e-mail not displayed properly? View it in your browser"], ["notice"]),
        (["The Brass Gazette No. 12 of 11.04.2026, page 3"], ["issue"]),
        (["[Forwarded from Brass News]", "[ Photo ]"], ["forwarded", "placeholder"]),
        (["Exclusive figures for people in finance", "Politics", "Sport"], ["masthead"] * 3),
        (["USD / EUR 1.08"], ["masthead"]),
        ([f"{TITLE} - Brass Gazette", "Politics", "Sport", "Culture"], ["repeated_headline", *["masthead"] * 3]),
        (["Home Politics Sport"], ["masthead"]),
        (["Brass Gazette", "12,345 followers"], ["account"] * 2),
        (["Jane Doe", "Baker at the Old Market", "2d • Edited •"], ["account"] * 3),
        (["Press release", "12 April 2026", "Brussels"], ["masthead", "stamp", "masthead"]),
    ],
)
def test_what_a_page_has_above_its_headline_is_left_out(above: list[str], rules: list[str]) -> None:
    """The headline is the line that the story takes up, whatever stands above it."""
    taken = _page(above, [])
    assert (TITLE, rules) == (taken.article.title, [one.rule for one in taken.article.left_out][: len(rules)])
    assert [LEAD, LAST] == [block.text for block in taken.article.body]
    assert (None, ()) == (taken.article.section, taken.article.tags)


@pytest.mark.parametrize(
    ("below", "rules"),
    [
        (["Share", "Tram drivers ask for quieter brakes"], ["menu_words", "after_the_end"]),
        (["Previous post", "Tram drivers ask for quieter brakes"], ["read_also", "read_also"]),
        ([f"The post {TITLE} appeared first on Brass Gazette."], ["feed_end"]),
        (["Old Market 13, 3000 Leuven, Belgium"], ["address"]),
        (["Page 2 of 2"], ["page_number"]),
        (["Privacy | Cookies | Terms of use"], ["menu_words"]),
        (["👁 12,4K", "👉 Subscribe to our channel"], ["counter", "call"]),
        (["Rue Haute 12, 1000 Brussels"], ["address"]),
        (["ул. Абая, 12"], ["address"]),
        (["Brass Letter No. 4 – page 2"], ["page_number"]),
        (["Find out more in our shop →"], ["link"]),
        (["About us", "Gazette shop", "Sitemap"], ["menu_words", "after_the_end", "menu_words"]),
        (["More from ...", "Tram drivers ask for quieter brakes", "Mar 6 • 3 mins read"], ["read_also"] * 3),
        (
            ["Press contact:", "Jane Doe", "If you are no journalist, you are welcome to call 00 800 6 7 8 9 10 11."],
            ["contact_block"] * 3,
        ),
        (["If you can see this message, something has gone wrong with the comments of the page."], ["consent"]),
        (["© 2026 Brass Gazette. We are not responsible for the content of other sites."], ["notice"]),
    ],
)
def test_what_a_page_has_below_its_story_is_left_out(below: list[str], rules: list[str]) -> None:
    """Calls, boxes, addresses and the headlines of other articles are not the story."""
    taken = _page([], below)
    assert [LEAD, LAST] == [block.text for block in taken.article.body]
    assert rules == [one.rule for one in taken.article.left_out][-len(rules) :]


@pytest.mark.parametrize(
    "kept",
    [
        "The council of the city of Ghent, which owned the bells, had asked for 3000 euros.",
        "Old Market 13 is where the bells hung.",
        "Kazakhstan will become a member of the union of bell founders next year.",
        "The oldest bell first appeared in a painting of 1650.",
        "Cookies are sold beside the bread.",
        "Whoever wants to hear the bells can sign up for a tour until 1 May.",
        "Of the new bells »Maria« and »Anna« are the oldest » and the loudest of them all.",
        "The address of the foundry is Bell Street 12, behind the church of Saint Anna.",
        "Call the bell ringer at +32 2 555 00 00",
    ],
)
def test_a_last_sentence_of_the_story_stays(kept: str) -> None:
    """What reads like a sentence of the story is never taken for a page's notice, address or call."""
    assert [LEAD, LAST, kept] == [block.text for block in _page([], [kept]).article.body]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Culture", TITLE], ("Culture", ())),
        ([TITLE, "Culture"], ("Culture", ())),
        (["Home", "Culture", TITLE], ("Culture", ("Home",))),
        (["Home", "Press", "Contact desk", "Culture", TITLE], ("Culture", ())),
        (["Politics", "Culture", TITLE], (None, ())),
        (["Politics", "", "Culture", TITLE], ("Culture", ())),
        (["Culture", "Sign in", TITLE], (None, ())),
        (["Culture, 12 Apr, 14:20", TITLE], ("Culture", ())),
        (["Culture, 12 April 2026, 14:20", TITLE], ("Culture", ())),
        (["Bells", "Prices", "Weather in Ghent", "Home", "Bells", TITLE], ("Bells", ("Home",))),
        ([f"Brass Council > Press corner > {TITLE}", "Press release", TITLE], ("Press corner", ("Brass Council",))),
    ],
)
def test_the_label_at_the_headline_is_the_section(
    lines: list[str], expected: tuple[str | None, tuple[str, ...]]
) -> None:
    """One label right at the headline is the section; one of a menu, or above a menu, is the page's."""
    text = [*lines, "", LEAD, "", LAST]
    article = take_apart.take_apart(text, source="x.txt", language=SITE[0], others=SITE).article
    assert expected == (article.section, article.tags)
    assert article.title == TITLE


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("1 of 3 | Bakers at work in Ghent, Belgium. (AP Photo/Jane Doe)", "AP Photo/Jane Doe"),
        ("Bakers stand at a tram stop in Brussels, April 9, 2026. REUTERS/Jane Doe", "REUTERS/Jane Doe"),
        ("Photo: Jane Doe (VRT)", "Jane Doe (VRT)"),
        ("Photo: ©️ Gazette / Jane Doe", "Gazette / Jane Doe"),
        ("Image source, Getty Images", "Getty Images"),
        ("Photos Jane Doe", "Jane Doe"),
        ("Photo gallery", None),
        ("Jane Doe/AFP via Getty Images", "Jane Doe/AFP via Getty Images"),
        ("Bakers stand at a tram stop. | Jane Doe/AFP via Getty Images", "Jane Doe/AFP via Getty Images"),
        ("Jane Doe/John Roe", None),
        ("Bakers at work (the oldest is 80)", None),
    ],
)
def test_a_credit_is_read_in_many_forms(line: str, credit: str | None) -> None:
    """At the end of a caption, behind a word for pictures, with brackets of its own."""
    text = [TITLE, line, "", LEAD, "", LAST]
    assert credit == take_apart.take_apart(text, source="x.txt", language=SITE[0], others=SITE).article.photo_credit


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Jane Doe, John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe, Brussels", ("Jane Doe",)),
        ("Jane Doe, special correspondent", ("Jane Doe",)),
        ("Мақаланың авторы: Jane Doe", ("Jane Doe",)),
        ("Jane Doe", ("Jane Doe",)),
        ("Jane Doe and the bakers", ()),
        ("Press Service MFA", ()),
        ("Jane Doe\nAuthor\nLatest news\nTram drivers ask for quieter brakes", ("Jane Doe",)),
        ("Author\nLatest News\nTram drivers ask for quieter brakes", ()),
    ],
)
def test_names_below_the_text_sign_it(line: str, authors: tuple[str, ...]) -> None:
    """Where no author is known, full names alone on the last line are the authors; a press office is none."""
    assert authors == _page([], line.split("\n")).article.authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Jane Doe, Gazette", ("Jane Doe",)),
        ("Jane Doe | BBC News", ("Jane Doe",)),
        ("By Jane Doe\nBBC News, Ghent", ("Jane Doe",)),
        ("Jane Doe, корреспондент", ("Jane Doe",)),
        ("Jane Doe, reporter for The Gazette", ("Jane Doe",)),
        ("Jane Doe, baker", ()),
    ],
)
def test_names_below_the_headline_wrote_it(line: str, authors: tuple[str, ...]) -> None:
    """An outlet may stand behind a name, or below it; what a person is does not, unless that is a reporter."""
    lines = [TITLE, *line.split("\n"), "", LEAD, "", LAST]
    article = take_apart.take_apart(lines, source="x.txt", language=SITE[0], others=SITE)
    assert authors == article.article.authors
    assert len(authors) == 1 - ("Jane Doe, baker" in [block.text for block in article.article.body])


@pytest.mark.parametrize(
    ("below", "tags"),
    [
        (["Related tags", "Bells", "Bakers of Ghent", "Related countries", "Belgium", "Share"],
         ("Bells", "Bakers of Ghent", "Belgium")),
        (["#Bells", "#Old Market"], ("Old Market", "Bells")),
        (["Topics", "Bells", "More on this", "Tram drivers ask for quieter brakes"], ("Bells",)),
        (["Share", "Bells", "Weights"], ("Bells", "Weights")),
        (["Share", "Ballet", "Opera"], ()),
        (["Bells", "Gazette", "About us"], ()),
    ],
)  # fmt: skip
def test_tags_stand_below_their_word_or_are_told(below: list[str], tags: tuple[str, ...]) -> None:
    """A word for tags begins them; without one the story takes one of them up, and no menu stands beside them."""
    assert tags == _page([], below).article.tags


def test_a_sentence_below_the_headline_hides_nothing() -> None:
    """Below a standfirst stamps, bylines and credits are read, and so is the dateline behind them."""
    standfirst = "The oldest of the bells weighs as much as two loaves of rye bread."
    lines = [TITLE, standfirst, "Listen", "Bakers at work. | Jane Doe/AFP via Getty Images", "",
             "12 April 2026 4:18 pm", "By John Roe", "2 minutes read", "", f"BRUSSELS — {LEAD}", "", LAST]  # fmt: skip
    article = take_apart.take_apart(lines, source="x.txt", language=SITE[0]).article
    assert ("2026-04-12", ("John Roe",), "BRUSSELS") == (
        str(article.published),
        article.authors,
        article.dateline_place,
    )
    assert [standfirst, LEAD, LAST] == [block.text for block in article.body]


def test_days_of_the_story_below_its_first_sentence_are_no_stamp() -> None:
    """A list of days below a short first sentence is the story's, and nothing is published by it."""
    first = "The council has set the days on which the bells of the bakers ring."
    lines = [TITLE, "", first, "", "12 April 2026, Ghent", "14 April 2026, Leuven", "", LEAD, "", LAST]
    article = take_apart.take_apart(lines, source="x.txt", language=SITE[0]).article
    assert (None, 5) == (article.published, len(article.body))


@pytest.mark.parametrize(
    ("code", "sentence", "event"),
    [
        ("en", "The bells rang on Friday for the first time since the war.", "2026-04-10"),
        ("en", "The bells ring every Friday and are heard as far as the port.", ""),
        ("ru", "Колокола в пятницу зазвонили впервые за сорок лет войны и мира.", "2026-04-10"),
        ("ru", "Министерство охраны окружающей среды просит звонить потише и пореже.", ""),
    ],
)
def test_a_weekday_near_the_lead_is_the_events(code: str, sentence: str, event: str) -> None:
    """A weekday in the paragraph below the lead counts; a habit, and a word that only looks like one, does not."""
    language = languages.load(code)
    lines = [TITLE, "12.04.2026" if code == "ru" else "12 April 2026", "", LEAD, "", sentence, "", LAST]
    article = take_apart.take_apart(lines, source="x.txt", language=language, others=SITE).article
    assert event == str(article.event_date or "")


@pytest.mark.parametrize(
    ("above", "day"),
    [
        (["Monday, 13 April 2026", "Belgium", "Brussels"], "2026-04-12"),
        (["Published", "12 April 2026"], "2026-04-12"),
        (["Brass Gazette, [12.04.2026 10:21]"], "2026-04-12"),
    ],
)
def test_the_day_below_the_headline_is_the_articles(above: list[str], day: str) -> None:
    """A page's own day above the headline gives way; a label may stand on a line of its own."""
    article = _page(above, []).article
    assert (day, None) == (str(article.published), article.dateline_place)


def test_a_forwarded_mail_is_its_release() -> None:
    """Marks, header, warnings and legal notices of a mail are left out, and the subject loses what was put before."""
    mail = ["---------- Forwarded message ---------", "From: a", "Date: Sun, 12 Apr 2026 at 17:46",
            f"Subject: Fwd: PRESS RELEASE - {TITLE}", "To: b", "",
            "[EXTERNAL SENDER] Do not open links or attachments unless you trust the source.", "",
            TITLE, "", LEAD, "", LAST, "", "--",
            "This message and any attachments are meant for the addressee alone, whoever that may be."]  # fmt: skip
    article = take_apart.take_apart(mail, source="x.txt", language=SITE[0], others=SITE).article
    assert (TITLE, "2026-04-12") == (article.title, str(article.published))
    assert [LEAD, LAST] == [block.text for block in article.body]


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("for publication", None),
        ("Press release", None),
        (f"For publication: {TITLE}", TITLE),
        ("News of bells", "News of bells"),
    ],
)
def test_a_subject_that_says_what_the_mail_is_for_is_no_headline(subject: str, title: str | None) -> None:
    """Alone it is left out, before a mark it is cut off; any other subject is the headline."""
    mail = ["From: a", "To: b", f"Subject: {subject}", "", LEAD, "", LAST]
    taken = take_apart.take_apart(mail, source="x.txt", language=SITE[0], others=SITE)
    proof.prove(mail, taken)
    assert (title, [LEAD, LAST]) == (taken.article.title, [block.text for block in taken.article.body])


@pytest.mark.parametrize(
    ("before", "place"),
    [("Ghent. ", "Ghent"), ("BISHKEK. ", "BISHKEK"), ("Silence. ", None), ("Ghent, ", None)],
)
def test_a_town_alone_before_the_lead_is_the_dateline(before: str, place: str | None) -> None:
    """A town with a full stop is; a sentence of one word belongs to the story."""
    article = take_apart.take_apart([TITLE, "", before + LEAD, "", LAST], source="x.txt", language=SITE[0]).article
    assert (place, LEAD if place else before + LEAD) == (article.dateline_place, article.body[0].text)


@pytest.mark.parametrize(
    ("line", "dateline", "authors", "place"),
    [
        ("Jane Doe, 12 April 2026", "GHENT, April 11 – ", ("Jane Doe",), "GHENT"),
        ("Jane Doe, 12 April 2026, 10:40", "Ghent. ", ("Jane Doe",), "Ghent"),
        ("New York, 12 April 2026", "", (), "New York"),
        ("12 April 2026", "GHENT, April 11. /Corr. Jane Doe/. ", ("Jane Doe",), "GHENT"),
    ],
)
def test_a_name_is_told_from_a_place(line: str, dateline: str, authors: tuple[str, ...], place: str) -> None:
    """Two words before a day are the author where the lead has its own place; a correspondent needs no agency."""
    article = take_apart.take_apart([TITLE, line, "", dateline + LEAD, "", LAST], source="x", language=SITE[0]).article
    assert (authors, place, "2026-04-12") == (article.authors, article.dateline_place, str(article.published))


def test_an_address_ends_its_line() -> None:
    """A label with an address is not joined to the counter below it, as lines that were wrapped by hand are."""
    below = [
        "link: https://brass.example/bakers/bells-of-the-city/",
        "views: 1 240",
        "Liked this story? Tell your friends!",
    ]
    article = _page([], below).article
    assert (below[0].removeprefix("link: "), LAST) == (article.source_url, article.body[-1].text)


def test_a_short_sentence_with_a_date_is_no_stamp() -> None:
    """What ends in a small word and a full stop is said by the story."""
    lines = ["The board of Velmore met and agreed on new rules for all.", "", "Here 2026-01-01T00:00:00Z stands."]
    taken = take_apart.take_apart(lines, source="a.txt", language=languages.load("en"))
    assert "Here 2026-01-01T00:00:00Z stands." in [block.text for block in taken.article.body]
