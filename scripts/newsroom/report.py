"""Say what was read, grouped and doubted, as JSON for other programs."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from newsroom.model import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from newsroom.addresses import Address
    from newsroom.model import Alignment, Article, Evidence, Problem, Story


def to_json(
    *,
    articles: Sequence[Article],
    stories: Sequence[Story],
    addresses: Mapping[str, Address],
    problems: Sequence[Problem],
) -> str:
    """Return the report: UTF-8, keys sorted, the same bytes for the same articles."""
    owners = {article.source: story for story in stories for article in story.versions.values()}
    replaced: dict[str | None, list[str]] = defaultdict(list)
    for article in articles:
        replaced[article.replaced_by].append(article.source)
    content = {
        "articles": [
            _article(article, owners.get(article.replaced_by or article.source), addresses) for article in articles
        ],
        "stories": [_story(story, addresses, replaced) for story in stories],
        "problems": [_problem(problem) for problem in problems],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _article(article: Article, story: Story | None, addresses: Mapping[str, Address]) -> dict[str, Any]:
    address = addresses.get(story.story_id) if story else None
    is_shown = address is not None and article.replaced_by is None
    return {
        "source": article.source,
        "language": article.language or None,
        "story_id": story.story_id if story else None,
        "page": f"{article.language}/{address.path}.md" if address and is_shown else None,
        "replaced_by": article.replaced_by,
        "corrects": list(article.corrects),
        "corrected": _day(article.corrected),
        "first_published": _day(article.first_published),
        "title": article.title,
        "headline": article.headline or None,
        "published": _day(article.published),
        "updated": _day(article.updated),
        "event_date": _day(article.event_date),
        "dateline": article.dateline,
        "dateline_place": article.dateline_place,
        "authors": list(article.authors),
        "agency": article.agency,
        "photo_credit": article.photo_credit,
        "section": article.section,
        "tags": list(article.tags),
        "source_url": article.source_url,
        "translator": article.translator,
        "translated_from": article.translated_from,
        "body": [block.text for block in article.body],
        "blocks": [
            {"kind": block.kind, "line": block.line, "restored": block.restored, "marker": block.marker}
            for block in article.body
        ],
        "left_out": [{"text": one.text, "rule": one.rule, "line": one.line} for one in article.left_out],
        "evidence": {name: _evidence(evidence) for name, evidence in article.evidence.items()},
        "status": article.status if article.status is not Status.PUBLISHED or address else Status.REJECTED,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "line": evidence.line,
        "rule": evidence.rule,
        "certainty": evidence.certainty,
        "inferred": evidence.inferred,
    }


def _story(
    story: Story, addresses: Mapping[str, Address], replaced: Mapping[str | None, Sequence[str]]
) -> dict[str, Any]:
    address = addresses.get(story.story_id)
    return {
        "story_id": story.story_id,
        "slug": address.slug if address else None,
        "address": address.url if address else None,
        "aliases": [f"{alias}/" for alias in address.aliases] if address else [],
        "versions": {code: article.source for code, article in story.versions.items()},
        "replaced": sorted(
            source for article in story.versions.values() for source in replaced.get(article.source, ())
        ),
        "original": story.original,
        "translations": list(story.translations),
        "coverage": list(story.coverage),
        "why": story.why,
        "certainty": story.certainty,
        "alignments": [_alignment(alignment) for alignment in story.alignments],
        "differences": [
            {
                "kind": one.kind,
                "languages": list(one.languages),
                "detail": one.detail,
                "paragraphs": [list(side) for side in one.paragraphs],
                "spans": one.spans and [list(span) for span in one.spans],
            }
            for one in story.differences
        ],
    }


def _alignment(alignment: Alignment) -> dict[str, Any]:
    beads = [[list(bead.left), list(bead.right)] for bead in alignment.beads]
    return {"languages": list(alignment.languages), "beads": beads}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "line": problem.line,
        "severity": problem.severity,
        "message": problem.message,
        "remedy": problem.remedy,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
