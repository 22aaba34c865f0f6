"""A report as a build and a preview tell it: what matters now. `site-builder check` tells everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from site_builder.model.finding import Judged, Report
from site_builder.model.settings import Gravity
from site_builder.reporting import since, text
from site_builder.reporting.summary import counted

_HANDFUL = 20
"""Findings that are told where they stop nothing: in a large newsroom, thousands would hide what matters."""
_GRAVEST_FIRST = (Gravity.ERROR, Gravity.WARNING, Gravity.NOTE)


def stopped(report: Report, before: Report | None = None) -> str:
    """Return the errors, which stop a build; the others are counted.

    Of the others, those are told that ``before`` had not: the report of the version that a preview keeps.
    """
    errors = [judged for judged in report.standing if judged.gravity is Gravity.ERROR]
    new = since.beyond(report.standing, before.standing) if before else ()
    told = [*errors, *_handful(judged for judged in new if judged.gravity is not Gravity.ERROR)]
    return text.told(told, [*text.closing(report), *_left_out(report.standing, told)])


def passed(report: Report, before: Report | None = None) -> str:
    """Return what is new since ``before``, all where there is none; of many findings, the gravest."""
    if before is None:
        told = _handful(report.standing)
        return text.told(told, [*text.closing(report), *_left_out(report.standing, told)])
    new, changed = since.news(before, report, most=_HANDFUL)
    told = _handful(new)
    return text.told(told, [*changed, *text.closing(report), *_left_out(new, told)])


def _handful(findings: Iterable[Judged]) -> list[Judged]:
    """Return the gravest, in the order in which they came."""
    given = list(findings)
    gravest = sorted(range(len(given)), key=lambda at: _GRAVEST_FIRST.index(given[at].gravity))
    return [given[at] for at in sorted(gravest[:_HANDFUL])]


def _left_out(findings: Sequence[Judged], told: Sequence[Judged]) -> Iterator[str]:
    """Yield a line with the number of those that are not told, if there are any."""
    left = Counter(each.gravity for each in findings) - Counter(each.gravity for each in told)
    parts = [counted(left[gravity], gravity) for gravity in _GRAVEST_FIRST if left[gravity]]
    if parts:
        verb, them = ("is", "it") if left.total() == 1 else ("are", "them")
        yield ""
        yield f"{' and '.join(parts)} {verb} not shown: `site-builder check` tells {them}."
