"""Characters that readers cannot see for what they are."""

from __future__ import annotations

from site_builder.rules.hidden import _HIDDEN, hidden_characters


def test_each_is_found_though_most_texts_are_not_looked_through() -> None:
    hidden = [char for char in map(chr, range(0x110000)) if _HIDDEN.match(char)]
    assert all(list(hidden_characters(f"a\nb\u00a0{char}c")) for char in hidden)
