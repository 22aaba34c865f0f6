"""What other renderers made of Markdown, made fit for our pages."""

from __future__ import annotations

import markdown

from site_builder.rendering.hosted import with_reachable_code, with_rows_that_stack, without_inline_style
from site_builder.rendering.markdown import markdown as our_markdown

TABLE = '| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |\n\n`<td style="text-align: left;">`\n'


def test_tables_keep_their_alignment_without_inline_style() -> None:
    html = without_inline_style(markdown.markdown(TABLE, extensions=["tables"]))
    for side in ("left", "center", "right"):
        assert html.count(f'class="to-{side}"') == 2
    assert "<td>4</td>" in html


def test_words_about_style_stay() -> None:
    html = without_inline_style(markdown.markdown(TABLE, extensions=["tables"]))
    assert '<code>&lt;td style="text-align: left;"&gt;</code>' in html


def test_each_cell_of_a_wide_table_tells_its_column() -> None:
    rows = "|---|--:|---|---|---|\n| 1 | 2 | 3 | 4 | |\n| 6 | **7** | 8 | 9 | 10 |\n\nMore.\n"
    wide = f'| a | `b` "c" | d | e | f |\n{rows}'
    html = with_rows_that_stack(without_inline_style(markdown.markdown(wide, extensions=["tables"])))
    assert '<table class="wide">' in html
    assert '<td data-label="b &quot;c&quot;" class="to-right"><strong>7</strong></td>' in html
    assert '<td data-label="f"></td>' in html
    assert '<td data-label="f">10</td>' in html
    assert html.count("data-label") == 10
    assert html.endswith("</table>\n<p>More.</p>")


def test_a_narrow_table_stays_as_it_is() -> None:
    html = markdown.markdown(TABLE, extensions=["tables"])
    assert with_rows_that_stack(html) == html


def test_code_can_be_reached_by_keyboard_and_its_words_stay() -> None:
    text = "    <pre>\n\nword `<pre>`\n"
    for html in (with_reachable_code(markdown.markdown(text)), str(our_markdown(text))):
        assert html.count('<pre tabindex="0">') == 1
        assert html.count("&lt;pre&gt;") == 2
