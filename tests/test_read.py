"""Bytes to text, or a sentence that says why not."""

from __future__ import annotations

import pytest

from newsroom import languages, read

LETTERS = frozenset("".join(languages.load(code).alphabet.letters for code in ("en", "ru", "kk")))

RUSSIAN = (
    "Посол встретился с ректором университета и обсудил обмен студентами.\n"
    "Стороны договорились продолжить работу в следующем году, сообщает пресс-служба."
)


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32",
        "cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5",
    ],
)  # fmt: skip
def test_every_encoding_gives_the_text(encoding: str) -> None:
    """A Russian text is read in every encoding that texts still come in."""
    assert tuple(RUSSIAN.splitlines()) == read.read(RUSSIAN.encode(encoding), letters=LETTERS).lines


WESTERN = "The rector’s “open house” drew 300 guests – from Liège, Gdańsk and Orléans – to the café."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("cp1252", WESTERN.replace("ń", "n")), ("mac_roman", WESTERN.replace("ń", "n"))],
)
def test_western_encodings_are_told_apart(encoding: str, text: str) -> None:
    """A text in Latin script comes with its quotation marks and accents, not with another encoding's signs."""
    assert (text,) == read.read(text.encode(encoding), letters=LETTERS).lines


def test_bytes_that_give_no_words_are_refused() -> None:
    """Letters scattered at random are no text in any encoding."""
    noise = bytes((number * 89 + 7) % 256 or 1 for number in range(2000))
    with pytest.raises(read.UnreadableError):
        read.read(noise.replace(b"\x00", b"\x01"), letters=LETTERS)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_every_line_end_ends_a_line(end: str) -> None:
    """Unix, Windows, old Macintosh and Unicode line ends are the same."""
    assert ("one", "two") == read.read(f"one{end}two".encode(), letters=LETTERS).lines


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("co\u00adoperation", "cooperation"),
        ("zero\u200bwidth", "zerowidth"),
        ("27\u00a0000", "27 000"),
        ("27\u202f000", "27 000"),
        ("  much   space ", "much space"),
        ("e\u0301", "é"),
        ("a\x1b[31mb", "a[31mb"),
        ("a\tb", "a\tb"),
    ],
)
def test_a_line_is_normalised(raw: str, expected: str) -> None:
    """Invisible and control characters go, every space is one space, letters are composed, tabs stay."""
    assert (expected,) == read.normalise(raw)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "received a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "received a JPEG picture"),
        (b"%PDF-1.7 text", "received a PDF document"),
        (b"PK\x03\x04 word/document.xml", "received a Word document or an archive"),
        (bytes(range(256)) * 4, "received a binary file"),
        (RUSSIAN.encode()[:-2], "cut off or damaged"),
        ((RUSSIAN + "\ufffd").encode(), "a letter that was lost"),
        ("\ufeff".encode("utf-16-le") + b"a", "cut off or damaged"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    """A picture, another binary file or a damaged text is refused with what it is and what to do."""
    with pytest.raises(read.UnreadableError, match=message) as caught:
        read.read(data, letters=LETTERS)
    assert caught.value.remedy.endswith(".")
