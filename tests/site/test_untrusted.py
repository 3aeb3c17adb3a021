"""The article is untrusted: whatever it says is shown as it is, in every place of every page, and does nothing.

`UNTRUSTED=12000 pytest tests/site/test_untrusted.py -s` tries more texts than a run of all tests does.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import building
import hostile
import looking
import pytest
import untrusted
from pages_server import serving
from playwright.sync_api import Error
from watching import watch

from newsroom.body import to_body
from newsroom.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from building import Site, Workshop
    from playwright.sync_api import Browser, Page
    from untrusted import Edition
    from watching import Watch

pytestmark = pytest.mark.browser

NUMBER = int(os.environ.get("UNTRUSTED", "800"))
"""So many hostile texts are tried."""
PER_ARTICLE = 100
QUERIES = min(NUMBER // 20, 400)
"""So many of them are searched for."""
SITE_NAMES = {
    "en": "Kazakhstan–Belgium: science and education news",
    "ru": "Казахстан — Бельгия: новости науки и образования",
    "kk": "Қазақстан — Бельгия: ғылым және білім жаңалықтары",
}
FAULTY = 150
"""So many texts show a fault: mixtures, nearly each of which holds an element."""
FAULTS = {
    "a headline printed raw": ("docs/.overrides/article.html", "{{ facts.headline }}", "{{ facts.headline | safe }}"),
    "a list printed raw": ("docs/.overrides/partials/story.html", ">{{ story.title }}", ">{{ story.title | safe }}"),
    "an attribute printed raw": ("docs/.overrides/main.html", "join(', ') }}", "join(', ') | safe }}"),
    "a redirect printed raw": ("scripts/newsroom/site/redirects.py", "{escape(title)}", "{title}"),
    "a search that keeps markup": (
        "scripts/newsroom/site/searching.py",
        'headline=meta["title"]',
        'headline=f"<b>{meta}"',
    ),
    "linked data printed raw": ("scripts/newsroom/site/linked_data.py", ".translate(_HARMLESS)", ""),
    "a body printed raw": ("scripts/newsroom/escape.py", "return ACTIVE.sub", "return text or ACTIVE.sub"),
    "one sign forgotten": ("scripts/newsroom/escape.py", "[\\\\`*", "[\\\\`"),
    "an anchor from a text": ("scripts/newsroom/site/events.py", '["slugify"] = anchor', '["slugify"] = slugify'),
    "a table that cuts rows": ("scripts/newsroom/body.py", "max(map(len, cells))", "1"),
    "lists that run together": ("scripts/newsroom/body.py", "and kind in LISTS", "and not kind"),
}
"""What the checks have to find: file, and what stands there in the place of what."""
TRIED = [*FAULTS][:: 1 if "UNTRUSTED" in os.environ else 5]
"""Each costs a build: a run of all tests tries some."""


@dataclass(frozen=True)
class Built:
    """A site of articles that try to act."""

    edition: Edition
    """What it was made of."""
    site: Site
    """The site itself, served."""


def _convert(shop: Workshop) -> None:
    """Turn the articles into pages, with a report."""
    command = [sys.executable, "scripts/build_articles.py", "--report", "report.json"]
    done = subprocess.run(command, cwd=shop.root, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stdout + done.stderr


def _edition(shop: Workshop, texts: list[str], *, mask: Any = str, per_article: int = PER_ARTICLE) -> Edition:  # noqa: ANN401 - any function of a text
    """Convert articles made of `texts`, and add to each page the kinds of blocks that no text is sure to hold."""
    hostile.write(shop.root / "articles", list(hostile.articles(texts, per_article=per_article, mask=mask)))
    _convert(shop)
    edition = untrusted.Edition(shop.docs, shop.root / "articles", shop.root / "report.json")
    left = cycle(texts)
    for page, record in edition.read.items():
        blocks = [Block(kind, mask(hostile.shown(next(left))), 1) for kind in (BlockKind.HEADING, BlockKind.QUOTE) * 20]
        record["body"] += [block.text for block in blocks]
        record["blocks"] += [{"kind": block.kind} for block in blocks]
        with (shop.docs / page).open("a", encoding="utf-8") as file:
            file.write("\n" + to_body(blocks))
    return edition


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The site of hostile articles."""
    shop = building.workshop(tmp_path_factory.mktemp("hostile") / "project")
    edition = _edition(shop, hostile.payloads(NUMBER))
    site = shop.build()
    with serving(site) as address:
        yield Built(edition, building.Site(site, address))


@pytest.fixture(scope="session")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The same site with harmless words in the place of every hostile text."""
    shop = building.workshop(tmp_path_factory.mktemp("harmless") / "project")
    _edition(shop, hostile.payloads(NUMBER), mask=hostile.harmless)
    site = shop.build()
    with serving(site) as address:
        yield building.Site(site, address)


@pytest.fixture
def watched(browser: Browser, built: Built) -> Iterator[Watch]:
    """A page that fails the test where anything ran or was asked for."""
    context = browser.new_context()
    watched = watch(context.new_page(), home=built.site.address)
    yield watched
    watched.page.wait_for_load_state("networkidle")
    context.close()
    assert [] == watched.complaints


def test_everything_is_shown_and_nothing_runs(built: Built, watched: Watch) -> None:
    """Every text stands on its pages character for character, and no page does anything."""
    assert [] == list(untrusted.lies(watched.page, built.edition, built.site.address, SITE_NAMES))
    print(f"\n{NUMBER} hostile texts, {len(built.edition.pages)} pages, {len(built.edition.read)} articles")


def test_pages_are_built_as_their_harmless_twins(built: Built, twin: Site, browser: Browser) -> None:
    """Outside of the texts a page is made of the same elements and attributes as with harmless texts."""
    page = browser.new_page()
    for address in [*twin.pages, "404.html"]:
        expected, actual = (_skeleton(page, site.address + address) for site in (twin, built.site))
        assert expected == actual, address
    page.close()


def test_sitemap_is_that_of_the_harmless_twin(built: Built, twin: Site) -> None:
    """What search engines are told of the site does not depend on the texts."""
    assert (twin.folder / "sitemap.xml").read_bytes() == (built.site.folder / "sitemap.xml").read_bytes()


def test_search_index_holds_the_texts(built: Built) -> None:
    """The index holds every headline and lead as it is written, and every word of a headline, a tag or a body."""
    assert [] == list(untrusted.index_lies(built.edition, built.site.folder))


def test_feeds_hold_the_texts(built: Built) -> None:
    """Each feed can be read, and holds every headline, lead, name, tag and body as text."""
    assert [] == list(untrusted.feed_lies(built.edition, built.site.folder))


@pytest.mark.parametrize(
    ("name", "text", "markup"),
    [("atom.xml", "&amp;lt;img", "&lt;img"), ("rss.xml", "&amp;lt;img", "&lt;img"), ("feed.json", "&lt;img", "<img")],
)
def test_a_feed_that_trusts_is_found(built: Built, tmp_path: Path, name: str, text: str, markup: str) -> None:
    """The check of the feeds sees one text that became markup."""
    for path in [path for one in untrusted.FEEDS for path in built.site.folder.rglob(one)]:
        copy = tmp_path / path.relative_to(built.site.folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        before, found, behind = path.read_text("utf-8").rpartition(text)
        copy.write_text(before + (markup if path.name == name else found) + behind, "utf-8")
    assert [] == list(untrusted.feed_lies(built.edition, built.site.folder))
    assert [] != list(untrusted.feed_lies(built.edition, tmp_path))


def test_searching_is_harmless(built: Built, watched: Watch) -> None:
    """Hostile queries do nothing, and whatever they find is shown as text."""
    titles = frozenset(built.edition.pages[page]["title"] for page in built.edition.read)
    page, found = watched.page, 0
    page.goto(built.site.address)
    page.locator(".search input").click()
    page.wait_for_function("() => document.querySelector('.md-search-result__meta').textContent.includes('Type')")
    for query in hostile.payloads(NUMBER)[:: NUMBER // QUERIES]:
        page.locator(".search input").fill(query)
        page.wait_for_timeout(40)
        assert [] == list(untrusted.result_lies(page, query, titles))
        found += page.locator(".md-search-result__item").count()
    assert found > QUERIES


@pytest.mark.parametrize("query", hostile.payloads(NUMBER)[:: NUMBER // 6])
def test_queries_in_addresses_are_harmless(built: Built, watched: Watch, query: str) -> None:
    """An address that searches, as somebody may send it to a reader, puts the words into the field and does nothing."""
    page = watched.page
    page.goto(f"{built.site.address}?q={quote(query)}")
    page.wait_for_function("() => document.querySelector('.search input').value")
    assert hostile.shown(query) == hostile.shown(page.locator(".search input").input_value())


@pytest.mark.parametrize("fault", TRIED)
def test_a_page_that_trusts_is_found(tmp_path: Path, browser: Browser, fault: str) -> None:
    """The checks see what they are there for: one place without escaping, one anchor from a text, one lost cell."""
    shop = building.workshop(tmp_path / "project")
    where, old, new = FAULTS[fault]
    text = (shop.root / where).read_text("utf-8")
    assert old in text
    (shop.root / where).write_text(text.replace(old, new), "utf-8")
    edition = _edition(shop, hostile.payloads(NUMBER)[-FAULTY:], per_article=FAULTY // 5)
    context = browser.new_context()
    with serving(shop.build()) as home:
        watched = watch(context.new_page(), home=home)
        found = _found(watched.page, edition, building.Site(shop.root / "site", home))
    context.close()
    assert [] != found + watched.complaints


def _skeleton(page: Page, address: str) -> list[str]:
    """Return what the page at `address` is made of, once its scripts have run."""
    page.goto(address)
    page.evaluate(looking.MODULES)
    found: list[str] = page.evaluate(looking.SKELETON)
    return found


def _found(page: Page, edition: Edition, site: Site) -> list[str]:
    """Return what the checks find on a site with a fault; a page may be so broken that they can't even ask it."""
    try:
        found = list(untrusted.lies(page, edition, site.address, SITE_NAMES))
    except Error as error:
        return [str(error)]
    return [*found, *untrusted.index_lies(edition, site.folder)]
