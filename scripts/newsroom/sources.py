"""Find the articles and what editors put beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom import read
from newsroom.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLE_KINDS = tuple(read.KINDS)
"""The endings of files that are read as articles."""
SIDECAR_KINDS = (".yml", ".yaml")
"""The endings of files in which an editor corrects the article of the same name."""
NO_ARTICLES = frozenset({"readme", "names"})
"""Names of files that live in the folder and are about it."""


@dataclass(frozen=True, slots=True)
class Source:
    """One article's files."""

    name: str
    """The article's path below the folder, with forward slashes: how the report and the editor call it."""
    path: Path
    """The file on disk."""
    sidecar: Path | None
    """The editor's file beside it."""
    sidecar_name: str | None
    """Its path below the folder."""


def find(folder: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles below `folder` in the order of their names, and what is wrong with the files' names."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if _counts(path, folder)}
    articles = {name: path for name, path in sorted(files.items()) if path.suffix.lower() in ARTICLE_KINDS}
    sidecars = {name: path for name, path in sorted(files.items()) if path.suffix.lower() in SIDECAR_KINDS}
    problems = [*_strangers(set(files) - set(articles) - set(sidecars))]
    beside: dict[str, str] = {}
    stems = {_stem(name): name for name in articles}
    for name in sidecars:
        problems.extend(_misplaced(name, stems, beside))
        beside.setdefault(_stem(name), name)
    problems.extend(_twins(articles))
    found = []
    for name, path in articles.items():
        sidecar = beside.get(_stem(name))
        found.append(Source(name, path, sidecars.get(sidecar or ""), sidecar))
    return tuple(found), tuple(sorted(problems))


def _counts(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.is_file() and not hidden and path.stem.lower() not in NO_ARTICLES


def _stem(name: str) -> str:
    return name.rsplit(".", 1)[0]


def _strangers(names: set[str]) -> Iterator[Problem]:
    for name in names:
        message = (
            f"expected an article ({', '.join(ARTICLE_KINDS)}) or a sidecar ({SIDECAR_KINDS[0]}), received neither"
        )
        yield Problem(name, 1, Severity.WARNING, message, "Save its text as .txt, or keep the file elsewhere.")


def _misplaced(name: str, stems: dict[str, str], beside: dict[str, str]) -> Iterator[Problem]:
    stem = _stem(name)
    if stem not in stems:
        message = f"expected an article called {stem}.txt beside this sidecar, found none"
        yield Problem(name, 1, Severity.ERROR, message, "Give it the article's name, or remove it.")
    elif stem in beside:
        message = f"expected one sidecar for {stems[stem]}, found {beside[stem]} too"
        yield Problem(name, 1, Severity.ERROR, message, "Put everything into one of the two files.")


def _twins(articles: dict[str, Path]) -> Iterator[Problem]:
    """Yield a problem for every article whose name differs from another's only in its ending."""
    seen: dict[str, str] = {}
    for name in articles:
        if first := seen.get(_stem(name)):
            message = f"expected names that differ before the dot, found {first} too"
            yield Problem(name, 1, Severity.ERROR, message, "Rename one of the two.")
        seen.setdefault(_stem(name), name)
