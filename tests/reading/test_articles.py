"""Articles, plain and Markdown: the text that a reader reads."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.article import Article, BlockKind
from site_builder.model.source import Source
from site_builder.reading.articles import parse_article

RECORD = """\
working_title: A bridge
language: en
structure:
  headings: [The cost]
  captions:
    - "The bridge at night. Photo: N. N."
  furniture: [Read also]
  credits: [(Agency)]
"""
TEXT = "It cost 600 euros. It opened in May.\n\nThe cost\nThe bridge at night. Photo: N. N.\nRead also\n(Agency)\n"


def article(text: str = TEXT, record: str | None = RECORD, path: str = "seeds/b.txt") -> Article:
    return parse_article("b", path, text, Source("seeds/b.yaml", record) if record is not None else None)


def test_lines_are_what_the_record_says_they_are():
    kinds = [(block.kind, block.span.of(TEXT)) for block in article().blocks]
    assert kinds == [
        (BlockKind.PARAGRAPH, "It cost 600 euros. It opened in May."),
        (BlockKind.HEADING, "The cost"),
        (BlockKind.CAPTION, "The bridge at night. Photo: N. N."),
        (BlockKind.FURNITURE, "Read also"),
        (BlockKind.CREDIT, "(Agency)"),
    ]


def test_a_record_that_cannot_be_read_leaves_the_article_in_place():
    read = article(record="titel: x\n")
    assert {problem.kind for problem in read.problems} >= {"unknown-key", "missing-field"}
    assert read.text == TEXT
    assert len(read.sentences) == 7


def test_the_text_is_untouched():
    text = "\ufeffOne.\r\n\r\nTwo\u00a0words.\u2028Three.\n"
    assert article(text, None).text == text


MARKDOWN = """\
# The *bridge*

It cost **600**
euros, says [the city](https://example.org/x?a=1&b=2).

- one `item`
- two

> A quotation.

<script>alert(1)</script>

    code 1 < 2
"""


def test_markdown_gives_words_and_structure():
    read = article(MARKDOWN, None, "seeds/b.md")
    assert read.text == (
        "The bridge\n\nIt cost 600 euros, says the city.\n\none item\n\ntwo\n\nA quotation.\n\n"
        "<script>alert(1)</script>\n\ncode 1 < 2"
    )
    assert [(b.kind.value, b.level, b.line) for b in read.blocks] == [
        ("heading", 1, 1),
        ("paragraph", 0, 3),
        ("item", 0, 6),
        ("item", 0, 7),
        ("quotation", 0, 9),
        ("paragraph", 0, 11),
        ("paragraph", 0, 13),
    ]
    assert [(i.tag, i.span.of(read.text), i.href) for i in read.inlines] == [
        ("em", "bridge", ""),
        ("strong", "600", ""),
        ("a", "the city", "https://example.org/x?a=1&b=2"),
        ("code", "item", ""),
    ]


@given(st.text(max_size=300))
def test_no_text_is_too_odd_to_read(text: str):
    for path in ("seeds/b.txt", "seeds/b.md"):
        read = article(text, None, path)
        for sentence, after in zip(read.sentences, read.sentences[1:], strict=False):
            assert sentence.span.end <= after.span.start
        for block in read.blocks:
            assert block.span.of(read.text).strip()
