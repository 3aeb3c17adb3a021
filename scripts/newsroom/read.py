"""Read bytes into text, or say why they are not the text of an article.

What is certain comes first: a byte order mark, strict UTF-8, what a web page declares. Only then is a legacy encoding
guessed, among those in which texts of the site's languages exist: by the letters of these languages, and where they
leave two readings, by charset-normalizer. A file that cannot be read with certainty is a problem and not a page.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from charset_normalizer import from_bytes

from newsroom import web_page
from newsroom.squeeze import squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

CYRILLIC = ("cp1251", "kz1048", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5")
"""Encodings from before Unicode that texts in Cyrillic script still come in, the more common first."""
WESTERN = ("cp1252", "mac_roman", "cp1250")
"""The same for Latin script."""
LAST_ASCII = 0x7F
"""The last byte that is the same in every one of them."""
WESTERN_SHARE = 0.3
"""A text in Latin script has at most this share of its bytes beyond ASCII; one in Cyrillic has most of them there."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The marks at the head of a file, longest first where one begins another."""

SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a WebP picture or a sound"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a Word document or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file"),
)
"""How files begin that are no text, and what to call them."""

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f"))
"""Characters without a form of their own: soft hyphen, zero-width space, word joiner, marks of order and direction."""

MARKS = frozenset("«»“”‘’„–—…•€£§°©®№\u00a0")
"""Marks of typography that stand beyond ASCII."""
ACCENTED = re.compile(
    r"(?<=[a-z])[à-öø-ÿāăąćčďđēęěğģīįıķļĺľłńņňőœŕřśşšţťūůűųźżž]|(?<!\w)[À-ÖØ-ÝŁŚŠŽŻŒ](?=\w)|(?<!\w)[à-öø-ÿœšž](?=[a-z])"
)
"""An accented Latin letter where words have one: small behind a small letter, or at the head of a word."""
ODD = re.compile(r"[a-zа-яёәғқңөұүһі][A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|(?<!\w)[”’»—–](?=\w)|[“«„](?!\w|[\"'(‘“«])")
"""What no language writes: a capital behind a small letter, a mark that closes before a word or opens behind one."""
PAIRS = (("«", "»"), ("“", "”"))
"""Marks that come in pairs."""
LIKELY = 0.85
"""A reading is likely from this share of usual characters among those beyond ASCII."""
FEW_LETTERS = 2
"""So many letters beyond ASCII may look like UTF-8 by chance."""

DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
"""Where a web page names its encoding."""
LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Characters that steer a terminal: no text has them, and Markdown parsers use some for themselves."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text, normalised, and how it was read."""

    lines: tuple[str, ...]
    """The lines, NFC, without control and invisible characters, every run of spaces one space, ends trimmed."""
    encoding: str
    """The encoding it was read by."""
    certainty: float
    """From 0 to 1: 1 for Unicode, less for a guessed legacy encoding."""
    aside: tuple[str, ...] = ()
    """The lines that stand around the article, of the same form: on a saved page its menus, lists and notices."""


class UnreadableError(ValueError):
    """The bytes are not certainly a text; `remedy` says what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def read(data: bytes, *, letters: frozenset[str], kind: str = ".txt") -> Text:
    """Return the text that `data` holds, the content of a file whose name ends in `kind`.

    `letters` are those of the languages that the text may be in, lower case: a legacy encoding is told by them.

    Raises `UnreadableError` for a picture or another binary file, for a text that is cut off or damaged, and where
    no encoding gives words.
    """
    return KINDS.get(kind.lower(), _read_text)(data, letters)


def _read_text(data: bytes, letters: frozenset[str]) -> Text:
    _refuse_binary(data)
    raw, encoding, certainty = _decode(data, letters)
    _refuse_damaged(raw)
    return Text(normalise(raw), encoding, certainty)


def _read_page(data: bytes, letters: frozenset[str]) -> Text:
    """Read a saved web page: by the encoding that it declares where its bytes do not say for certain."""
    _refuse_binary(data)
    raw, encoding, certainty = _decode(data, letters, declared=DECLARED.search(data[:4096]))
    _refuse_damaged(raw)
    lines, aside = web_page.page_lines(raw)
    return Text(normalise("\n".join(lines)), encoding, certainty, normalise("\n".join(aside)))


def _read_document(data: bytes, _letters: frozenset[str]) -> Text:
    """Read a Word document."""
    try:
        lines = web_page.document_lines(data)
    except (BadZipFile, KeyError) as error:
        message = "expected a Word document (.docx), received another file under that name"
        raise UnreadableError(message, "Open it in the program it comes from and save it as .docx or .txt.") from error
    return Text(normalise("\n".join(lines)), "utf-8", 1.0)


def normalise(raw: str) -> tuple[str, ...]:
    """Return the lines of `raw` in the form in which every later step sees them: see `Text.lines`."""
    clean = unicodedata.normalize("NFC", CONTROL.sub("", raw).translate(INVISIBLE))
    return tuple(squeeze(line) for line in LINE_BREAK.split(clean))


def _refuse_binary(data: bytes) -> None:
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            message = f"expected the text of an article, received {name}"
            raise UnreadableError(message, "Save the text itself as a plain text file (UTF-8), or remove the file.")


def _decode(data: bytes, letters: frozenset[str], *, declared: re.Match[bytes] | None = None) -> tuple[str, str, float]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data, encoding), encoding, 1.0
    if b"\x00" in data:
        encoding = _utf16_without_mark(data)
        return _strict(data, encoding), encoding, 0.9
    try:
        return data.decode("utf-8"), "utf-8", 1.0
    except UnicodeDecodeError as error:
        if declared and (name := _known(declared[1].decode("ascii"))):
            return _strict(data, name), name, 0.95
        if _is_nearly_utf8(data, error):
            what = f"byte {error.start} is not UTF-8, though all before it is"
            raise _damaged(what) from error
    return _guess(data, letters)


def _known(name: str) -> str | None:
    """Return Python's name of an encoding; None for one that is not known, and for UTF-8, which was tried."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    return None if found == "utf-8" else found


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"its mark says {encoding}, but byte {error.start} is not"
        raise _damaged(message) from error


def _damaged(what: str) -> UnreadableError:
    return UnreadableError(
        f"expected a whole text, received one that is cut off or damaged: {what}",
        "Fetch the text again and save it as UTF-8.",
    )


def _utf16_without_mark(data: bytes) -> str:
    """Return the UTF-16 byte order in which most of the NUL bytes are high bytes."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if max(even, odd) < len(data) // 20 or min(even, odd) > max(even, odd) // 4:
        message = "expected the text of an article, received a binary file (it has NUL bytes)"
        raise UnreadableError(message, "Save the text itself as a plain text file (UTF-8), or remove the file.")
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_nearly_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Say whether letters beyond ASCII were read as UTF-8 before the first wrong byte: a legacy text hardly has any."""
    head = data[: error.start].decode("utf-8")
    return sum(character > "\x7f" for character in head) > FEW_LETTERS


def _guess(data: bytes, letters: frozenset[str]) -> tuple[str, str, float]:
    """Return the likeliest reading of `data` among the legacy encodings, by the letters of the site's languages.

    Where two Cyrillic ones are as likely and differ, charset-normalizer's opinion decides; of two Western ones the
    more common encoding does.
    """
    is_western = sum(byte > LAST_ASCII for byte in data) <= WESTERN_SHARE * len(data)
    readings = list(_readings(data, letters, encodings=WESTERN if is_western else CYRILLIC))
    share, encoding, text = max(readings, key=lambda reading: reading[0], default=(0.0, "", ""))
    if share < LIKELY:
        raise _no_words()
    rivals = [reading for reading in readings if reading[0] == share and reading[2] != text]
    if rivals and not is_western:
        detected = str(from_bytes(data, cp_isolation=[encoding, *(one[1] for one in rivals)], threshold=0.3).best())
        share, encoding, text = next((one for one in rivals if one[2] == detected), (share, encoding, text))
    return text, encoding, round(min(share, 1.0), 2)


def _readings(data: bytes, letters: frozenset[str], *, encodings: Sequence[str]) -> Iterator[tuple[float, str, str]]:
    """Yield every way to read `data`: the share of what is usual beyond ASCII, the encoding, the text."""
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        beyond = [character for character in text if character > "\x7f"]
        usual = sum(1 for character in beyond if character.lower() in letters or character in MARKS)
        usual += len(ACCENTED.findall(text)) - len(ODD.findall(text))
        unpaired = sum(abs(text.count(opening) - text.count(closing)) for opening, closing in PAIRS)
        yield (usual - unpaired / 2) / len(beyond), encoding, text


def _no_words() -> UnreadableError:
    return UnreadableError(
        "expected a text in UTF-8, UTF-16 or a legacy encoding, received bytes that give no words in any of them",
        "Open the file in the program it comes from and save it as plain text in UTF-8.",
    )


def _refuse_damaged(raw: str) -> None:
    if "\ufffd" in raw:
        line = raw[: raw.index("\ufffd")].count("\n") + 1
        what = f"line {line} holds the sign for a letter that was lost (U+FFFD)"
        raise _damaged(what)
    if len(CONTROL.findall(raw)) > len(raw) // 100:
        message = "expected the text of an article, received a binary file (it is full of control characters)"
        raise UnreadableError(message, "Save the text itself as a plain text file (UTF-8), or remove the file.")


KINDS: dict[str, Callable[[bytes, frozenset[str]], Text]] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".html": _read_page,
    ".htm": _read_page,
    ".docx": _read_document,
}
"""How each kind of file is read, by the ending of its name."""
