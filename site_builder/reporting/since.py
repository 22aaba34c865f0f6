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
    new = list(_beyond(now.standing, before.standing))
    gone = [_line(judged) for judged in _beyond(before.standing, now.standing)]
    changed = [*gone, ""] if gone else [] if new else ["The same findings as before.", ""]
    return text.told(new, [*changed, *text.closing(now, colour=colour)], colour=colour, width=width)


def told(before: Report | None, now: Report) -> str:
    """Return what is new since ``before``; the whole report where there is none."""
    return render(before, now) if before else text.render(now)


def _beyond(these: Sequence[Judged], those: Sequence[Judged]) -> Iterator[Judged]:
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
