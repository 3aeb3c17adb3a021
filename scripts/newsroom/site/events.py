"""What happens at each of MkDocs' events: the only room here that knows MkDocs and static-i18n.

static-i18n runs one whole MkDocs build a language inside the first one's last event, all on one configuration.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from markdown.extensions.toc import slugify
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import write_file

from newsroom import languages as language_data
from newsroom.site import facts, interface, redirects, search_index, sitemap

if TYPE_CHECKING:
    from collections.abc import Callable

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs_static_i18n.plugin import I18n

    from newsroom.site.interface import Interface

HOME = "index.md"
"""The page that every language has, written by hand or not."""

_GENERATED_HOME = "---\ntemplate: home.html\n---\n"
_SPEAKERS = "speakers"
_ANCHOR = "text"
_ONCE = {"404.html"}
"""Pages that the whole site has one of, written with the default language."""


def configure(config: MkDocsConfig) -> None:
    """Set up the build of one language: check its words, and leave site-wide pages to the first build."""
    speaking = _speakers(config)
    try:
        interface.check(speaking)
    except interface.MissingWordsError as error:
        raise PluginError(str(error)) from error
    config.extra[_SPEAKERS] = speaking
    config.extra.setdefault("wanted_nav", list(config.nav or ()))
    config.theme.static_templates = set() if _i18n(config).building else set(_ONCE)
    config.mdx_configs.setdefault("toc", {})["slugify"] = anchor


def anchor(heading: str, separator: str) -> str:
    """Return the anchor of a `heading` inside a page, which takes the name of no part of the page: `text-results`.

    Without its beginning, a heading `__config` would stand in the place of the settings of Material's scripts.
    """
    return f"{_ANCHOR}{separator}{slugify(heading, separator)}"


def arrange(files: Files, config: MkDocsConfig) -> None:
    """Give the language a home page where nobody wrote one, and a menu of the pages that it has."""
    plugin, here = _i18n(config), _here(config)
    if files.get_file_from_path(HOME) is None:
        files.append(_home(config, here))
        plugin.i18n_files_per_language[here.code] = files.documentation_pages()
    wanted: list[Any] = config.extra["wanted_nav"]
    config.nav = [_entry(path, here) for path in wanted if files.get_file_from_path(path) is not None]


def equip(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Hand the templates the language they speak, and write the pages at old addresses."""
    own = Path(config.theme.custom_dir or "")
    env.autoescape = escaping(own)
    env.trim_blocks = env.lstrip_blocks = True
    env.filters["first_template"] = env.select_template
    news = files.get_file_from_path("news/index.md")
    env.globals.update(
        here=_here(config),
        languages=speakers(config),
        listing=news.page.meta if news and news.page else {},
    )
    for file in list(files.documentation_pages()):
        for redirect in _redirects(file, config):
            files.append(redirect)


def escaping(own: Path) -> Callable[[str | None], bool]:
    """Return what says of a template whether it escapes what it prints: those in the folder `own` do.

    Ours print what was written by strangers; Material's print as they are, its words of a language among them.
    """
    return lambda name: name is not None and "languages/" not in name and (own / name).is_file()


def describe(page: Page, config: MkDocsConfig) -> facts.Facts:
    """Return what the templates need to know of `page`."""
    speaking = speakers(config)
    marked = cast("Any", page.file)  # static-i18n puts its marks on MkDocs' files
    counterparts = {code: _address(file.url) for code, file in marked.alternates.items()}
    if marked.norm_src_uri == HOME:
        counterparts = {each.code: each.prefix for each in speaking}
    return facts.gather(
        page.meta,
        title=str(page.title or ""),
        here=_here(config),
        languages=speaking,
        counterparts=counterparts,
        site_url=config.site_url or "",
    )


def finish(config: MkDocsConfig) -> None:
    """Write what speaks of the whole site, after its last language: the sitemap and the search."""
    if _i18n(config).building:
        return
    site = Path(config.site_dir)
    if config.site_url:
        _write(site / "sitemap.xml", sitemap.render(_entries(config), site_url=config.site_url))
        _write(site / "robots.txt", sitemap.robots(site_url=config.site_url))
    _split_search(site, {each.code: each.prefix for each in speakers(config)})


def speakers(config: MkDocsConfig) -> tuple[Interface, ...]:
    """Return the languages of the site, in the order of `mkdocs.yml`, as `configure` has read them."""
    found: tuple[Interface, ...] = config.extra[_SPEAKERS]
    return found


def _speakers(config: MkDocsConfig) -> tuple[Interface, ...]:
    """Read the languages of the site."""
    plugin = _i18n(config)
    names = {entry.locale: entry for entry in plugin.config.languages}
    default_name = plugin.original_configs.get("site_name", config.site_name)
    return tuple(
        interface.speak(
            language_data.load(code),
            name=names[code].name,
            prefix="" if code == plugin.default_language else f"{code}/",
            site_name=names[code].site_name or default_name,
        )
        for code in plugin.build_languages
    )


def _i18n(config: MkDocsConfig) -> I18n:
    """Return static-i18n's plugin, which knows the languages and which of them is being built."""
    return cast("I18n", config.plugins["i18n"])


def _here(config: MkDocsConfig) -> Interface:
    """Return the language being built."""
    current = _i18n(config).current_language
    return next(each for each in speakers(config) if each.code == current)


def _home(config: MkDocsConfig, here: Interface) -> File:
    """Return a home page for a language without one, marked as static-i18n marks the files that it finds."""
    file = File.generated(config, f"{here.code}/{HOME}", content=_GENERATED_HOME)
    file.dest_uri = f"{here.prefix}index.html"
    file.inclusion = InclusionLevel.INCLUDED
    vars(file).update(
        alternates={here.code: file},
        locale=here.code,
        locale_alternate_of=here.code,
        localization=here.code,
        norm_src_uri=HOME,
    )
    return file


def _entry(path: str, here: Interface) -> str | dict[str, str]:
    """Return the menu's entry for the page `path`, called by the interface's words where it has some."""
    key = f"nav_{path.removesuffix('.md').removesuffix('/index').replace('/', '_')}"
    return {here.say(key): path} if here.knows(key) else path


def _redirects(file: File, config: MkDocsConfig) -> list[File]:
    """Return the pages at the old addresses of the story that `file` shows."""
    here, made = _here(config), []
    meta = file.page.meta if file.page else {}
    for alias in meta.get("aliases", ()):
        try:
            old = redirects.address(str(alias), prefix=here.prefix)
        except redirects.AliasError as error:
            message = f"{file.src_uri}: {error}"
            raise PluginError(message) from error
        if old == file.url:
            continue
        html = redirects.page(old, file.url, title=meta["title"], here=here, site_url=config.site_url or "")
        made.append(File.generated(config, f"{old}index.html", content=html, inclusion=InclusionLevel.INCLUDED))
    return made


def _entries(config: MkDocsConfig) -> list[sitemap.Entry]:
    """Return the sitemap's entries: every page that search engines may know."""
    described = [
        (file.page, file.page.meta["facts"])
        for files in _i18n(config).i18n_files_per_language.values()
        for file in files
        if file.page
    ]
    return [
        sitemap.Entry(_address(page.url), facts.last_change(page.meta), told.hreflang)
        for page, told in described
        if told.indexed
    ]


def _split_search(site: Path, prefixes: dict[str, str]) -> None:
    """Put one search index a language in the place of Material's, where it wrote one."""
    whole = site / "search" / "search_index.json"
    if not whole.is_file():
        return
    stemmers = {path.name.split(".")[1] for path in (site / "assets/javascripts/lunr/min").glob("lunr.??.min.js")}
    parts = search_index.split(json.loads(whole.read_text("utf-8")), prefixes=prefixes, stemmers=stemmers)
    for code, index in parts.items():
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        _write(site / prefixes[code] / "search" / "search_index.json", text)


def _address(url: str) -> str:
    """Return MkDocs' address from the site's root, where the root itself is empty."""
    return "" if url in {".", "./"} else url


def _write(path: Path, text: str) -> None:
    """Write `text` to `path`."""
    write_file(text.encode(), str(path))
