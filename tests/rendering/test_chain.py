"""A claim's sentence on its way, as its page shows it."""

from __future__ import annotations

import pytest

from site_builder.model.article import EarlierText
from site_builder.model.claim import Link
from site_builder.rendering.chain import chain_of
from tests.rendering.desk import article, on

CHAIN = tuple(EarlierText(id=name, relation="retelling", language="en", title=name) for name in ("a", "b"))
Said = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("links", "kept"),
    [
        ([("a", "Q", None), ("b", "Q", None), ("article", None, None)], [False, True, True]),
        ([("a", "Q", None), ("b", "Q", "Six."), ("article", None, None)], [False, False, True]),
        ([("a", "Q", None), ("b", None, None), ("article", None, "Six.")], [False, True, False]),
        ([("a", "Q", None), ("b", "Q", None)], [False, True, False]),
        ([("b", "Q", None), ("article", None, None)], [False, False, True]),
        ([], [False, False, False]),
    ],
)
def test_nothing_changed_only_where_the_claim_file_speaks_of_both_texts(links: list[Said], kept: list[bool]):
    piece = article("So it is.", chain=CHAIN)
    chain = [Link(text=text, quote=quote, change=change) for text, quote, change in links]
    assert [hop.kept for hop in chain_of(on(piece, "so", "So it is.", chain=chain))] == kept


def test_an_article_without_a_chain_has_none():
    assert chain_of(on(article("So it is."), "so", "So it is.")) == ()
