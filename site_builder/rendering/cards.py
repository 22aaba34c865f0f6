"""The card of a claim for other sites: a page made for an iframe, its size, and how it is found (oEmbed)."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

from site_builder.rendering.html import shielded
from site_builder.rendering.json_text import json_text
from site_builder.rendering.reviewed import Entry
from site_builder.rendering.site import Site

WIDTH = 480
"""CSS pixels. The card fills whatever width it is given; its height is that of this width."""

# Measured in the card at this width: letters to a line (the narrower of two fonts), height of a line, and what
# stands around the words (spaces, verdict, link). Wide East Asian letters take the room of two.
_CLAIM_LETTERS, _CLAIM_LINE = 42, 27
_TEXT_LETTERS, _TEXT_LINE = 54, 23
_AROUND = 148
_CORRECTION = 28
_MAYBE_WIDE = re.compile("[\u1100-\U0010ffff]")


def card_path(path: str) -> str:
    """Return the address of the card of the claim at ``path``."""
    return f"{path}embed/"


def oembed_path(path: str) -> str:
    """Return the address of the oEmbed response for the claim at ``path``."""
    return f"{path}oembed.json"


def card_height(entry: Entry) -> int:
    """Return how many CSS pixels the card needs, a little generous; what still does not fit can be scrolled."""
    claim = entry.case.claim
    return (
        _AROUND
        + _lines(claim.claim, _CLAIM_LETTERS) * _CLAIM_LINE
        + _lines(claim.conclusion or "", _TEXT_LETTERS) * _TEXT_LINE
        + (_CORRECTION if claim.corrections else 0)
    )


@lru_cache(maxsize=32)
def _lines(words: str, letters: int) -> int:
    wide = 0 if words.isascii() else sum(map(_is_wide, _MAYBE_WIDE.findall(words)))
    return math.ceil((len(words) + wide) / letters)


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def embed_code(entry: Entry, site: Site) -> str:
    """Return the HTML that shows the card on another site. ``site`` must have a public address."""
    return (
        f'<iframe src="{shielded(site.absolute(card_path(entry.path)))}" title="{shielded(_title(entry))}" '
        f'width="{WIDTH}" height="{card_height(entry)}" loading="lazy"></iframe>'
    )


def _title(entry: Entry) -> str:
    return f"{entry.claim} – {entry.step.label}"


def oembed(entry: Entry, site: Site) -> str:
    """Return the oEmbed response (https://oembed.com/, type ``rich``). ``site`` must have a public address."""
    data = {
        "version": "1.0",
        "type": "rich",
        "title": _title(entry),
        "provider_name": site.name,
        "provider_url": site.url,
        "author_name": site.organisation or site.name,
        "width": WIDTH,
        "height": card_height(entry),
        "html": embed_code(entry, site),
    }
    return json_text(data)
