"""What the site publishes of Material's own files: the bundle that runs the search's dialog, and nothing else.

Material also brings its style sheets, a worker with lunr and its languages, two segmenters, an icon and source maps,
more than 2 MB in all, which no page of this site asks for.
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_BUNDLE = "assets/javascripts/bundle.*.min.js"
"""What `base.html` names; each release of Material has another name for it."""
_MAP = re.compile(r"^//# sourceMappingURL=.*\n?", re.MULTILINE)
"""The line by which a script tells a browser's tools what it was made from."""


def select(files: Files, config: MkDocsConfig) -> None:
    """Leave of the theme's `files` only what a page asks for, without naming what is left out."""
    borrowed = {*config.theme.dirs} - {config.theme.custom_dir}
    for file in [file for file in files if file.src_dir in borrowed]:
        files.remove(file)
        if fnmatchcase(file.src_uri, _BUNDLE):
            text = _MAP.sub("", file.content_string)
            files.append(File.generated(config, file.src_uri, content=text, inclusion=InclusionLevel.INCLUDED))
