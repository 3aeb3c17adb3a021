"""Newsletter boxes and what readers wrote: in all languages, and what only looks like them."""

from __future__ import annotations

import pytest

from newsroom import languages, proof, take_apart

SITE = [languages.load(code) for code in ("en", "ru", "kk")]
LEAD = "Bakers in Brussels will ring a brass bell at four in the morning, the city council decided after a long debate."
LAST = "The bells come from an old school in Ghent, and each of them weighs as much as two loaves of rye bread."
LONG = f"{LAST} {LEAD}"
STORY = ["Brussels bakers bring back the brass bell", "", LEAD, "", LONG, ""]


def _taken(lines: list[str], language: languages.Language = SITE[0]) -> tuple[list[str], list[str]]:
    """Return the blocks of the body, and the rules that took what was left out."""
    taken = take_apart.take_apart(lines, source="x.txt", language=language, others=SITE)
    proof.prove(lines, taken)
    return [block.text for block in taken.article.body], [piece.rule for piece in taken.article.left_out]


BOXES = [
    ["Sign up to Brass Weekly", "All about bells, every Friday.",
     "Enter your email address", "Sign up",
     "Privacy Notice: Newsletters may contain information about bells that are for sale.",
     "after newsletter promotion"],
    ["Подпишитесь на рассылку", "Всё о колоколах, каждую пятницу, в одном коротком письме.", "Введите ваш e-mail",
     "Подписаться", "Нажимая кнопку «Подписаться», вы соглашаетесь с политикой конфиденциальности."],
    ["Жаңалықтар хатына жазылыңыз", "Қоңыраулар туралы бәрі бір хатта.", "Электрондық поштаңыз", "Жазылу"],
]  # fmt: skip


@pytest.mark.parametrize("box", BOXES, ids=["en", "ru", "kk"])
def test_a_newsletters_box_is_left_out(box: list[str]) -> None:
    """From its call down to its small print, whatever it promises in between, the story going on below."""
    assert ([LEAD, LONG, LAST], ["newsletter_box"] * len(box)) == _taken([*STORY, *box, LAST])


@pytest.mark.parametrize(
    "kept",
    [
        ["“Enter your email address and hope,” was the answer that bakers got from the city for years."],
        ["Sign up to Brass Weekly", LONG, "Enter your email address and your name on the form of the city."],
    ],
)
def test_a_paragraph_is_no_part_of_a_box(kept: list[str]) -> None:
    """What is quoted, and what stands below a whole paragraph, belongs to the story."""
    body, _ = _taken([*STORY, *kept, "", LAST])
    assert [one for one in kept if len(one) > len("Sign up to Brass Weekly")] == body[2:-1]


THREADS = [
    ["2 comments",
     "Posted by Jane Doe, 12 April 2026, 10:04", "Bravo! My sister has waited for this for years.", "Reply",
     "bell_77", "Too late", "Reply"],
    ["Комментарии (2)",
     "Гость", "Давно пора, у нас весь дом этого ждал много лет подряд.", "Ответить",
     "Серик К.", "А где?"],
    ["Пікірлер (2)",
     "Dana_99", "Рахмет, бесінші кеңес маған көмектесті", "Жауап беру",
     "bekzat", "Қашан?", "Жауап беру"],
]  # fmt: skip


@pytest.mark.parametrize("thread", THREADS, ids=["en", "ru", "kk"])
def test_what_readers_wrote_is_left_out(thread: list[str]) -> None:
    """Names, remarks and buttons below a heading for comments; a reader's day does not publish the article."""
    assert ([LEAD, LONG], ["comments"] * len(thread)) == _taken([*STORY, *thread])


@pytest.mark.parametrize("heading", ["Comments", "2 comments"])
def test_a_story_that_goes_on_below_is_kept(heading: str) -> None:
    """A counter of comments in the middle of a page takes no paragraph along."""
    body, _ = _taken([*STORY, heading, LONG, LAST])
    assert [LEAD, LONG, LONG, LAST] == [text for text in body if text != heading]
