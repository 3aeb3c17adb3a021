"""Bring one article in: bytes to text, its language, its parts, the editor's corrections, and the proof.

Every step that can go wrong because of the content ends in a problem; nothing is raised for it, so that all problems
of all articles are shown at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom import correct, detect, proof, read, sidecar, take_apart
from newsroom.model import Article, Corrections, Problem, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.languages import Language
    from newsroom.settings import Settings
    from newsroom.sources import Source


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of one source."""

    article: Article
    """The article; of a rejected one only the source is sure."""
    problems: tuple[Problem, ...]
    """What the editor should know."""


def gather(source: Source, *, settings: Settings) -> Gathered:
    """Return the article of `source`, or a rejected one with the problems that stand in its way."""
    said, problems = _corrections(source)
    try:
        text = read.read(source.path.read_bytes(), letters=settings.letters, kind=source.path.suffix)
    except read.UnreadableError as error:
        return _rejected(source, *problems, _error(source, 1, str(error), error.remedy))
    head, lines = sidecar.split_front_matter(text.lines)
    if head:
        said, problems = _with_front_matter(source, head, said, problems)
    if not any(character.isalnum() for line in lines for character in line):
        remedy = "Put the article's text into the file, or remove it."
        return _rejected(source, *problems, _error(source, 1, "expected an article, received an empty file", remedy))
    language, found = _language(source, lines, said, settings)
    if language is None:
        return _rejected(source, *problems, *found)
    found = (*found, *_origin(said, language, settings))
    return _apart(source, replace(text, lines=lines), language, said, (*problems, *found), settings)


def _corrections(source: Source) -> tuple[Corrections | None, tuple[Problem, ...]]:
    """Return what the sidecar says, or what is wrong with it."""
    if source.sidecar is None or source.sidecar_name is None:
        return None, ()
    try:
        text = source.sidecar.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"expected UTF-8, received a byte that is not ({error.start})"
        return None, (Problem(source.sidecar_name, 1, Severity.ERROR, message, "Save the sidecar as UTF-8."),)
    return _told_apart(sidecar.parse(text, path=source.sidecar_name))


def _told_apart(parsed: Corrections | tuple[Problem, ...]) -> tuple[Corrections | None, tuple[Problem, ...]]:
    return (parsed, ()) if isinstance(parsed, Corrections) else (None, parsed)


def _with_front_matter(
    source: Source, head: str, said: Corrections | None, problems: tuple[Problem, ...]
) -> tuple[Corrections | None, tuple[Problem, ...]]:
    """Return the corrections with those of the source's own front matter, over which a sidecar stands."""
    inner, more = _told_apart(sidecar.parse(head, path=source.name, first_line=2))
    if said and inner:
        return correct.merge(said, inner), (*problems, *more)
    return said or inner, (*problems, *more)


def _language(
    source: Source, lines: Sequence[str], said: Corrections | None, settings: Settings
) -> tuple[Language | None, tuple[Problem, ...]]:
    """Return the article's language: the editor's, or the detected one; none where the site does not have it."""
    known = {language.code: language for language in settings.languages}
    if said and said.language:
        if said.language in known:
            return known[said.language], ()
        message = f"language: expected one of {', '.join(known)}, received {said.language!r}"
        remedy = (
            f"Correct it, or add the language under plugins.i18n.languages in mkdocs.yml: `- locale: {said.language}`."
        )
        return None, (Problem(said.path, said.lines["language"], Severity.ERROR, message, remedy),)
    found = detect.detect("\n".join(lines), languages=settings.languages)
    if found.language:
        return known[found.language], ()
    message = f"expected a text in {', '.join(known)}, received one that seems to be in {found.found!r}"
    remedy = (
        f"Remove the file; or say `language:` in {source.name.rsplit('.', 1)[0]}.yml if that is wrong; or add "
        f"`- locale: {found.found}` under plugins.i18n.languages in mkdocs.yml, "
        f"and its data as scripts/newsroom/languages/{found.found}.toml."
    )
    return None, (_error(source, 1, message, remedy),)


def _origin(said: Corrections | None, language: Language, settings: Settings) -> Iterator[Problem]:
    """Yield what is wrong with the language from which the editor says that the text was translated."""
    code = said.fields.get("translated_from") if said else None
    others = [other for other in settings.codes if other != language.code]
    if said and code and code not in others:
        message = f"translated_from: expected one of {', '.join(others)}, received {code!r}"
        remedy = "Correct it; or remove it where the site does not have the language."
        yield Problem(said.path, said.lines["translated_from"], Severity.ERROR, message, remedy)


def _apart(
    source: Source,
    text: read.Text,
    language: Language,
    said: Corrections | None,
    problems: tuple[Problem, ...],
    settings: Settings,
) -> Gathered:
    try:
        taken = take_apart.take_apart(
            text.lines, aside=text.aside, source=source.name, language=language, others=settings.languages
        )
        proof.prove((*text.lines, *text.aside), taken)
    except take_apart.NoBodyError:
        message = (
            "expected an article, received nothing but what stands around one (a crawler's header, a credit, a date)"
        )
        return _rejected(
            source, *problems, _error(source, 1, message, "Put the article's text into the file, or remove it.")
        )
    except proof.LostWordsError as error:
        remedy = "This is a fault of the program: report it with the file. Until then keep the file elsewhere."
        return _rejected(source, *problems, _error(source, 1, str(error), remedy))
    article = correct.correct(taken.article, said) if said else taken.article
    return Gathered(article, (*problems, *(one for one in taken.problems if not _settled(one, said))))


def _settled(problem: Problem, said: Corrections | None) -> bool:
    """Say whether an editor has answered what a rule was unsure of: its message begins with the field's name."""
    return said is not None and problem.message.split(":", 1)[0] in said.fields


def _rejected(source: Source, *problems: Problem) -> Gathered:
    article = Article(source.name, "", None, "", None, ())
    return Gathered(replace(article, status=Status.REJECTED), problems)


def _error(source: Source, line: int, message: str, remedy: str) -> Problem:
    return Problem(source.name, line, Severity.ERROR, message, remedy)
