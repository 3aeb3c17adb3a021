"""What pages do besides showing themselves: complaints in the console, breaches of their policy, strangers, 404s."""

from __future__ import annotations

from typing import TYPE_CHECKING

import looking
from watching import watch

from audit.browsing import HEIGHT, VIEWS
from audit.finding import Fault, Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.finding import Bench

NAME = "quiet pages"
FAULT = Fault("</main>", '<img src="nothing.png" alt="x"></main>', "404")


def check(bench: Bench) -> Verdict:
    """Open every page and watch what it does until it rests."""
    findings = tuple(finding for page in bench.pages if page != "404.html" for finding in _watched(bench, page))
    return Verdict(f"{len(bench.pages)} pages", findings)


def _watched(bench: Bench, address: str) -> Iterator[Finding]:
    size = {"width": VIEWS[0].width, "height": HEIGHT}
    page = bench.browser.new_page(viewport=size)  # type: ignore[arg-type]
    seen = watch(page, home=bench.site.address)
    page.goto(bench.site.address + address)
    page.evaluate(looking.MODULES)
    page.wait_for_load_state("networkidle")
    page.close()
    for complaint in seen.complaints:
        rule, _, message = complaint.removeprefix(f"{bench.site.address}{address}: ").partition(": ")
        yield Finding(address, rule, message)
