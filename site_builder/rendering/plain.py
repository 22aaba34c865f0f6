"""The quick way through Markdown: paragraphs, flat lists and quotations, with emphasis, code and links of the plainest.

Editors write little else, and a whole parser takes ten times as long. What is not certainly plain is left to it: a
paragraph's words where only they are in doubt, else the whole text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from site_builder.frozen import frozen
from site_builder.rendering.html import attribute

_ODD = ("\r", "\0", "\t", "]:")
"""Other ends of lines, tabs, definitions of references."""
_LINE = re.compile(
    r"""(?: [^\W_\d]                            # a letter
    | \d (?! \d{0,8} [.)] (?: \s | $ ) )        # a digit, but of no numbered list
    | [“”„‟‘’‚‛«»‹›(…–—"'¿¡§$€£]
    | \*{1,2} [^\s*]                            # neither a list nor a rule
    | ` [^`]                                    # no fence
    | \[
    )""",
    re.VERBOSE,
)
"""How a line begins that can begin nothing but a paragraph, and go on in none but it."""
_KINDS = {"- ": "ul", "> ": "blockquote"}
_FORMS = {
    "p": ("", "<p>", "</p>\n", ""),
    "ul": ("<ul>\n", "<li>", "</li>\n", "</ul>\n"),
    "blockquote": ("<blockquote>\n", "<p>", "</p>\n", "</blockquote>\n"),
}
_MAYBE_OTHER = ("&", "_", "<", "\\")
_OTHER = re.compile(r"[\\<] | &[#\w]+; | (?<![^\W_])_ | _(?![^\W_])", re.VERBOSE | re.ASCII)
"""What the parser must see: escapes, links and entities written otherwise, emphasis by underscores."""
_MAYBE_SPECIAL = re.compile(r"[][*`]")
_SPECIAL = re.compile(
    r"""(?P<stars> \*+ )
    | \[ (?P<label> [^][`*_!\n]+ ) ] \( (?P<address> https?:// [\w.~/?\#=%+,;:@-]+ ) \)
    | (?<!`) ` (?P<code> [^`\s] (?: [^`\n]* [^`\s] )? ) ` (?!`)
    | [][`]
    """,
    re.VERBOSE | re.ASCII,
)
"""What is special in words that are HTML already."""
_GAP = re.compile(r"\n\n+")


@frozen
class Plain:
    """Writes what is plain; ``inline`` is for words that are not, ``address`` gives a link's as it may be written."""

    inline: Callable[[str], str]
    address: Callable[[str], str | None]

    def html(self, text: str) -> str | None:
        """Return Markdown as HTML, as the parser would; ``None`` where it is not certain to."""
        text = text.strip("\n")
        if _has(text, _ODD):
            return None
        written: list[str] = []
        before = ""
        for block in _GAP.split(text) if text else ():
            kind, parts = _read(block)
            # two lists with nothing between are one
            if not parts or kind == before == "ul":
                return None
            start, opening, closing, end = _FORMS[kind]
            written.append(start)
            for words in parts:
                written += (opening, self._words(words), closing)
            written.append(end)
            before = kind
        return "".join(written)

    def _words(self, words: str) -> str:
        if _has(words, _MAYBE_OTHER) and _OTHER.search(words):
            return self.inline(words)
        # what is escaped begins and ends with a punctuation mark, as it was one: no star turns otherwise beside it
        html = attribute(words)
        found = _Pieces(html, self.address).html() if _MAYBE_SPECIAL.search(html) else html
        return self.inline(words) if found is None else found


def _has(text: str, signs: Iterable[str]) -> bool:
    """Tell whether one of ``signs`` is in ``text``: to look for each is far quicker than one pattern for all."""
    for sign in signs:  # noqa: SIM110
        if sign in text:
            return True
    return False


def _read(block: str) -> tuple[str, list[str]]:
    """Return the kind of what stands between empty lines, and the words of its parts; no parts where it may be any."""
    lines = block.split("\n")
    kind = _KINDS.get(block[:2], "p")
    skipped = 0 if kind == "p" else 2
    for line in lines:
        # a space at the end may mean a break
        if not _LINE.match(line, skipped) or line[-1].isspace():
            return kind, []
    if kind == "ul":
        return kind, _items(lines)
    if kind == "blockquote" and not all(line.startswith(block[:2]) for line in lines):
        return kind, []
    return kind, ["\n".join(line[skipped:] for line in lines)]


def _items(lines: Sequence[str]) -> list[str]:
    """Return the words of each item; none where a line is no part of one."""
    items: list[str] = []
    for line in lines:
        if line.startswith("- "):
            items.append(line[2:])
        elif line.startswith("  "):
            items[-1] += f"\n{line[2:]}"
        else:
            return []
    return items


class _Pieces:
    """The words of one paragraph as HTML, with what is special in them."""

    def __init__(self, words: str, address: Callable[[str], str | None]) -> None:
        self._words, self._address = words, address
        self._open = 0
        """How many stars have begun an emphasis that has not ended."""

    def html(self) -> str | None:
        words, at = self._words, 0
        written: list[str] = []
        # what is special begins with one of few signs, which are found quickly
        while sign := _MAYBE_SPECIAL.search(words, at):
            found = _SPECIAL.match(words, sign.start())
            piece = self._piece(found) if found else None
            if found is None or piece is None:
                return None
            written += (words[at : found.start()], piece)
            at = found.end()
        return None if self._open else "".join((*written, words[at:]))

    def _piece(self, found: re.Match[str]) -> str | None:
        match found.lastgroup:
            case "stars":
                return self._stars(found)
            case "code":
                return f"<code>{found['code']}</code>"
            case "address":
                href = self._address(found["address"])
                return None if href is None else f'<a href="{attribute(href)}">{found["label"]}</a>'
        return None

    def _stars(self, found: re.Match[str]) -> str | None:
        opens, closes = self._turns(*found.span())
        count = len(found.group())
        if not opens and not closes:
            return found.group()
        # emphasis in emphasis, and what may both begin and end one, is the parser's business
        if opens == closes or count > 2 or (self._open != count if closes else self._open):
            return None
        self._open = count if opens else 0
        return f"<{'' if opens else '/'}{'em' if count == 1 else 'strong'}>"

    def _turns(self, start: int, end: int) -> tuple[bool, bool]:
        """Tell whether stars can begin an emphasis, and whether they can end one (CommonMark, flanking)."""
        before, after = _kind(self._words[start - 1 : start]), _kind(self._words[end : end + 1])
        return (
            after != "space" and (after != "mark" or before != ""),
            before != "space" and (before != "mark" or after != ""),
        )


@lru_cache(maxsize=1024)
def _kind(letter: str) -> str:
    """Return what CommonMark (0.31, 6.2) takes a letter for: beside a star, it decides whether that opens or closes."""
    category = unicodedata.category(letter) if letter else "Zs"
    if category == "Zs" or letter in "\t\n\v\f\r":
        return "space"
    return "mark" if category[0] in "PS" else ""
