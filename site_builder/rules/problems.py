"""From what a file's reading ran into to findings: shared by the rules on files that cannot be read as meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location, Problem, Source
from site_builder.model.span import Span

# YAML 1.1 (section 4.2) counts all of these as line breaks, and the reading counts lines as YAML does.
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def claim_findings(code: str, kind: str, file: ClaimFile) -> Iterator[Finding]:
    """Yield a finding for each problem of ``kind`` in a claim file."""
    return _findings(code, kind, file.source, file.problems, file.id)


def record_findings(code: str, kind: str, project: Project) -> Iterator[Finding]:
    """Yield a finding for each problem of ``kind`` in the article records and the scale file."""
    for broken in project.broken:
        yield from _findings(code, kind, broken.source, broken.problems)
    for article in project.articles.values():
        source = article.record_source or Source(article.path, article.text)
        yield from _findings(code, kind, source, article.problems)


def _findings(
    code: str, kind: str, source: Source, problems: Iterable[Problem], claim: str | None = None
) -> Iterator[Finding]:
    for problem in problems:
        if problem.kind == kind:
            at = _place(problem, source)
            yield Finding(code, problem.message, at, help=problem.help, claim=claim)


def _place(problem: Problem, source: Source) -> Location:
    if not problem.line:
        return Location(source.path, problem.route, key=problem.kind == "unknown-key")
    starts = [0, *(found.end() for found in _BREAK.finditer(source.text))]
    start = starts[min(problem.line, len(starts)) - 1] + max(problem.column, 1) - 1
    return Location(source.path, span=Span(start, start + 1))
