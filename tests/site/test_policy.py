"""The Content-Security-Policy of the built pages, as a browser enforces it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import building
import pytest
from looking import MODULES
from pages_server import serving
from watching import watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from building import Site
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

META = '<meta http-equiv="Content-Security-Policy" content="'
LOOSE = ("unsafe", "*", "http:", "https:", "blob:", "strict-dynamic")
"""What no policy of this site may hold."""
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""
"""Runs before anything of a page does, and is no part of it."""
WRITTEN = """
| left | right |
|:-----|------:|
| 1    | 2     |

<script>document.documentElement.dataset.ran = "yes"</script>
<style>h1 { color: rgb(1, 2, 3) !important }</style>
"""
"""A hand-written page with an inline script, an inline style, and columns that are aligned."""
RAN = "[document.documentElement.dataset.ran, getComputedStyle(document.querySelector('h1')).color]"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that keeps what its policy refuses."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def _refused(page: Page, address: str) -> list[str]:
    """Open the page at `address` and return what its policy refused."""
    page.goto(address)
    page.evaluate(MODULES)
    found: list[str] = page.evaluate("window.violations")
    return found


def test_every_page_has_a_strict_policy(site: Site) -> None:
    """Every page, 404.html and the redirects too, has one policy, at once behind the charset, and a strict one."""
    for path in site.folder.rglob("*.html"):
        text = path.read_text("utf-8")
        assert 1 == text.count(META)
        before, behind = text.split(META)
        assert before.endswith('<meta charset="utf-8">\n')
        policy = behind.partition('"')[0]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
        assert [] == [word for word in LOOSE if word in policy]


def test_no_page_breaks_its_policy(site: Site, page: Page) -> None:
    """No page holds anything that its policy refuses."""
    watched = watch(page, home=site.address)
    refused = {
        address: _refused(page, site.address + address) for address in [*site.kinds, "404.html", "no/such/page/"]
    }
    assert {} == {address: found for address, found in refused.items() if found}
    assert [] == [one for one in watched.complaints if "404" not in one]


@pytest.mark.parametrize("prefix", ["", "ru/", "kk/"])
def test_the_search_keeps_to_the_policy(sample_site: Site, page: Page, prefix: str) -> None:
    """The open search, its worker and its results do nothing that the policy refuses."""
    watched = watch(page, home=sample_site.address)
    page.goto(sample_site.address + prefix)
    page.locator(".search input").click()
    for words in ("university", "университет", "markup bold"):
        page.locator(".search input").fill(words)
        page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.wait_for_load_state("networkidle")
    assert [] == page.evaluate("window.violations") + watched.complaints


def test_redirects_lead_on(sample_site: Site, page: Page) -> None:
    """The policy of a page at an old address lets it lead to the story."""
    page.goto(f"{sample_site.address}news/2026/old-name/")
    page.wait_for_url("**/news/2026/rector-receives-ambassador/")
    assert [] == page.evaluate("window.violations")


FAULTS = {
    "a script": ("<script>document.documentElement.dataset.ran = 'yes'</script>", "script-src-elem: inline"),
    "a handler": (
        "<img src=assets/none.png onerror=\"document.documentElement.dataset.ran='yes'\">",
        "script-src-attr",
    ),
    "a style": ("<style>h1 { color: rgb(1, 2, 3) }</style>", "style-src-elem: inline"),
    "an attribute of style": ('<p style="color: rgb(1, 2, 3)">A</p>', "style-src-attr: inline"),
    "a stranger's picture": ("<img src=http://stranger.invalid/x.png>", "img-src: http://stranger.invalid"),
    "a stranger's script": ("<script src=http://stranger.invalid/x.js></script>", "script-src-elem: http://stranger"),
    "a frame": ("<iframe src=http://stranger.invalid/></iframe>", "frame-src"),
    "another base": ("<base href=http://stranger.invalid/>", "base-uri: http://stranger.invalid"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_what_is_slipped_in_is_refused(sample_site: Site, page: Page, tmp_path: Path, fault: tuple[str, str]) -> None:
    """Whatever might get into a page behind its policy is refused, and the test hears of it."""
    slipped, said = fault
    site = shutil.copytree(sample_site.folder, tmp_path / "site")
    path = site / "news/2024/not-markup/index.html"
    path.write_text(path.read_text("utf-8").replace("</h1>", f"</h1>{slipped}", 1), "utf-8")
    with serving(site) as home:
        refused = _refused(page, f"{home}news/2024/not-markup/")
        assert any(one.startswith(said) for one in refused), refused
        assert None is page.evaluate(RAN)[0]


@pytest.fixture(scope="module")
def written_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an inline script and style in a hand-written page, and by a fault in an article too."""
    shop = building.workshop(tmp_path_factory.mktemp("written") / "project")
    shop.convert()
    for page in (shop.docs / "en/about.md", *(shop.docs / "en/news").glob("20*/*-*.md")):
        page.write_text(page.read_text("utf-8") + WRITTEN, "utf-8")
    return shop.build()


def test_what_is_written_by_hand_runs(written_site: Path, page: Page) -> None:
    """Inline scripts, styles and aligned columns of a hand-written page keep working."""
    with serving(written_site) as home:
        assert [] == _refused(page, f"{home}about/")
        assert ["yes", "rgb(1, 2, 3)"] == page.evaluate(RAN)


def test_a_policy_without_a_hash_is_noticed(written_site: Path, page: Page, tmp_path: Path) -> None:
    """Without its hash the script of a hand-written page does not run, and the test hears of it."""
    site = shutil.copytree(written_site, tmp_path / "site")
    text = (site / "about/index.html").read_text("utf-8")
    before, hashed, behind = text.partition("script-src 'self' 'sha256-")
    assert hashed
    (site / "about/index.html").write_text(f"{before}script-src 'self'{behind.partition(chr(39))[2]}", "utf-8")
    with serving(site) as home:
        assert ["script-src-elem"] == [one.partition(":")[0] for one in _refused(page, f"{home}about/")]


def test_an_article_brings_no_script(written_site: Path, page: Page) -> None:
    """A script that got into the text of an article before the site was built gets no leave either."""
    with serving(written_site) as home:
        refused = _refused(page, f"{home}news/2026/kazakhstan-university-of-mons/")
        assert ["script-src-elem", "style-src-elem"] == sorted({one.partition(":")[0] for one in refused})
        assert None is page.evaluate(RAN)[0]
