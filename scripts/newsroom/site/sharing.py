"""Pictures beside shared links: what MkDocs' events need of `pictures.py`, and the switch in `mkdocs.yml`."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.site import typefaces
from newsroom.site.drawer import Drawer
from newsroom.site.pictures import Pictures, wanted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from newsroom.site.announce import Described

NOTE = 25
"""The level of what an editor should see and no strict build stops at: above information, below warnings."""

_SWITCH = "share_pictures"
_PICTURES = "pictures"
_KEPT = Path(".cache/share")
_LOG = logging.getLogger("mkdocs.newsroom")


def pictures(config: MkDocsConfig) -> Pictures | None:
    """Return what knows the site's pictures; None where the site wants none, or does not know its own address."""
    if not (config.extra.get(_SWITCH, True) and config.site_url):
        return None
    if _PICTURES not in config.extra:
        config.extra[_PICTURES] = Pictures(site_url=config.site_url, faces=typefaces.at_hand())
    found: Pictures = config.extra[_PICTURES]
    return found


def draw(config: MkDocsConfig, pages: Iterable[Described]) -> None:
    """Draw the pictures of all `pages` into the built site."""
    known = pictures(config)
    if known is None:
        return
    listed = [(page.address, page.facts, page.language) for page in pages if page.facts.indexed]
    shown = filter(None, (known.of(address, page, here) for address, page, here in listed))
    known.draw(shown, site=Path(config.site_dir), drawer=Drawer(Path(config.config_file_path).parent / _KEPT))
    faults = list(filter(None, (known.fault(wanted(page, here)) for _, page, here in listed)))
    if faults:
        logging.addLevelName(NOTE, "NOTE")
        _LOG.log(NOTE, "Pages without their own picture for shared links: %d. The first: %s", len(faults), faults[0])
