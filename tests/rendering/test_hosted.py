"""What MkDocs rendered, made fit for our pages."""

from __future__ import annotations

import markdown

from site_builder.rendering.hosted import without_inline_style

TABLE = '| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |\n\n`<td style="text-align: left;">`\n'


def test_tables_keep_their_alignment_without_inline_style() -> None:
    html = without_inline_style(markdown.markdown(TABLE, extensions=["tables"]))
    for side in ("left", "center", "right"):
        assert html.count(f'class="to-{side}"') == 2
    assert "<td>4</td>" in html


def test_words_about_style_stay() -> None:
    html = without_inline_style(markdown.markdown(TABLE, extensions=["tables"]))
    assert '<code>&lt;td style="text-align: left;"&gt;</code>' in html
