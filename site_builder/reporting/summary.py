"""What was checked, what was not, and what came of it, in a few lines."""

from __future__ import annotations

from collections import Counter

from site_builder.model.finding import Comparison, Counts, Report
from site_builder.model.settings import Gravity

_SHOWN = (Gravity.ERROR, Gravity.WARNING, Gravity.NOTE)


def summary(report: Report) -> list[str]:
    """Return the closing lines of a report, one fact each, without line ends."""
    counts = report.counts
    if report.checked_nothing:
        lines = ["Nothing was checked: there is no claim file."]
        return [*lines, f"  findings  {findings(report)}"] if report.judged else lines
    drafts = [counted(counts.drafts, "draft")] if counts.drafts else []
    withdrawn = [f"{counts.withdrawn:,} withdrawn"] if counts.withdrawn else []
    unseen = f" ({', '.join([*drafts, *withdrawn])})" if drafts or withdrawn else ""
    return [
        f"Checked {counted(counts.claims, 'claim')}{unseen} on {counted(counts.articles, 'article')}.",
        f"  quotes    {_outcomes(counts.quotes_found, counts.quotes_not_found)}",
        f"  figures   {_outcomes(counts.figures_found, counts.figures_not_found, counts.figures_unreadable)}",
        f"  evidence  {_evidence(counts)}",
        *(
            [f"  chains    {_chains(counts)}"]
            if counts.hops_compared or counts.chain_texts_without_words
            else []
        ),
        *([f"  history   {_history(report.against)}"] if report.against else []),
        f"  findings  {findings(report)}",
        *([f"  off       {', '.join(report.off)}"] if report.off else []),
    ]


def _history(against: Comparison) -> str:
    texts = (
        f"the text of {counted(against.articles, 'article')}" if against.articles else "no text of an article"
    )
    return f"{counted(against.claims, 'published claim')} and {texts} compared with {against.name}"


def findings(report: Report) -> str:
    """Return how many findings there are of each gravity, and how many are excused: ``1 error, 2 notes``."""
    numbers = Counter(judged.gravity for judged in report.standing)
    parts = [counted(numbers[gravity], gravity) for gravity in _SHOWN if numbers[gravity]]
    excused = len(report.judged) - len(report.standing)
    return (", ".join(parts) or "none") + (f"; {excused:,} excused" if excused else "")


def _outcomes(found: int, missing: int, unreadable: int = 0) -> str:
    parts = [f"{found:,} found", f"{missing:,} not found" if missing else ""]
    parts.append(f"{unreadable:,} not checked" if unreadable else "")
    return ", ".join(part for part in parts if part)


def _evidence(counts: Counts) -> str:
    unchecked = counts.evidence_quotes_not_checked
    cited = f"{counts.evidence:,} cited"
    if not unchecked:
        return cited
    verb = "was" if unchecked == 1 else "were"
    return f"{cited}; {counted(unchecked, 'quotation')} {verb} not compared with the source"


def _chains(counts: Counts) -> str:
    parts = [f"{counted(counts.hops_compared, 'hop')} compared"]
    parts.append(f"{counts.hops_compared_in_part:,} of them in part" if counts.hops_compared_in_part else "")
    without = counts.chain_texts_without_words
    parts.append(f"{counted(without, 'text')} without words to compare" if without else "")
    return ", ".join(part for part in parts if part)


def counted(number: int, what: str) -> str:
    """Return a number of things in words: ``1 error``, ``2,325 notes``."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
