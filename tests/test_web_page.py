"""Saved web pages and Word documents become the lines that a plain text would have."""

from __future__ import annotations

import io
import zipfile

import pytest

from newsroom import languages, read, web_page

LETTERS = frozenset("".join(languages.load(code).alphabet.letters for code in ("en", "ru", "kk")))

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Students - Steppe Herald</title>
<script>var word = "<p>scripted</p>";</script><style>p { color: red }</style></head><body>
<header><a href="/">Steppe Herald</a><nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav>
</header><main><article><h1>Students from Namur study Kazakh</h1><p class="meta">3 February 2026</p>
<p>Twenty students of the university of Namur have begun to study Kazakh, the <b>university</b> said. Lessons are held
twice a week in the old library.</p><p style="display: none">hidden words</p>
<h2>Why Kazakh</h2><p>"We wanted to hear the steppe," said the teacher Ann Lefevre, who has taught since 2009.</p>
<ul><li>twenty students;</li><li>two lessons a week.</li></ul><ol><li>first</li><li>second</li></ol>
<table><tr><th>Course</th><th>Hours</th></tr><tr><td>First</td><td>40</td></tr></table>
<p>The course lasts until June.<br>Then the students travel to Almaty.</p></article></main>
<aside><h3>Popular</h3><a href="/1">Five recipes for beshbarmak</a></aside><footer>© 2026 Steppe Herald</footer>
</body></html>"""

LEAD = (
    "Twenty students of the university of Namur have begun to study Kazakh, the university said. Lessons are held "
    "twice a week in the old library."
)
ARTICLE = (
    "Students from Namur study Kazakh",
    "3 February 2026",
    LEAD,
    "Why Kazakh",
    '"We wanted to hear the steppe," said the teacher Ann Lefevre, who has taught since 2009.',
    "• twenty students;",
    "• two lessons a week.",
    "1. first",
    "2. second",
    "Course\tHours",
    "First\t40",
    "The course lasts until June.",
    "Then the students travel to Almaty.",
)


def test_a_page_gives_its_article_and_what_stands_around_it() -> None:
    """The article's visible lines in order, its date among them; menus, lists of links and notices apart."""
    lines, aside = web_page.page_lines(PAGE)
    assert ARTICLE == lines
    assert (
        "Steppe Herald",
        "• News",
        "• Sport",
        "Popular",
        "Five recipes for beshbarmak",
        "© 2026 Steppe Herald",
    ) == aside


@pytest.mark.parametrize("source", ["", " ", "<html></html>", "<script>x</script>"])
def test_a_page_without_text_gives_nothing(source: str) -> None:
    """A page that draws itself by script, or an empty file, has no lines."""
    assert ((), ()) == web_page.page_lines(source)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("cp1251", "windows-1251"), ("koi8-r", "koi8-r"), ("utf-16", "utf-8")],
)
def test_a_page_is_read_in_the_encoding_it_declares(encoding: str, declared: str) -> None:
    """A legacy page says how it is written; a byte order mark says so even where the page is wrong about itself."""
    sentence = "Двадцать студентов начали изучать казахский язык, сообщает пресс-служба университета."
    source = f'<html><head><meta charset="{declared}"></head><body><p>{sentence}</p><p>{sentence}</p></body></html>'
    assert sentence in read.read(source.encode(encoding), kind=".html", letters=LETTERS).lines


def _document(body: str) -> bytes:
    """Return the smallest Word document that holds `body`, WordprocessingML."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relations)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    return data.getvalue()


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_document_gives_its_paragraphs_and_rows() -> None:
    """Paragraphs are lines, rows of a table are lines with tabs, and nothing stands around them."""
    cells = "".join(f"<w:tc>{_paragraph(text)}</w:tc>" for text in ("Course", "Hours"))
    body = _paragraph("Headline") + _paragraph("A &amp; B &lt;b&gt;.") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    text = read.read(_document(body), kind=".docx", letters=LETTERS)
    assert (("Headline", "A & B <b>.", "Course\tHours"), ()) == (text.lines, text.aside)


@pytest.mark.parametrize("data", [b"words", b"PK\x03\x04 broken"])
def test_what_is_no_document_is_refused(data: bytes) -> None:
    """A text under a document's name is named as what it is not."""
    with pytest.raises(read.UnreadableError, match="expected a Word document"):
        read.read(data, kind=".docx", letters=LETTERS)
