"""What a check has found that the one before had not, and the other way round, for somebody who is at work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from site_builder.model.finding import Judged, Report
from site_builder.reporting import text
from site_builder.reporting.columns import escaped

Key = tuple[str, str, str]


def render(before: Report, now: Report, *, colour: bool = False, width: int = 100) -> str:
    """Return the new findings in full, those that are gone in a line each, and the totals.

    ``colour`` and ``width`` as in :func:`text.render`.
    """
    new, changed = news(before, now)
    return text.told(new, [*changed, *text.closing(now, colour=colour)], colour=colour, width=width)


def news(before: Report, now: Report, *, most: int | None = None) -> tuple[list[Judged], list[str]]:
    """Return the new findings, and lines of those that are gone, of ``most`` each; what is left out is counted."""
    new = list(beyond(now.standing, before.standing))
    gone = list(beyond(before.standing, now.standing))
    lines = [_line(judged) for judged in gone[:most]]
    if others := len(gone) - len(lines):
        lines.append(f"gone: {others:,} more")
    return new, [*lines, ""] if lines else [] if new else ["The same findings as before.", ""]


def beyond(these: Sequence[Judged], those: Sequence[Judged]) -> Iterator[Judged]:
    """Yield the findings that the others lack. A line that only moved is none: the line number does not count."""
    others = Counter(map(_key, those))
    for judged in these:
        if others[_key(judged)] > 0:
            others[_key(judged)] -= 1
        else:
            yield judged


def _key(judged: Judged) -> Key:
    return judged.finding.code, judged.spot.path, judged.finding.message


def _line(judged: Judged) -> str:
    what = f"{judged.gravity}[{judged.finding.code}] {judged.name}: {escaped(judged.finding.message)}"
    return f"gone: {escaped(judged.spot.path)}  {what}"
