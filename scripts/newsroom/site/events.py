"""What happens at each of MkDocs' events: the only room here that knows MkDocs and static-i18n.

static-i18n runs one whole MkDocs build a language inside the first one's last event, all on one configuration.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from markdown.extensions.toc import slugify
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

from newsroom import languages as language_data
from newsroom.site import (
    announce,
    borrowed,
    channels,
    closing,
    facts,
    generated,
    interface,
    linked_data,
    offline,
    open_graph,
    paragraphs,
    policy,
    redirects,
    sharing,
    titles,
)
from newsroom.site.publication import Publication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs_static_i18n.plugin import I18n

    from newsroom.site.generated import GeneratedPage
    from newsroom.site.interface import Interface

_SPEAKERS = "speakers"
_CALLED = "called"
_BY_THE_BUILD = "news/"
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
    """Give the language the pages that each has where nobody wrote them, and a menu of the pages that it has.

    Of the theme's own files only those stay that a page asks for.
    """
    borrowed.select(files, config)
    here = _here(config)
    written = {file.dest_uri for file in files}
    made = [_generated(page, config, here) for page in generated.PAGES]
    for file in made:
        if file.dest_uri not in written:
            files.append(file)
    _i18n(config).i18n_files_per_language[here.code] = files.documentation_pages()
    wanted: list[Any] = config.extra["wanted_nav"]
    config.nav = [_entry(path, here) for path in wanted if files.get_file_from_path(path) is not None]


def equip(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Hand the templates the language they speak, and write the pages at old addresses."""
    own, fed = Path(config.theme.custom_dir or ""), _channels(files, config)
    env.autoescape = escaping(own)
    env.trim_blocks = env.lstrip_blocks = True
    env.filters["first_template"] = env.select_template
    env.globals.update(
        here=_here(config),
        languages=speakers(config),
        listing=_front_matter(files, "news/index.md"),
        names=_front_matter(files, "news/names/index.md"),
        titles=_call(files, config),
        edition=titles.edition(_here(config), speakers(config)),
        reading_address=generated.READING.address,
        kept_address=generated.KEPT.address,
        kept_limit=offline.LIMIT,
        feeds=fed,
    )
    for file in list(files.documentation_pages()):
        for redirect in _redirects(file, config):
            files.append(redirect)
    for path, text in fed.files.items():
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.INCLUDED))


def _front_matter(files: Files, path: str) -> Mapping[str, Any]:
    """Return the front matter of the page `path` of the language being built, empty where there is none."""
    file = files.get_file_from_path(path)
    return file.page.meta if file and file.page else {}


def escaping(own: Path) -> Callable[[str | None], bool]:
    """Return what says of a template whether it escapes what it prints: those in the folder `own` do.

    Ours print what was written by strangers; Material's print as they are, its words of a language among them.
    """
    return lambda name: name is not None and "languages/" not in name and (own / name).is_file()


def finish_body(html: str, page: Page) -> str:
    """Return the text of `page`, where it is an article, with its dateline, anchors, and marks for its speakers."""
    if page.meta.get("template") != "article.html":
        return html
    return paragraphs.attribute(paragraphs.begin(paragraphs.number(html), page.meta.get("dateline")))


def describe(page: Page, config: MkDocsConfig) -> facts.Facts:
    """Return what the templates need to know of `page`."""
    speaking = speakers(config)
    marked = cast("Any", page.file)  # static-i18n puts its marks on MkDocs' files
    written = {code: _address(file.url) for code, file in marked.alternates.items()}
    return facts.gather(
        page.meta,
        title=str(page.title or ""),
        here=_here(config),
        languages=speaking,
        counterparts=generated.counterparts(_address(page.url), _here(config), speaking) or written,
        site_url=config.site_url or "",
    )


def tell(page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """Return what the template of `page` is handed: what it needs to know, and what it tells machines."""
    told: facts.Facts = page.meta["facts"]
    publication = Publication(
        _here(config), config.site_url or "", config.site_description or "", config.extra[_CALLED]
    )
    pictures = sharing.pictures(config)
    picture = pictures.of(page.url, told, publication.here) if pictures else None
    described = linked_data.describe(told, page.meta, publication=publication, picture=picture)
    return {
        "facts": told,
        "picture": picture,
        "open_graph": open_graph.properties(told, page.meta, publication=publication),
        "linked_data": linked_data.write(described) if described else "",
    }


def guard(html: str, config: MkDocsConfig, *, page: Page | None = None) -> str:
    """Return the finished `html`, of `page` where it shows one, with its Content-Security-Policy.

    While an editor looks on it goes without: there MkDocs adds a script of its own to every page.
    """
    if config.extra["serving"]:
        return html
    by_hand = page is not None and not cast("Any", page.file).norm_src_uri.startswith(_BY_THE_BUILD)
    return policy.protect(html, written=page.content or "" if page and by_hand else "")


def finish(config: MkDocsConfig) -> None:
    """Write what speaks of the whole site, after its last language."""
    if _i18n(config).building:
        return
    closing.write(config, list(_described(config)), speaking=speakers(config))


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


def _generated(page: GeneratedPage, config: MkDocsConfig, here: Interface) -> File:
    """Return the file of a page that nobody wrote, marked as static-i18n marks the files that it finds."""
    file = File.generated(config, f"{here.code}/{page.source}", content=page.text)
    file.dest_uri = f"{here.prefix}{page.address}index.html"
    file.inclusion = InclusionLevel.NOT_IN_NAV
    vars(file).update(
        alternates={here.code: file},
        locale=here.code,
        locale_alternate_of=here.code,
        localization=here.code,
        norm_src_uri=page.source,
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
        content = guard(html, config)
        made.append(File.generated(config, f"{old}index.html", content=content, inclusion=InclusionLevel.INCLUDED))
    return made


def _call(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Describe the pages of the language being built, before any is rendered; return the title of each by its URL."""
    called = []
    for page in (file.page for file in files.documentation_pages()):
        if page:
            told = page.meta["facts"] = describe(page, config)
            day = _here(config).date(page.meta["date"]) if page.meta.get("date") else None
            called += [titles.Called(page.url, told.headline, day)] if told.indexed else []
    config.extra[_CALLED] = {_address(page.address): page.headline for page in called}
    return titles.distinct(called)


def _described(config: MkDocsConfig) -> Iterator[announce.Described]:
    """Yield every page of the site."""
    languages = {each.code: each for each in speakers(config)}
    for code, files in _i18n(config).i18n_files_per_language.items():
        for page in (file.page for file in files):
            if page:
                yield announce.Described(
                    _address(page.url), page.meta["facts"], page.meta, languages[code], page.content or ""
                )


def _channels(files: Files, config: MkDocsConfig) -> channels.Channels:
    """Return the feeds of the language being built, whose pages have been rendered by now."""
    pages = {file.url: file.page for file in files.documentation_pages() if file.page}
    news = files.get_file_from_path("news/index.md")
    return channels.gather(
        pages, main=news.url if news else "", here=_here(config), description=config.site_description or ""
    )


def _address(url: str) -> str:
    """Return MkDocs' address from the site's root, where the root itself is empty."""
    return "" if url in {".", "./"} else url
