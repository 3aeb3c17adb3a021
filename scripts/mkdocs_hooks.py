"""Glue between MkDocs' events and the rooms in `newsroom/site`: which of them opens at which event, and nothing else.

Every hook runs after static-i18n's own, which has the priority -100. MkDocs keeps this module for as long as
`mkdocs serve` runs, so the rooms are imported anew at the beginning of each build.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

SCRIPTS = Path(__file__).parent
AFTER_I18N = -200
_SERVING = "NEWSROOM_SERVING"
_LOG = logging.getLogger("mkdocs.newsroom")


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs names the arguments
    """Remember, for the builds to come, whether an editor is looking on."""
    os.environ[_SERVING] = "1" if command == "serve" else ""


@event_priority(AFTER_I18N)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin the build of a language; before the first, read the articles and the package anew."""
    if not config.plugins["i18n"].building:  # type: ignore[attr-defined]
        if os.environ.get(_SERVING):
            _convert(Path(config.config_file_path).parent)
        _forget_rooms()
    config.extra["serving"] = bool(os.environ.get(_SERVING))
    _events().configure(config)
    return config


@event_priority(AFTER_I18N)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Arrange the pages of a language."""
    _events().arrange(files, config)
    return files


@event_priority(AFTER_I18N)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Equip the templates."""
    _events().equip(env, config, files)
    return env


@event_priority(AFTER_I18N)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs names the arguments
    """Give the paragraphs of an article their anchors."""
    return str(_events().finish_body(html, page))


@event_priority(AFTER_I18N)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object) -> dict[str, Any]:  # noqa: ARG001 - MkDocs names the arguments
    """Hand the template what it needs to know of its page."""
    return {**context, **_events().tell(page, config)}


@event_priority(AFTER_I18N)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give a finished page its policy."""
    return str(_events().guard(output, config, page=page))


@event_priority(AFTER_I18N)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Give the one page that comes of no Markdown, 404.html, its policy."""
    return str(_events().guard(output_content, config)) if template_name.endswith(".html") else output_content


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """Finish a language, or the whole site after the last one."""
    _events().finish(config)


def _events() -> Any:  # noqa: ANN401 - a module, imported anew at each build
    """Return the room that knows what to do."""
    if str(SCRIPTS) not in sys.path:
        sys.path.insert(0, str(SCRIPTS))
    return import_module("newsroom.site.events")


def _forget_rooms() -> None:
    """Make the next import read the package from the disk, as an editor may have changed it."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "newsroom"]:
        del sys.modules[name]


def _convert(root: Path) -> None:
    """Turn the articles into pages; where they hold problems, say so and keep the last good pages."""
    done = subprocess.run(
        [sys.executable, str(SCRIPTS / "build_articles.py")], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode:
        _LOG.error(
            "The articles hold problems; the pages shown are the last good ones.\n%s", done.stderr or done.stdout
        )
    elif done.stderr:
        _LOG.info("%s", done.stderr)
