"""Mends that change nothing that anybody says: the article's own typography in a quote, and the order of keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from site_builder.anchoring import anchor, prepare
from site_builder.editing.edits import Change, with_value
from site_builder.editing.order import ordered
from site_builder.model.anchor import AnchorStatus
from site_builder.model.project import Case, ClaimFile
from site_builder.model.source import Source


def fixes(files: Iterable[ClaimFile], cases: Iterable[Case]) -> Iterator[Change]:
    """Yield the claim files that can be mended safely, each with its text before and after."""
    by_id = {case.file.id: case for case in cases}
    for file in files:
        source, why = file.source, []
        requoted = _requoted(by_id[file.id]) if file.id in by_id else None
        if requoted:
            source = replace(source, text=requoted)
            why.append("the quote has the article's own typography")
        in_order = ordered(source) if file.claim else None
        if in_order:
            source = Source(source.path, in_order)
            why.append("the keys stand in order")
        if why:
            yield Change(file.path, file.source.text, source.text, tuple(why))


def _requoted(case: Case) -> str | None:
    """Return the file with the quote as the article has it, where only typography differed."""
    if case.anchor.status is not AnchorStatus.NORMALISED or len(case.anchor.parts) != 1:
        return None
    words = case.anchor.parts[0].of(case.article.text)
    if words == case.claim.quote or words != words.strip():
        return None
    prepared = prepare(case.article.text, case.article.language)
    again = anchor(prepared, words, prefix=case.claim.prefix, suffix=case.claim.suffix)
    return with_value(case.file.source, "quote", words) if again.parts == case.anchor.parts else None
