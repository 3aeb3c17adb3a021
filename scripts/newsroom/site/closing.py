"""What is written once, after the last language: styles, sitemaps, pictures, the search, the service worker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import write_file

from newsroom.site import announce, offline, searching, sharing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from newsroom.site.announce import Described
    from newsroom.site.interface import Interface

STYLES = "assets/css/site.css"
"""The one style sheet that pages name: the components' sheets of `extra_css`, in their order."""

CACHE = Path(".cache/search.sqlite")
"""What the search remembers between runs, beside the configuration."""


def write(config: MkDocsConfig, pages: Sequence[Described], *, speaking: Sequence[Interface]) -> None:
    """Write all that the whole site has one of; `pages` are its pages, `speaking` its languages."""
    site = Path(config.site_dir)
    _join_styles(site, config.extra_css)
    if config.site_url:
        for name, text in announce.files(pages, site_url=config.site_url).items():
            _write(site / name, text)
    sharing.draw(config, pages)
    _write_search(site, pages, speaking, cache=Path(config.config_file_path).parent / CACHE)
    prefixes = [each.prefix for each in speaking]
    _write(site / "sw.js", offline.worker(offline.shell(site, prefixes), prefixes))


def _join_styles(site: Path, names: Iterable[str]) -> None:
    """Put one style sheet in the place of the components': a page then asks once, not once a component."""
    parts = [site / name for name in names]
    _write(site / STYLES, "\n".join(part.read_text("utf-8") for part in parts))
    for part in parts:
        part.unlink()


def _write_search(site: Path, pages: Sequence[Described], speaking: Sequence[Interface], *, cache: Path) -> None:
    """Write the search index, and for each language what Material's dialog hands to the worker."""
    documents = [searching.document(page) for page in pages if page.facts.kind == "article"]
    codes = [each.code for each in speaking]
    for name, content in searching.index(documents, codes, searching.spellings(pages), cache=cache).items():
        write_file(content, str(site / name))
    for each in speaking:
        _write(site / each.prefix / searching.SETTINGS, searching.settings(each, speaking))


def _write(path: Path, text: str) -> None:
    write_file(text.encode(), str(path))
