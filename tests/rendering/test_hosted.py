"""What other renderers made of Markdown, made fit for our pages."""

from __future__ import annotations

import markdown

from site_builder.rendering.hosted import with_reachable_code, without_inline_style
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


def test_code_can_be_reached_by_keyboard_and_its_words_stay() -> None:
    text = "    <pre>\n\nword `<pre>`\n"
    for html in (with_reachable_code(markdown.markdown(text)), str(our_markdown(text))):
        assert html.count('<pre tabindex="0">') == 1
        assert html.count("&lt;pre&gt;") == 2
