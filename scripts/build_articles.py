"""Turn the raw texts in `articles/` into pages under `docs/<lang>/news/`: arguments, messages, exit code."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from newsroom import pipeline, semantic, settings, write
from newsroom.languages import UnknownLanguageError
from newsroom.model import Severity

ROOT = Path(__file__).resolve().parent.parent
"""The project's folder: where the defaults are."""
GOOD, BLOCKED, WRONG_USAGE = 0, 1, 2
"""The exit codes."""


def main(arguments: list[str] | None = None) -> int:
    """Run the build script and return its exit code: 0 good, 1 problems that block, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    if not options.articles.is_dir():
        return _refuse(f"--articles: expected a folder, received {options.articles}")
    try:
        site = settings.load(options.config)
    except (settings.ConfigError, UnknownLanguageError, OSError) as error:
        return _refuse(f"--config: {error}")
    try:
        embedder = semantic.E5() if options.semantic else None
    except semantic.NoModelError as error:
        return _refuse(str(error))
    edition = pipeline.build(options.articles, settings=site, jobs=options.jobs, cache=options.cache, embedder=embedder)
    _show(edition, options.articles)
    if options.report:
        options.report.parent.mkdir(parents=True, exist_ok=True)
        options.report.write_text(edition.report, encoding="utf-8", newline="\n")
    if not options.check:
        for found_out in edition.memories:
            found_out.save()
    if edition.is_blocked:
        return BLOCKED
    if not options.check:
        options.docs.mkdir(parents=True, exist_ok=True)
        write.write(edition.pages, docs=options.docs, codes=site.codes)
    return GOOD


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build_articles.py", description=__doc__, allow_abbrev=False)
    parser.add_argument("--articles", type=Path, default=ROOT / "articles", metavar="DIR", help="the raw texts")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", metavar="DIR", help="where <lang>/news/ is written")
    parser.add_argument("--config", type=Path, default=ROOT / "mkdocs.yml", metavar="FILE", help="the site's settings")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write what was read as JSON")
    parser.add_argument("--check", action="store_true", help="say what would be done, and write nothing but the report")
    parser.add_argument(
        "--cache", type=Path, metavar="DIR", help="keep there what the next run need not find out again"
    )
    parser.add_argument("--semantic", action="store_true", help="ask a language model too which paragraphs correspond")
    parser.add_argument("--jobs", type=_count, default=os.cpu_count() or 1, metavar="N", help="processes that read")
    return parser


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("expected 1 or more, received " + text)
    return value


def _refuse(message: str) -> int:
    print(f"build_articles.py: {message}", file=sys.stderr)
    return WRONG_USAGE


def _show(edition: pipeline.Edition, folder: Path) -> None:
    """Print every problem with its place and its remedy, and then what was made."""
    for problem in edition.problems:
        place = f"{folder / problem.path}:{problem.line}"
        print(f"{place}: {problem.severity}: {problem.message}\n    {problem.remedy}", file=sys.stderr)
    errors = sum(problem.severity is Severity.ERROR for problem in edition.problems)
    if errors:
        print(f"{errors} problem{'s' * (errors > 1)} to solve first; nothing was written.", file=sys.stderr)
    else:
        print(f"{len(edition.articles)} articles, {len(edition.stories)} stories, {len(edition.pages)} pages.")


if __name__ == "__main__":
    sys.exit(main())
