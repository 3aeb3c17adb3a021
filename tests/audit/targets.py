"""Whether everything that can be pressed is large enough to be hit, or apart from what else can (WCAG 2.2, 2.5.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.browsing import VIEWS, looked, through
from audit.finding import Fault, Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from audit.finding import Bench

NAME = "size of targets"
FAULT = Fault("</h1>", '</h1><p><a href=".">1</a><a href="..">2</a></p>', "target")
LOOKED_IN = tuple(view for view in VIEWS if view.scheme == "light")
SMALL = """
() => {
  const SIZE = 24;
  const all = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  const shown = [...document.querySelectorAll(all)].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }) && !one.matches(".skip"));
  const boxes = shown.map((one) => one.getBoundingClientRect());
  const isSmall = ({ width, height }) => Math.round(width) < SIZE || Math.round(height) < SIZE;
  // Inside a sentence the line's height, not the page's author, says how high a link is.
  const isInline = (one) => getComputedStyle(one).display === "inline" &&
    [...one.parentNode.childNodes].some((other) => other !== one && other.nodeType === 3 && other.data.trim());
  const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
  // The distance from a small target's middle to the nearest edge of another, or to the middle of another small one.
  const apart = (box, other) => {
    const [x, y] = middle(box);
    const near = (at, start, length) => Math.max(start - at, 0, at - start - length);
    const edge = Math.hypot(near(x, other.x, other.width), near(y, other.y, other.height)) - SIZE / 2;
    const [a, b] = middle(other);
    return isSmall(other) ? Math.min(edge, Math.hypot(x - a, y - b) - SIZE) : edge;
  };
  const isCrowded = (box) => boxes.some((other) => other !== box && apart(box, other) < -0.5);
  return shown.filter((one, at) => isSmall(boxes[at]) && !isInline(one) && isCrowded(boxes[at])).map((one) => {
    const { width, height } = one.getBoundingClientRect();
    return `${width.toFixed(1)} × ${height.toFixed(1)}: ${one.outerHTML.slice(0, 160)}`;
  });
}
"""
"""The targets that are under 24 × 24 CSS pixels and neither in a sentence nor apart from others."""


def check(bench: Bench) -> Verdict:
    """Measure the targets of every page in a wide window and on a phone."""
    return Verdict(looked(bench, views=LOOKED_IN), tuple(through(bench, look, views=LOOKED_IN)))


def look(page: Page, place: str) -> Iterator[Finding]:
    """Yield the targets of the open `page` that are too small."""
    yield from (Finding(place, "target", one) for one in page.evaluate(SMALL))
