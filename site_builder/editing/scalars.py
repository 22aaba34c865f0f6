"""Values as an editor would write them in YAML 1.2: plain where that is safe, else below ``>-``, else in quotes."""

from __future__ import annotations

import json
import re
import textwrap

_PLAIN = re.compile(r"[^\W_](?:[^\n:#]|:(?=\S)|(?<!\s)#)*(?<![\s:])")
"""Begins with a letter or digit, and holds neither ``: `` nor `` #``."""
_EMPTY = ("~", "null")
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML does not count as printable, or takes for a line break."""
_LONGEST = 100


def entry(key: str, value: str, *, indent: int = 0) -> str:
    """Return ``key: value`` as lines of a YAML mapping, each with its line end.

    ``indent`` counts the spaces before the key. Reading the entry gives ``value`` back, but for spaces at its ends.
    """
    return _put(f"{key}:", value, indent)


def item(value: str, *, indent: int = 0) -> str:
    """Return ``- value`` as lines of a YAML list; ``indent`` counts the spaces before the hyphen."""
    return _put("-", value, indent)


def _put(begin: str, value: str, indent: int) -> str:
    value = value.strip()
    before = " " * indent + begin
    if not value or _UNPRINTABLE.search(value) or "\n" in value or "\t" in value:
        return f"{before} {_escaped(value)}\n"
    if _PLAIN.fullmatch(value) and value not in _EMPTY and len(before) + 1 + len(value) <= _LONGEST:
        return f"{before} {value}\n"
    return f"{before} >-\n" + "".join(f"{line}\n" for line in _folded(value, indent + 2))


def _folded(value: str, indent: int) -> list[str]:
    """Break lines only at single spaces: folding turns a line break into one space, and keeps two as they are."""
    room = max(_LONGEST - indent, 20)
    pieces = re.split(r"(?<=\S) (?=\S)", value)
    kept = [piece.replace(" ", "\0") for piece in pieces]
    lines = textwrap.wrap(
        " ".join(kept), room, break_long_words=False, break_on_hyphens=False, expand_tabs=False
    )
    return [" " * indent + line.replace("\0", " ") for line in lines]


def _escaped(value: str) -> str:
    """Return a double-quoted scalar: the escapes of JSON are escapes of YAML, too."""
    return _UNPRINTABLE.sub(lambda found: _escape(found[0]), json.dumps(value, ensure_ascii=False))


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
