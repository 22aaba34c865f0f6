"""Who said what: the published claims by the person or body that made them."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from site_builder.frozen import frozen
from site_builder.rendering.catalogue import Listed
from site_builder.rendering.reviewed import slug


@frozen
class Claimant:
    """A claimant with the claims."""

    name: str
    slug: str
    entries: tuple[Listed, ...]

    @property
    def path(self) -> str:
        """Return the address of the claimant's page."""
        return f"claimants/{self.slug}/"


@lru_cache(maxsize=4096)
def claimant_key(name: str) -> str:
    """Return what two spellings of one name share: only case may differ, for marks tell people apart."""
    return unicodedata.normalize("NFC", name).casefold()


def claimants(entries: Sequence[Listed]) -> tuple[Claimant, ...]:
    """Return those who are named, by name. Of several names that give one address, all but the first get a digest."""
    grouped: dict[str, list[Listed]] = {}
    for entry in entries:
        if name := entry.claimant:
            grouped.setdefault(claimant_key(name), []).append(entry)
    addresses = _addresses(grouped)
    return tuple(
        Claimant(grouped[key][0].claimant or "", addresses[key], tuple(grouped[key]))
        for key in sorted(grouped)
    )


def claimant_paths(names: Iterable[str]) -> dict[str, str]:
    """Return the addresses of the pages of those who are named among all of the site's claimants, by their keys."""
    addresses = _addresses({claimant_key(name) for name in names if name})
    return {key: f"claimants/{slug}/" for key, slug in addresses.items()}


def _addresses(keys: Iterable[str]) -> dict[str, str]:
    taken: set[str] = set()
    addresses = {}
    for key in sorted(keys):
        plain = slug(key) or "claimant"
        address = f"{plain}-{hashlib.sha256(key.encode()).hexdigest()[:6]}" if plain in taken else plain
        taken.add(address)
        addresses[key] = address
    return addresses
