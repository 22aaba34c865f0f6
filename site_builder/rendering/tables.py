"""The claims and their evidence as tables: CSV (RFC 4180) that a spreadsheet cannot be tricked by, described as a
Data Package (https://specs.frictionlessdata.io/tabular-data-package/)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from typing import Any, Generic, TypeVar

from site_builder.frozen import frozen
from site_builder.model.claim import ClaimFigure, Evidence, EvidenceFigure, Stance
from site_builder.rendering.catalogue import Catalogue
from site_builder.rendering.json_text import Form
from site_builder.rendering.latest import latest
from site_builder.rendering.messages import message
from site_builder.rendering.pieces import Noted
from site_builder.rendering.reviewed import Entry
from site_builder.rendering.site import Site

T = TypeVar("T")
Value = str | int | object | None

# Spreadsheets take a cell that begins so for a formula, in full-width forms too. A leading apostrophe stops them;
# what begins with one itself gets another, so that readers may always take one away.
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠'")

_MARK = '"'
_SIGNS = (",", _MARK, "\r", "\n")
"""A cell that has one is quoted."""

LEADING_APOSTROPHE = message(
    "A cell that begins with =, +, -, @, a tab, a line break or an apostrophe has one apostrophe put before it, "
    "so that no spreadsheet takes it for a formula. Take one leading apostrophe away to get the value."
)


@frozen
class Column(Generic[T]):
    """A column: its name, what stands in it, its Table Schema type and constraints, and how to get its value."""

    name: str
    about: str
    value: Callable[[T], Value]
    type: str = "string"
    constraints: dict[str, Any] = field(default_factory=dict)


@frozen
class Cited:
    """A piece of evidence with the claim that cites it. ``number`` counts the claim's evidence, from 1."""

    claim: str
    number: int
    evidence: Evidence


_NEEDED = {"required": True}
_UNITED = "each with its unit, parted by `; `."


def _figures(stated: Iterable[ClaimFigure | EvidenceFigure]) -> str:
    return "; ".join(f"{figure.value} {figure.unit or ''}".rstrip() for figure in stated)


@latest
def _claim_columns(site: Site) -> tuple[Column[Entry], ...]:
    return (
        Column(
            "id", "The claim's id.", lambda e: e.case.file.id, constraints={"required": True, "unique": True}
        ),
        Column("url", "The page of the claim.", lambda e: site.absolute(e.path), constraints=_NEEDED),
        Column("claim", "What is said.", lambda e: e.case.claim.claim, constraints=_NEEDED),
        Column("claimant", "Who said it, where somebody is named.", lambda e: e.case.claim.claimant),
        Column(
            "verdict", "A step of the published scale.", lambda e: e.case.claim.verdict, constraints=_NEEDED
        ),
        Column(
            "rating", "The verdict's place on the scale, 1 the lowest.", lambda e: e.step.number, "integer"
        ),
        Column("conclusion", "The outcome in short.", lambda e: e.case.claim.conclusion),
        Column("quote", "The words of the article.", lambda e: e.case.claim.quote, constraints=_NEEDED),
        Column("language", "The article's language (BCP 47).", lambda e: e.case.article.language),
        Column("translation", "The quote in the site's language.", lambda e: e.case.claim.translation),
        Column(
            "article", "The article's name on this site.", lambda e: e.case.article.name, constraints=_NEEDED
        ),
        Column("article_title", "Its title, or our working title.", lambda e: e.case.article.title),
        Column("article_publisher", "Who published it.", lambda e: e.case.article.record.publisher),
        Column("article_url", "Where it stands.", lambda e: e.case.article.record.url),
        Column("mark", "The quote in the article on this site.", lambda e: site.absolute(e.mark)),
        Column("checked_on", "When it was checked.", lambda e: e.case.claim.checked_on, "date"),
        Column("checked_by", "Who checked it, where named.", lambda e: e.case.claim.checked_by),
        Column("updated", "When it was checked or last corrected.", lambda e: e.updated, "date"),
        Column("topics", "What it is about, parted by `; `.", lambda e: "; ".join(e.case.claim.topics)),
        Column("evidence", "Pieces of evidence.", lambda e: len(e.case.claim.evidence), "integer"),
        Column("corrections", "Corrections so far.", lambda e: len(e.case.claim.corrections), "integer"),
        Column("figures", f"Its figures, {_UNITED}", lambda e: _figures(e.case.claim.figures)),
    )


_STANCES = {"required": True, "enum": [str(stance) for stance in Stance]}

_EVIDENCE_COLUMNS: tuple[Column[Cited], ...] = (
    Column("claim", "The id of the claim.", lambda c: c.claim, constraints=_NEEDED),
    Column("number", "Counts the evidence of the claim, from 1.", lambda c: c.number, "integer", _NEEDED),
    Column("stance", "What it does to the claim.", lambda c: c.evidence.stance, constraints=_STANCES),
    Column("title", "The source's title.", lambda c: c.evidence.title),
    Column("publisher", "Who published it.", lambda c: c.evidence.publisher),
    Column("url", "Where it stands.", lambda c: c.evidence.url),
    Column("published", "Year, month or day, as exactly as known.", lambda c: c.evidence.published),
    Column("read", "When we read it.", lambda c: c.evidence.read, "date"),
    Column("archived", "An archived copy.", lambda c: c.evidence.archived),
    Column("language", "The language of its words (BCP 47).", lambda c: c.evidence.language),
    Column("quote", "Its words.", lambda c: c.evidence.quote),
    Column("translation", "The quote in the site's language.", lambda c: c.evidence.translation),
    Column("shows", "What it shows, in our words.", lambda c: c.evidence.shows),
    Column("doubt", "What weakens it.", lambda c: c.evidence.doubt),
    Column("figures", f"Its figures beside the claim's, {_UNITED}", lambda c: _figures(c.evidence.figures)),
)


def claim_rows(entries: Iterable[Entry], site: Site) -> str:
    """Return claims as rows of CSV, in their order."""
    return _rows(_claim_columns(site), entries)


def evidence_rows(entries: Iterable[Entry]) -> str:
    """Return the evidence of claims as rows of CSV, in the order of the claims and their files."""
    return _rows(
        _EVIDENCE_COLUMNS,
        (
            Cited(entry.case.file.id, number, evidence)
            for entry in entries
            for number, evidence in enumerate(entry.case.claim.evidence, 1)
        ),
    )


def claims_form(site: Site) -> Form:
    """Return what stands around the rows of the claims."""
    return Form(_head(_claim_columns(site)).encode())


def evidence_form() -> Form:
    """Return what stands around the rows of their evidence."""
    return Form(_head(_EVIDENCE_COLUMNS).encode())


def _head(columns: Sequence[Column[T]]) -> str:
    return _csv([[column.name for column in columns]])


def _rows(columns: Sequence[Column[T]], rows: Iterable[T]) -> str:
    values = [column.value for column in columns]
    return _csv([safe_cell(value(row)) for value in values] for row in rows)


def _csv(rows: Iterable[Iterable[str]]) -> str:
    # Python's own writer looks at each letter by itself
    return "".join(f"{','.join([cell and _quoted(cell) for cell in row])}\r\n" for row in rows)


def _quoted(cell: str) -> str:
    for sign in _SIGNS:
        if sign in cell:
            return f'"{cell.replace(_MARK, 2 * _MARK)}"'
    return cell


def safe_cell(value: Value) -> str:
    """Return ``value`` as a cell that is a formula in no spreadsheet; empty for ``None``."""
    if value is None:
        return ""
    text = str(value)
    return f"'{text}" if text[:1] in _FORMULA else text


def data_package(catalogue: Catalogue, site: Site, claims: Noted, evidence: Noted) -> str:
    """Return the descriptor of the two tables."""
    sources = [
        {"title": article.title, **({"path": article.record.url} if article.record.url else {})}
        for article in (reviewed.article for reviewed in catalogue.articles if reviewed.entries)
    ]
    foreign = {"fields": "claim", "reference": {"resource": "claims", "fields": "id"}}
    data = {
        "profile": "tabular-data-package",
        "name": "fact-checks",
        "title": site.name,
        "description": " ".join(filter(None, (site.description, LEADING_APOSTROPHE))),
        **({"homepage": site.url} if site.url else {}),
        **({"version": str(newest)} if (newest := catalogue.updated) else {}),
        "contributors": [{"title": site.organisation or site.name, "role": "publisher"}],
        **({"sources": sources} if sources else {}),
        "resources": [
            _resource("claims", "The claims", claims, _claim_columns(site), primaryKey="id"),
            _resource(
                "evidence",
                "Their evidence",
                evidence,
                _EVIDENCE_COLUMNS,
                primaryKey=["claim", "number"],
                foreignKeys=[foreign],
            ),
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _resource(
    name: str, title: str, table: Noted, columns: Sequence[Column[Any]], **keys: Any
) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "title": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": table.size,
        "hash": f"sha256:{table.sha256}",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": {"fields": [_field(column) for column in columns], "missingValues": [""], **keys},
    }


def _field(column: Column[Any]) -> dict[str, Any]:
    constraints = {"constraints": column.constraints} if column.constraints else {}
    return {"name": column.name, "type": column.type, "description": column.about, **constraints}
