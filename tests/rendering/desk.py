"""Articles, cases and a project in memory, made from words alone."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import Any

from site_builder.model.anchor import Anchor, AnchorStatus
from site_builder.model.article import Article, ArticleRecord, Block, BlockKind, Inline, Sentence
from site_builder.model.claim import Claim
from site_builder.model.figure import Figure, FigureCheck, Kind, Outcome
from site_builder.model.project import Case, ClaimFile, Project
from site_builder.model.scale import Scale, Step
from site_builder.model.settings import Settings
from site_builder.model.source import Source
from site_builder.model.span import Span

TODAY = datetime.date(2026, 1, 31)
SCALE = Scale(
    steps=(
        Step(
            id="right",
            label="right",
            criterion="So it is.",
            number=3,
            tone="green",
            icon="tick",
            line="solid",
        ),
        Step(
            id="half", label="half", criterion="In part.", number=2, tone="amber", icon="half", line="dashed"
        ),
        Step(
            id="wrong", label="wrong", criterion="Not so.", number=1, tone="red", icon="cross", line="double"
        ),
        Step(id="open", label="open", criterion="Unknown.", tone="grey", icon="ring", line="dotted"),
    )
)


def article(
    text: str,
    kinds: Sequence[BlockKind] = (),
    inlines: Iterable[Inline] = (),
    name: str = "piece",
    **record: Any,
) -> Article:
    """Make an article: each line is a block (a paragraph unless `kinds` says so), sentences end at full stops."""
    lines = [Span(*m.span()) for m in re.finditer(r"\S.*", text)]
    kinds = [*kinds, *[BlockKind.PARAGRAPH] * (len(lines) - len(kinds))]
    blocks = tuple(Block(kind, span, 2) for kind, span in zip(kinds, lines, strict=True))
    found = [
        (Span(*m.span()).shift(block.span.start), block.kind)
        for block in blocks
        for m in re.finditer(r"[^.\s][^.]*\.?", block.span.of(text))
    ]
    names = [f"s-{span.start}" for span, _ in found]
    sentences = tuple(Sentence(span, kind, number, names) for number, (span, kind) in enumerate(found))
    made = ArticleRecord(**{"working_title": "A piece", "language": "en", **record})
    return Article(name, f"seeds/{name}.txt", text, made, blocks, sentences, tuple(inlines))


def case(piece: Article, slug: str, parts: Sequence[Span], **fields: Any) -> Case:
    """Put a claim on `parts` of an article; no parts, no anchor."""
    words = " […] ".join(part.of(piece.text) for part in parts).strip() or "nowhere"
    given = {
        "article": piece.name,
        "quote": words,
        "claim": f"The claim {slug}.",
        "verdict": "right",
        "conclusion": "It is so.",
        "checked_on": TODAY,
        "status": "published",
    }
    claim = Claim(**{**given, **fields})
    path = f"claims/{piece.name}/{slug}.yaml"
    return Case(
        file=ClaimFile(f"{piece.name}/{slug}", Source(path, ""), claim),
        claim=claim,
        article=piece,
        anchor=Anchor(AnchorStatus.EXACT, (tuple(parts),)) if parts else Anchor(AnchorStatus.ORPHAN),
        sentences=tuple(s for s in piece.sentences if any(s.span.overlaps(p) for p in parts)),
        figures=tuple(FigureCheck(Outcome.FOUND, _figure(str(f.value))) for f in claim.figures),
        step=SCALE.step(claim.verdict),
    )


def _figure(words: str) -> Figure:
    return Figure(Span(0, len(words)), Span(0, len(words)), words, Kind.NUMBER, ())


def on(piece: Article, slug: str, *quotes: str, **fields: Any) -> Case:
    """Put a claim on quoted words of an article."""
    found = [piece.text.index(quote) for quote in quotes]
    return case(piece, slug, [Span(s, s + len(q)) for s, q in zip(found, quotes, strict=True)], **fields)


def project(*pieces: Article, cases: Sequence[Case] = (), **settings: Any) -> Project:
    """Make a project of articles and the claims on them."""
    return Project(
        settings=Settings(**{"site_name": "The Desk", **settings}),
        scale=SCALE,
        articles={piece.name: piece for piece in pieces},
        claims=tuple(case.file for case in cases),
        today=TODAY,
    )
