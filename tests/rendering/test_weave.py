"""Weaving: complete, nested, and splitting only what must be split."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.span import Span
from site_builder.rendering import weave as weaving
from site_builder.rendering.weave import Event, Strand, Turn, weave

LENGTH = 30
spans = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(lambda p: Span(min(p), max(p)))
strands = st.lists(st.builds(Strand, spans, st.integers(0, 3), st.none()), max_size=12)
WHOLE = Span(0, LENGTH)


def show(*given: tuple[int, int, int, str], whole: Span = WHOLE) -> str:
    """Weave the digits of the offsets and write the pieces as brackets."""
    made = [Strand(Span(start, end), rank, name) for start, end, rank, name in given]
    written = {Turn.OPEN: "<{}", Turn.CLOSE: "{}>"}
    return "".join(
        "".join(str(i % 10) for i in range(*event.span))
        if event.strand is None
        else written[event.turn].format(event.strand.key)
        for event in weave(whole, made)
    )


def test_no_strand_is_one_text():
    assert list(weave(Span(2, 5), [])) == [Event(Turn.TEXT, Span(2, 5))]


def test_an_empty_span_has_no_text():
    assert list(weave(Span(4, 4), [Strand(Span(0, 9), 0, "a")])) == []


def test_the_longer_stands_outside():
    assert show((2, 4, 3, "b"), (0, 6, 0, "a"), whole=Span(0, 6)) == "<a01<b23b>45a>"


def test_of_equals_the_higher_rank_stands_outside():
    assert show((0, 3, 0, "a"), (0, 3, 3, "b"), whole=Span(0, 3)) == "<b<a012a>b>"


def test_the_lower_rank_is_split_where_two_cross():
    assert show((0, 4, 0, "a"), (2, 6, 3, "b"), whole=Span(0, 6)) == "<a01a><b<a23a>45b>"
    assert show((0, 4, 3, "a"), (2, 6, 0, "b"), whole=Span(0, 6)) == "<a01<b23b>a><b45b>"


def test_of_equal_rank_the_later_is_split():
    assert show((0, 4, 3, "a"), (2, 6, 3, "b"), whole=Span(0, 6)) == "<a01<b23b>a><b45b>"


def test_strands_are_cut_to_the_block():
    assert show((0, 9, 3, "a"), whole=Span(3, 6)) == "<a345a>"


@given(strands)
def test_the_text_is_complete_and_in_order(given: list[Strand]):
    texts = [event.span for event in weave(WHOLE, given) if event.turn is Turn.TEXT]
    assert "".join(str(range(*span)) for span in texts) != "" or LENGTH == 0
    assert [offset for span in texts for offset in range(*span)] == list(range(*WHOLE))


@given(strands)
def test_opens_and_closes_nest(given: list[Strand]):
    stack: list[tuple[Strand, int]] = []
    for event in weave(WHOLE, given):
        if event.turn is Turn.OPEN:
            assert event.strand is not None
            stack.append((event.strand, event.piece))
        elif event.turn is Turn.CLOSE:
            assert stack.pop() == (event.strand, event.piece)
    assert stack == []


@given(strands)
def test_each_strand_holds_its_own_words_and_no_others(given: list[Strand]):
    open_now: list[Strand] = []
    held: dict[Strand, list[int]] = {}
    for event in weave(WHOLE, given):
        if event.turn is Turn.TEXT:
            for strand in open_now:
                held.setdefault(strand, []).extend(range(*event.span))
        elif event.turn is Turn.OPEN and event.strand:
            open_now.append(event.strand)
        elif event.strand:
            open_now.remove(event.strand)
    # the same span may be given several times: they are told apart by the order of opening
    assert sorted(tuple(offsets) for offsets in held.values()) == sorted(
        tuple(range(*s.span)) for s in given if s.span.start < s.span.end
    )


@given(strands)
def test_no_piece_is_empty_and_only_the_last_is_last(given: list[Strand]):
    opened: dict[tuple[Strand | None, int], int] = {}
    position = 0
    for event in weave(WHOLE, given):
        match event.turn:
            case Turn.TEXT:
                position = event.span.end
            case Turn.OPEN:
                opened[event.strand, event.piece] = position
            case Turn.CLOSE:
                assert opened[event.strand, event.piece] < position
                assert event.last == (position == event.span.end)


@given(strands)
def test_a_strand_stays_whole_unless_one_of_its_rank_or_higher_crosses_it(given: list[Strand]):
    pieces: dict[Strand | None, int] = {}
    for event in weave(WHOLE, given):
        if event.turn is Turn.OPEN:
            pieces[event.strand] = event.piece + 1
    for strand, count in pieces.items():
        assert strand is not None
        crossed = any(other.rank >= strand.rank and _cross(other.span, strand.span) for other in given)
        assert count == 1 or crossed


def _cross(a: Span, b: Span) -> bool:
    return a.overlaps(b) and not a.contains(b) and not b.contains(a)


@given(strands, st.integers(0, LENGTH))
def test_strands_that_do_not_cross_are_woven_as_all_are(given: list[Strand], width: int):
    short = [Strand(Span(s.span.start, min(s.span.end, s.span.start + width)), s.rank, s.key) for s in given]
    quickly = list(weave(WHOLE, short))
    with patch.object(weaving, "_nested", lambda *_: None):
        assert quickly == list(weave(WHOLE, short))
