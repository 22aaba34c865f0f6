"""Words in addresses: percent-encoded (RFC 3986), all but letters, digits and ``-._~``."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote


def percent(words: str) -> str:
    """Return ``words`` percent-encoded."""
    # the same few thousand words are all that most texts are made of
    return "%20".join(map(_word, words.split(" ")))


@lru_cache(maxsize=4096)
def _word(word: str) -> str:
    return quote(word, safe="")
