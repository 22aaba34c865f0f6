"""The article's page: its words untouched, its claims marked, its notes in lawful places."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.model.article import Article, BlockKind, Inline
from site_builder.model.project import Case
from site_builder.model.span import Span
from site_builder.rendering.excerpt import excerpt
from site_builder.rendering.prose import Words, prose
from tests.printing import reviewed
from tests.rendering.desk import article, case, on, project

WORDS = Words(
    pin=lambda entry, continued: f'<span class="pin">{entry.number}{"+" if continued else ""}</span>',
    note=lambda entry: (
        f'<span class="note" id="note-{entry.slug}">{entry.number}<a href="../{entry.path}">more</a></span>'
    ),
)


def page(piece: Article, *cases: Case) -> str:
    made = project(piece, cases=cases)
    return f'<div class="prose">{prose(reviewed(made, cases)[0], WORDS)}</div>'


def tree(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(f"<!doctype html><body>{html}")


def words(node: LexborNode, *, without: tuple[str, ...] = ("note", "pin")) -> str:
    """Return an element's words without those in elements of the given classes."""
    kept = []
    for part in node.traverse(include_text=True):
        if part.tag == "-text" and not any(has_class(part, name) for name in without):
            kept.append(part.text(deep=False))
    return "".join(kept)


def has_class(node: LexborNode, name: str) -> bool:
    above = node.parent
    while above is not None:
        if name in (above.attributes.get("class") or "").split():
            return True
        above = above.parent
    return False


def ancestors(node: LexborNode) -> list[str]:
    above, found = node.parent, []
    while above is not None:
        found.append(above.tag or "")
        above = above.parent
    return found


def by_id(root: LexborHTMLParser, fragment: str) -> LexborNode:
    node = root.css_first(f'[id="{fragment}"]')
    assert node is not None, fragment
    return node


def prose_of(html: str) -> LexborNode:
    node = tree(html).css_first(".prose")
    assert node is not None
    return node


TEXT = "One here. Two <there> & more.\n\nThe third has “marks”. The fourth ends.\n"


def test_the_text_is_untouched_and_its_letters_are_escaped():
    piece = article(TEXT)
    assert words(prose_of(page(piece, on(piece, "two", "Two <there> & more.")))) == TEXT


def test_a_mark_holds_its_quote_and_links_to_its_note():
    piece = article(TEXT)
    root = tree(page(piece, on(piece, "two", "Two <there>")))
    mark = by_id(root, "two")
    assert words(mark) == "Two <there>"
    assert [a.attributes["href"] for a in mark.css("a")] == ["#note-two"]
    assert by_id(root, "note-two").css_first("a").attributes["href"] == "../claims/piece/two/"


def test_sentences_carry_their_ids():
    piece = article(TEXT)
    root = tree(page(piece))
    for sentence in piece.sentences:
        assert words(by_id(root, sentence.id)) == sentence.span.of(TEXT)


def test_each_part_of_a_quote_is_marked_and_only_the_first_brings_the_note():
    piece = article(TEXT)
    root = tree(page(piece, on(piece, "parts", "One here.", "fourth ends.")))
    assert words(by_id(root, "parts")) == "One here."
    assert words(by_id(root, "parts.2")) == "fourth ends."
    assert by_id(root, "parts").css_first(".pin").text() == "1"
    assert by_id(root, "parts.2").css_first(".pin").text() == "1+"
    assert len(root.css(".note")) == 1


def test_a_part_that_spans_blocks_is_marked_in_each():
    piece = article(TEXT)
    start, end = TEXT.index("Two"), TEXT.index(" has")
    root = tree(page(piece, case(piece, "wide", [Span(start, end)])))
    assert words(by_id(root, "wide")) == "Two <there> & more."
    assert words(by_id(root, "wide.2")) == "The third"
    assert len(root.css(".note")) == 1


def test_a_claim_inside_another_keeps_both_whole_and_no_link_in_a_link():
    piece = article(TEXT)
    root = tree(page(piece, on(piece, "outer", "Two <there> & more."), on(piece, "inner", "<there>")))
    assert words(by_id(root, "outer")) == "Two <there> & more."
    assert words(by_id(root, "inner")) == "<there>"
    assert "a" not in [tag for link in root.css("a") for tag in ancestors(link)]
    assert [link.attributes["href"] for link in by_id(root, "inner").css("a")] == ["#note-inner"]


def test_two_claims_on_the_same_words_have_a_pin_each():
    piece = article(TEXT)
    root = tree(page(piece, on(piece, "a", "One here."), on(piece, "b", "One here.")))
    assert words(by_id(root, "a")) == words(by_id(root, "b")) == "One here."
    assert [pin.text() for pin in root.css(".pin")] == ["2", "1"]
    assert {a.attributes["href"] for a in root.css(".cl a")} == {"#note-a", "#note-b"}


def test_a_claim_on_several_sentences_stays_whole():
    piece = article(TEXT)
    root = tree(page(piece, on(piece, "both", "here. Two")))
    assert words(by_id(root, "both")) == "here. Two"


def test_mark_up_of_the_article_survives_marks():
    text = "See the open letter of May.\n"
    inlines = [Inline("a", Span(8, 19), 'https://example.org/?a=1&b="2"'), Inline("em", Span(4, 12))]
    piece = article(text, inlines=inlines)
    root = tree(page(piece, on(piece, "see", "the open letter")))
    assert words(prose_of(page(piece, on(piece, "see", "the open letter")))) == text
    link = root.css_first('a[href^="https"]')
    assert link.attributes["href"] == 'https://example.org/?a=1&b="2"'
    assert "a" not in [tag for a in root.css("a") for tag in ancestors(a)]


def test_items_and_quotations_stand_in_their_elements():
    text = "Intro.\n\nFirst\nSecond\n\nThey said so.\n"
    piece = article(text, [BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ITEM, BlockKind.QUOTATION])
    root = prose_of(page(piece))
    assert [item.text() for item in root.css("ul > li")] == ["First", "Second"]
    assert root.css_first("blockquote > p").text() == "They said so."
    assert words(root) == text


def test_furniture_is_shown_but_set_apart():
    text = "A photo by me.\n\nText.\n"
    root = prose_of(page(article(text, [BlockKind.CAPTION])))
    assert root.css_first("p.quiet.caption").text() == "A photo by me."


def test_headings_stand_below_the_page_s_title():
    root = prose_of(page(article("Head\n\nText.\n", [BlockKind.HEADING])))
    assert root.css_first("h2").text() == "Head"


@pytest.mark.parametrize(
    "odd", ["a\r\nb\rc\n", "\n\n a\n", "tab\there  two\n", "ﷺ e\u0301 \u200b x\n", "no end"]
)
def test_odd_characters_survive(odd: str):
    assert words(prose_of(page(article(odd)))) == odd


def test_an_orphan_is_not_marked():
    piece = article(TEXT)
    assert "note-lost" not in page(piece, case(piece, "lost", []))


def test_the_excerpt_shows_the_touched_sentences_and_marks_the_quote():
    piece = article("One. Two is here. Three. Four.\n")
    shown = excerpt(on(piece, "x", "is here", "Four."))
    assert shown == "Two <mark>is here</mark>. … <mark>Four.</mark>"


texts = st.lists(
    st.text(st.sampled_from("ab. <&>\"'é漢\u0301"), min_size=1, max_size=30), min_size=1, max_size=4
).map("\n\n".join)


@st.composite
def newsrooms(draw: st.DrawFn) -> tuple[Article, list[Case]]:
    """Any text with any claims on it, nested, crossing and across blocks, and any mark-up."""
    text = draw(texts)
    place = st.integers(0, len(text))
    span = st.tuples(place, place).map(lambda p: Span(min(p), max(p))).filter(lambda s: s.start < s.end)
    inlines = draw(st.lists(st.builds(Inline, st.sampled_from(["em", "a", "strong"]), span), max_size=3))
    # links in links are no Markdown: keep the first
    links = [inline for inline in inlines if inline.tag == "a"][:1]
    piece = article(text, inlines=[*links, *(inline for inline in inlines if inline.tag != "a")])
    parts = draw(st.lists(st.lists(span, min_size=1, max_size=2), max_size=4))
    claims = [case(piece, f"c{n}", _apart(spans)) for n, spans in enumerate(parts)]
    return piece, claims


def _apart(spans: list[Span]) -> list[Span]:
    first, *rest = sorted(spans)
    return [first, *(span for span in rest if span.start >= first.end)]


@settings(max_examples=300)
@given(newsrooms())
def test_any_article_keeps_its_text_and_its_elements_lawful(newsroom: tuple[Article, list[Case]]):
    piece, claims = newsroom
    html = page(piece, *claims)
    root = tree(html)
    assert words(prose_of(html)) == piece.text
    ids = Counter(node.attributes["id"] for node in root.css("[id]"))
    assert all(count == 1 for count in ids.values()), ids
    assert "a" not in [tag for link in root.css("a") for tag in ancestors(link)]
    assert not {"mark", "a"} & {tag for note in root.css(".note") for tag in ancestors(note)}
    for claim in claims:
        pieces = [
            node
            for node in root.css("mark")
            if (node.attributes["id"] or "").split(".")[0] == claim.file.slug
        ]
        shown = "".join(words(node) for node in pieces)
        blocks = [b.span for b in piece.blocks]
        expected = "".join(
            Span(max(p.start, b.start), min(p.end, b.end)).of(piece.text)
            for p in claim.anchor.parts
            for b in blocks
            if p.overlaps(b)
        )
        assert shown == expected
        if expected:
            assert ids[f"note-{claim.file.slug}"] == 1
            assert root.css(f'a[href="#note-{claim.file.slug}"]')
