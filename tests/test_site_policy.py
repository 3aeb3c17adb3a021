"""The page's Content-Security-Policy."""

from __future__ import annotations

import pytest

from newsroom.site.policy import NoCharsetError, policy, protect

PAGE = '<!doctype html>\n<html><head>\n  <meta charset="utf-8">\n  <title>A</title></head><body></body></html>'
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
HASH = "'sha256-D6IGS8VMvCoyaR/l0h9tERrBTATY01CoPS7l6xDv0kI='"
"""Of `x()`; from `printf 'x()' | openssl dgst -sha256 -binary | base64`."""


def test_the_policy_comes_first() -> None:
    """The policy stands right behind the charset, before all that it is to hold for; the rest of the page is kept."""
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{STRICT}">'
    before, charset, behind = PAGE.partition('<meta charset="utf-8">')
    assert before + charset + meta + behind == protect(PAGE)


def test_a_page_without_a_place_for_it_is_refused() -> None:
    """No page goes out without a policy."""
    with pytest.raises(NoCharsetError, match='expected <meta charset="utf-8">'):
        protect("<p>A")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "<p>x()</p>",
        '<script src="a.js"></script>',
        '<script type="application/json">x()</script>',
        '<script type="application/ld+json">x()</script>',
        '<p onclick="x()" style="color:red">',
        "<script>x()",
    ],
)
def test_nothing_gets_leave(written: str) -> None:
    """What is not inline needs no leave, data is not run, and an attribute can have none."""
    assert STRICT == policy(written)


@pytest.mark.parametrize(
    "written",
    [
        "<p>a</p><script>x()</script>",
        "<SCRIPT TYPE=module>x()</SCRIPT>",
        '<template><script type="text/javascript">x()</script></template>',
        "<script>x()</script><p><script>x()</script>",
    ],
)
def test_a_script_written_by_hand_gets_leave(written: str) -> None:
    """An inline script that someone of the newsroom wrote is allowed by its hash, wherever it waits."""
    assert STRICT.replace("script-src 'self'", f"script-src 'self' {HASH}") == policy(written)


def test_a_style_written_by_hand_gets_leave() -> None:
    """So is an inline style, and no script of the same text."""
    expected = STRICT.replace("style-src 'self'", f"style-src 'self' {HASH}")
    assert expected == policy("<noscript><style>x()</style></noscript>")


def test_text_is_hashed_as_it_stands() -> None:
    """What looks like markup or a character reference inside of a script is a part of it."""
    assert policy("<script>a<b>c&amp;</script>") != policy("<script>a<b>c&</script>")
    assert 2 == policy("<script>1</script><script>2</script>").count("sha256-")
