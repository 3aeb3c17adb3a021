"""What a reader's first and second page cost: bytes over the wire, heads of the answers included, and requests."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from audit.finding import Fault, Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

    from audit.finding import Bench

NAME = "weight"
MOST_FIRST = 120_000
"""Bytes that the first page may cost."""
MOST_REQUESTS = 12
"""Requests that it may take."""
MOST_SECOND = 15_000
"""Bytes that a second page may cost a reader who has read the first."""
NOISE = Random(0).randbytes(MOST_FIRST).hex()  # noqa: S311 - nothing secret: what no packing makes shorter than half
FAULT = Fault("</main>", f"<p hidden>{NOISE}</p></main>", "first page")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a page cost."""

    size: int
    """Bytes over the wire; what the browser still has costs none."""
    requests: dict[str, int]
    """What went over the wire: address to bytes."""


def check(bench: Bench) -> Verdict:
    """Weigh the first and the second page in each language."""
    findings: list[Finding] = []
    firsts, seconds = [], []
    for pair in bench.visits:
        first, second = visit(bench, pair)
        findings += judge(pair, first, second)
        firsts.append(first)
        seconds.append(second)
    size, requests = max(one.size for one in firsts), max(len(one.requests) for one in firsts)
    told = f"{size / 1000:.1f} KB in {requests} requests, then {max(one.size for one in seconds) / 1000:.1f} KB"
    return Verdict(told, tuple(findings))


def visit(bench: Bench, pair: tuple[str, str]) -> tuple[Cost, Cost]:
    """Return what the first page of `pair` costs a reader who comes with nothing, and then the second."""
    context = bench.browser.new_context()
    first, second = (_cost(context, bench.site.address + address) for address in pair)
    context.close()
    return first, second


def judge(pair: tuple[str, str], first: Cost, second: Cost) -> Iterator[Finding]:
    """Yield what is too dear."""
    if first.size > MOST_FIRST:
        yield Finding(pair[0], "first page", f"{first.size} bytes > {MOST_FIRST}: {first.requests}")
    if len(first.requests) > MOST_REQUESTS:
        yield Finding(pair[0], "requests", f"{len(first.requests)} > {MOST_REQUESTS}: {[*first.requests]}")
    if second.size > MOST_SECOND:
        yield Finding(pair[1], "second page", f"{second.size} bytes > {MOST_SECOND}: {second.requests}")


def _cost(context: BrowserContext, address: str) -> Cost:
    """Open `address` in a new tab and return what went over the wire until it rests."""
    page = context.new_page()
    network = context.new_cdp_session(page)
    asked: dict[str, str] = {}
    received: dict[str, int] = {}
    network.on("Network.requestWillBeSent", lambda event: asked.update({event["requestId"]: event["request"]["url"]}))
    network.on(
        "Network.loadingFinished",
        lambda event: received.update({asked[event["requestId"]]: int(event["encodedDataLength"])}),
    )
    network.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    page.close()
    requests = {url: size for url, size in received.items() if size}
    return Cost(sum(requests.values()), requests)
