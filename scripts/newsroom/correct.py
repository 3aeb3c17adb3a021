"""Give the editor the last word: what a sidecar or front matter says stands over anything that was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsroom import headline
from newsroom.model import Evidence

if TYPE_CHECKING:
    from newsroom.model import Article, Corrections


def correct(article: Article, corrections: Corrections) -> Article:
    """Return `article` with every field that the editor set; its natural address stays what the text alone gives."""
    changed: dict[str, Any] = dict(corrections.fields)
    evidence = dict(article.evidence)
    for name in changed:
        line = corrections.lines.get(name)
        inferred = name == "title" and article.title is None
        evidence[name] = Evidence(line, "sidecar", 1.0, inferred=inferred)
    if "title" in changed:
        changed["headline"] = changed["title"] or headline.from_lead(article.body[0].text)
    return replace(article, **changed, corrections=corrections, evidence=dict(sorted(evidence.items())))


def merge(sidecar: Corrections, front_matter: Corrections) -> Corrections:
    """Return what both say together; where both speak of one thing, the sidecar does."""
    own = ("language", "story", "slug", "original")
    chosen = {
        name: getattr(sidecar, name) if getattr(sidecar, name) is not None else getattr(front_matter, name)
        for name in own
    }
    return replace(
        sidecar,
        fields={**front_matter.fields, **sidecar.fields},
        lines={**front_matter.lines, **sidecar.lines},
        apart_from=sidecar.apart_from or front_matter.apart_from,
        aliases=sidecar.aliases or front_matter.aliases,
        corrects=sidecar.corrects or front_matter.corrects,
        **chosen,
    )
