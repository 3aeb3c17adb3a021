"""Read what the build script needs of `mkdocs.yml`: the site's languages, and which of them is the default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.utils.yaml import yaml_load

from newsroom import languages

if TYPE_CHECKING:
    from pathlib import Path


class ConfigError(ValueError):
    """`mkdocs.yml` does not say what the build script needs."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The site, as far as the build script is concerned."""

    languages: tuple[languages.Language, ...]
    """The site's languages, in the order of `mkdocs.yml`: the order in which versions are offered."""
    default: str
    """The code of the language that lives at the root of the site."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages, in order."""
        return tuple(language.code for language in self.languages)

    @property
    def letters(self) -> frozenset[str]:
        """The letters of all languages, lower case."""
        return frozenset("".join(language.alphabet.letters for language in self.languages))

    def prefix(self, code: str) -> str:
        """Return the beginning of every address in the language `code`: empty for the default one."""
        return "" if code == self.default else f"{code}/"


def load(path: Path) -> Settings:
    """Read the settings from the `mkdocs.yml` at `path`.

    Raises `ConfigError` where the i18n plugin names no language or no single default, `OSError` where there is
    no such file, and `languages.UnknownLanguageError` for a language without data.
    """
    with path.open(encoding="utf-8") as stream:
        config = yaml_load(stream)
    entries = [entry for entry in _i18n(config).get("languages", ()) if entry.get("build", True)]
    defaults = [entry["locale"] for entry in entries if entry.get("default")]
    if len(defaults) != 1:
        message = f"{path}: expected plugins.i18n.languages with one entry of `default: true`, found {len(defaults)}"
        raise ConfigError(message)
    return Settings(tuple(languages.load(entry["locale"]) for entry in entries), defaults[0])


def _i18n(config: dict[str, Any]) -> dict[str, Any]:
    """Return the options of the i18n plugin, whether the plugins are written as a list or as a mapping."""
    plugins = config.get("plugins") or {}
    if isinstance(plugins, list):
        plugins = {name: options for entry in plugins if isinstance(entry, dict) for name, options in entry.items()}
    return plugins.get("i18n") or {}
