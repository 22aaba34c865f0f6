"""Most Markdown is rendered without the parser. It must become what the parser makes of it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace

from site_builder.rendering.markdown import _IS_USUAL, _address, _parser, _plain, _safe_link, markdown, parsed
from site_builder.rendering.plain import _kind

ROOT = Path(__file__).parents[2]

PIECES = (
    "a",
    "b é",
    "3",
    "12. ",
    "1) ",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n\n\n",
    "- ",
    "\n- ",
    "\n> ",
    "\n\n> ",
    "\n\n- ",
    "\n  ",
    "+ ",
    "> ",
    "\n> ",
    "\n\n> ",
    "# ",
)
PIECES += (
    "*",
    "**",
    "***",
    " *",
    "* ",
    "**a**",
    "*b*",
    "_",
    "__",
    "a_b",
    "`",
    "``",
    "`c`",
    "` d `",
    "`<&>`",
    "```",
    "~~~",
    "~",
)
PIECES += (
    "[",
    "]",
    "](",
    ")",
    "[x]",
    "[x](https://a.example/b_c?d=e#f)",
    "[x y](http://é.example/)",
    "[x]: http://b.example",
)
PIECES += (
    "[x](javascript:alert(1))",
    "[a](https://A.example/%zz)",
    "[*a*](https://b.example)",
    "![i](https://a.example/i.png)",
)
PIECES += (
    "&",
    "&amp;",
    "&copy",
    "&#38;",
    "<",
    ">",
    "<b>",
    "<https://a.example>",
    '"',
    "'",
    "\\",
    "\\*",
    "!",
    "|",
    "---",
    "===",
    "- - -",
)
PIECES += (
    "|a|b|\n|-|-|\n",
    "\t",
    "\r\n",
    "\r",
    "\0",
    "\x0b",
    "\u00a0",
    "\u2028",
    "\u3000",
    "“",
    "”",
    "…",
    "–",
    "$",
    "€",
    "٣",
    "你",
    "\u0301",
)
ALIKE = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
WRITTEN = st.lists(
    st.sampled_from(
        (
            "Words of it",
            "**so**",
            "*so*",
            "`code`",
            "[a](https://b.example/)",
            ", ",
            ". ",
            "\n",
            "\n\n",
            "\n- ",
        )
    ),
    max_size=14,
).map("".join)


@settings(max_examples=1500)
@given(ALIKE | WRITTEN | st.text(max_size=30))
def test_quick_way_gives_what_the_parser_gives(text: str) -> None:
    assert markdown(text) == parsed(text)


@settings(max_examples=1000)
@given(
    st.from_regex(_IS_USUAL.__self__) | st.from_regex(r"\Ahttps?://[a.-]{1,3}[:/?#%@]{0,2}[a.:/?#%@é]{0,4}\Z")
)
def test_usual_addresses_are_as_the_parser_writes_them(address: str) -> None:
    assert _address(address) == (_parser().normalizeLink(address) if _safe_link(address) else None)


def strings(node: Any) -> Iterator[str]:
    """Yield every text in what YAML holds."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        yield from (text for value in node.values() for text in strings(value))
    elif isinstance(node, list):
        yield from (text for value in node for text in strings(value))


def test_our_own_texts_are_as_the_parser_has_them() -> None:
    files = sorted((ROOT / "claims").rglob("*.yaml"))
    texts = [text for file in files for text in strings(yaml.safe_load(file.read_text(encoding="utf-8")))]
    texts += [file.read_text(encoding="utf-8") for file in sorted((ROOT / "docs").rglob("*.md"))]
    assert [text for text in texts if markdown(text) != parsed(text)] == []
    assert sum(_plain().html(text) is not None for text in texts) > len(texts) * 0.9


def test_what_editors_write_most_needs_no_parser() -> None:
    text = (
        "**So?** *Nearly*.\nSee [the `x`](https://a.example/)\n\n- one,\n  more\n- `three`\n\n> Said\n> so.\n"
    )
    assert _plain().html(text.replace("the `x`", "the list")) is not None
    assert _plain().html(text) == parsed(text)


def test_letters_are_of_the_kinds_that_the_parser_takes_them_for():
    for letter in map(chr, range(sys.maxunicode + 1)):
        space = isWhiteSpace(ord(letter))
        mark = isMdAsciiPunct(ord(letter)) or isPunctChar(letter)
        assert _kind(letter) == ("space" if space else "mark" if mark else ""), hex(ord(letter))


def test_what_is_plain_needs_no_parser():
    program = (
        "import sys; from site_builder.rendering.markdown import markdown\n"
        "markdown('A *plain* text, with [a link](https://a.example/).')\n"
        "assert 'markdown_it' not in sys.modules; markdown('# A heading'); assert 'markdown_it' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
