"""The finished site, compared with the newsroom's files: nothing that the builder remembers is believed.

A check looks at the newsroom before a build; this looks at what readers will get. Its rules are of family ``S``.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.frozen import frozen
from site_builder.model.finding import Finding, Judged
from site_builder.model.settings import Gravity
from site_builder.model.source import Location, Spot
from site_builder.rules.rule import Rule, make_rule
from site_builder.verifying import (
    s001_unsealed_page,
    s002_missing_page,
    s003_misplaced_mark,
    s004_altered_text,
    s005_disagreeing_review,
    s006_missing_entry,
    s007_dead_link,
    s008_unpublished_page,
)
from site_builder.verifying.finished import Expected, Finished, Library

__all__ = [
    "RULES",
    "Expected",
    "Finished",
    "Library",
    "Verified",
    "by_name",
    "run",
    "verify",
]

_MODULES = (
    s001_unsealed_page,
    s002_missing_page,
    s003_misplaced_mark,
    s004_altered_text,
    s005_disagreeing_review,
    s006_missing_entry,
    s007_dead_link,
    s008_unpublished_page,
)

RULES: tuple[Rule, ...] = tuple(make_rule(module) for module in _MODULES)
"""Each finding of these is an error: there is no sound reason to publish such a site."""


_OF_THE_WHOLE = (s001_unsealed_page, s007_dead_link)
"""Links lead from one language to another, and every page has a seal, the newsroom's own pages too."""


def run(site: Finished, expected: Expected) -> Iterator[Finding]:
    """Yield what every rule finds on the finished site, in the order of the list, language by language."""
    folders = [edition.below for edition in expected.editions]
    parts = [(site.below("", folders), expected)]
    parts += [(site.below(edition.below), edition) for edition in expected.editions]
    for module in _MODULES:
        for part in [(site, expected)] if module in _OF_THE_WHOLE else parts:
            yield from module.check(*part)


_BY_NAME = {key: rule for rule in RULES for key in (rule.name, rule.code.casefold())}


def by_name(name: str) -> Rule | None:
    """Return the rule of this name or code, whatever its case; ``None`` where there is none."""
    return _BY_NAME.get(name.casefold())


@frozen
class Verified:
    """What came of reading a finished site back, and how much was looked at."""

    judged: tuple[Judged, ...]
    pages: int
    claims: int
    articles: int

    @property
    def looked_at_nothing(self) -> bool:
        """Tell whether there was no published claim to look for."""
        return self.claims == 0


def verify(site: Finished, expected: Expected) -> Verified:
    """Compare a finished site with what must be on it."""
    judged = tuple(_judged(found) for found in run(site, expected))
    return Verified(judged, len(site.pages), len(expected.published), len(expected.project.articles))


def _judged(found: Finding) -> Judged:
    rule = by_name(found.code)
    related = tuple(_spot(place) for place in found.related)
    return Judged(found, rule.name if rule else found.code, Gravity.ERROR, _spot(found.at), related)


def _spot(place: Location) -> Spot:
    return Spot(place.path, 1, 1, 1, 1, note=place.note)
