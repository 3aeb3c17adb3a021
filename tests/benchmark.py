"""What reading and grouping cost: CPU seconds of this machine, and the ratios by which they may be compared.

python tests/benchmark.py [--size 10000]

The articles are the cases of this repository, copied with other names and other numbers, so that no two are one.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

HOME = Path(__file__).resolve().parent
sys.path[:0] = [str(HOME.parent / "scripts"), str(HOME)]

import raw  # noqa: E402 - the path is set first
from audit import crowd  # noqa: E402
from newsroom import gather, languages, memory, settings, sources, stories  # noqa: E402
from newsroom.memory import Memory  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.model import Article

SITE = settings.Settings(tuple(languages.load(code) for code in ("en", "ru", "kk")), "en")
LONG = 3_000_000
"""Characters of a text on one line."""


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="articles to group")
    size = parser.parse_args().size
    with tempfile.TemporaryDirectory() as folder:
        _reading(Path(folder))
        _grouping(Path(folder), size)


def _reading(folder: Path) -> None:
    """Take a thousand raw texts apart, and a long one."""
    files = [path for path in sorted((HOME / "cases" / "newsrooms").glob("*.txt")) if path.stat().st_size]
    found = [sources.Source(path.name, path, None, None) for path in (files * (1000 // len(files) + 1))[:1000]]
    before = _megabytes()
    seconds = _seconds(lambda: [gather.gather(one, settings=SITE) for one in found])
    print(f"1,000 texts taken apart: {seconds:.1f} s, {before:.0f} MB before, {_megabytes():.0f} MB after")
    long = folder / "long.txt"
    sentence = "The committee of Velmore met on Tuesday and agreed on nothing at all. "
    long.write_text("A headline of five words\n\n" + sentence * (LONG // len(sentence)), encoding="utf-8")
    seconds = _seconds(lambda: gather.gather(sources.Source(long.name, long, None, None), settings=SITE))
    print(f"a text of {LONG / 1e6:.0f} MB on one line: {seconds:.1f} s")


def _grouping(folder: Path, size: int) -> None:
    """Group a tenth of the articles, all of them, and one more with what was remembered."""
    articles = _crowd(size + 1)
    few = _seconds(lambda: stories.group(articles[: size // 10], languages=SITE.languages))
    path = folder / "stories.sqlite"
    many = _seconds(lambda: _remembering(articles[:size], path))
    more = _seconds(lambda: _remembering(articles, path))
    exponent = math.log(many / few) / math.log(10)
    print(f"{size // 10:,} articles grouped and aligned: {few:.1f} s; {size:,}: {many:.1f} s; exponent {exponent:.2f}")
    print(f"one article more: {more:.2f} s, {more / many:.1%} of all; {_megabytes():.0f} MB at most")


def _remembering(articles: list[Article], path: Path) -> None:
    recalled = Memory(path, version=memory.program())
    stories.group(articles, languages=SITE.languages, recalled=recalled)
    recalled.save()


def _crowd(size: int) -> list[Article]:
    """Return so many articles: the invented events, and copies of them with other names and numbers."""
    lines = (HOME / "cases" / "events" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    originals = [raw.from_gold(json.loads(line)) for line in lines]
    copies = []
    for turn in range(size // len(originals) + 1):
        for one in originals:
            body = tuple(replace(block, text=crowd.renamed(block.text, turn)) for block in one.body)
            copies.append(replace(one, source=f"{turn:03}/{one.source}", title=None, body=body))
    return copies[:size]


def _seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _megabytes() -> float:
    """Return the most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
