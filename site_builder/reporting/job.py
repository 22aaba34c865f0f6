"""A report as the summary page of a GitHub job: what came of the check, and every claim before and after.

The page takes Markdown with HTML in it. Tables are HTML, without an empty line, so that no text of a claim can be
taken for Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from site_builder.model.claim import Claim
from site_builder.model.earlier import EarlierClaim
from site_builder.model.finding import Judged, Report
from site_builder.model.project import ClaimFile, Project
from site_builder.reporting.columns import escaped
from site_builder.reporting.summary import summary
from site_builder.rules.published import before, named, plain

_MOST = 200
"""Rows of a table: the page takes no more than a mebibyte, and nobody reads further."""


def render(report: Report, project: Project) -> str:
    """Return the page's Markdown. With ``project.earlier``, claims that say something else now are set side by side."""
    verdict = "Unsound: nothing is published" if report.blocks else "Sound"
    lines = [f"## {verdict}", "", "```", *summary(report), "```", ""]
    if report.standing:
        lines += ["### Findings", "", *_table(("where", "what", "help"), map(_finding, report.standing)), ""]
    changes = [row for file in project.claims for row in _changes(file, project)]
    if changes:
        heads = ("claim", "", "before", "now")
        lines += [f"### Compared with {_safe(named(project))}", "", *_table(heads, changes), ""]
    return "\n".join(lines) + "\n"


def _finding(judged: Judged) -> tuple[str, ...]:
    spot, finding = judged.spot, judged.finding
    place = f"{spot.path}:{spot.line}"
    return place, f"{judged.gravity} {finding.code} {judged.name}: {finding.message}", finding.help


def _changes(file: ClaimFile, project: Project) -> Iterator[tuple[str, ...]]:
    then = before(file, project)
    if project.earlier is None or file.claim is None:
        return
    if then is None:
        yield file.id, "new", "", f"{file.claim.status}: {file.claim.verdict}"
        return
    old, new = dict(_said_then(then)), dict(_said_now(file.claim))
    for field, words in new.items():
        if plain(old[field]) != plain(words):
            yield file.id, field, old[field], words


def _said_then(claim: EarlierClaim) -> Iterator[tuple[str, str]]:
    yield "status", claim.status
    yield "verdict", claim.verdict
    yield "claim", claim.claim
    yield "quote", claim.quote
    yield "figures", ", ".join(f"{figure.written} {figure.unit}".strip() for figure in claim.figures)


def _said_now(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "status", claim.status
    yield "verdict", claim.verdict
    yield "claim", claim.claim
    yield "quote", claim.quote
    yield "figures", ", ".join(f"{figure.value} {figure.unit or ''}".strip() for figure in claim.figures)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    found = list(rows)
    lines = ["<table>", _row("th", heads), *(_row("td", row) for row in found[:_MOST]), "</table>"]
    return [*lines, "", f"… and {len(found) - _MOST} more."] if len(found) > _MOST else lines


def _row(tag: str, cells: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f"<{tag}>{_safe(cell)}</{tag}>" for cell in cells) + "</tr>"


def _safe(text: str) -> str:
    return escape(escaped(plain(text)))
