"""What the machine found unsound in the record, and the report of a whole check."""

from __future__ import annotations

import datetime
from dataclasses import field, replace

from site_builder.frozen import frozen
from site_builder.model.settings import Gravity
from site_builder.model.source import Location, Spot


@frozen
class Finding:
    """Something unsound in the record, as a rule yields it: no gravity, no line numbers yet.

    ``message`` states the fact in the present tense; ``help`` is what to do. ``related`` are the other
    places, such as the words of the article. ``claim`` is the id of the claim file it is about, if any.
    """

    code: str
    message: str
    at: Location
    related: tuple[Location, ...] = ()
    help: str = ""
    claim: str | None = None


@frozen
class Judged:
    """A finding after the policy: how grave, where exactly, and whether somebody excused it."""

    finding: Finding
    name: str
    gravity: Gravity
    spot: Spot
    related: tuple[Spot, ...] = ()
    excused: str = ""
    """The reason given in the claim file, or empty."""


@frozen
class Counts:
    """What was checked and what was not: a green report that looked at nothing must show."""

    articles: int = 0
    claims: int = 0
    drafts: int = 0
    withdrawn: int = 0
    quotes_found: int = 0
    quotes_not_found: int = 0
    figures_found: int = 0
    figures_not_found: int = 0
    figures_unreadable: int = 0
    evidence: int = 0
    evidence_quotes_not_checked: int = 0
    hops_compared: int = 0
    hops_compared_in_part: int = 0
    """Hops of chains in which something could not be compared: among those compared."""
    chain_texts_without_words: int = 0


@frozen
class Comparison:
    """What the record was compared with: its name, and how many published claims and texts of articles it has."""

    name: str
    claims: int
    articles: int


@frozen
class Report:
    """The outcome of a check. ``off`` names the rules that the newsroom has turned off.

    ``against`` is ``None`` where nothing was compared with what had been published.
    """

    judged: tuple[Judged, ...] = ()
    counts: Counts = field(default_factory=Counts)
    today: datetime.date | None = None
    off: tuple[str, ...] = ()
    against: Comparison | None = None

    @property
    def standing(self) -> tuple[Judged, ...]:
        """Return the findings that nobody excused."""
        return tuple(j for j in self.judged if not j.excused)

    @property
    def blocks(self) -> bool:
        """Tell whether the site may not be published."""
        return any(j.gravity is Gravity.ERROR for j in self.standing)

    def below(self, folder: str) -> Report:
        """Return the report with its paths as seen from further up; ``folder`` ends in ``/`` or is empty."""

        def seen(spot: Spot) -> Spot:
            return replace(spot, path=folder + spot.path)

        judged = (replace(j, spot=seen(j.spot), related=tuple(map(seen, j.related))) for j in self.judged)
        return replace(self, judged=tuple(judged)) if folder else self

    @property
    def checked_nothing(self) -> bool:
        """Tell whether there was no claim to check."""
        return self.counts.claims == 0
