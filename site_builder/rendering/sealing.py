"""The seals of articles: what the pages of each are made from, of its own and of the newsroom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from site_builder import seals as sealing
from site_builder.model.brief import Part
from site_builder.rendering.claimants import claimant_key, claimant_paths

_PLAINLY = (b"{% if site.seal %}", b'<meta name="site-builder-seal"', b'content="{{ site.seal }}"')
"""How templates speak of it."""


def seals(shared: str, parts: Sequence[Part]) -> dict[str, str]:
    """Return the seal of each article's own pages, by its name; ``shared`` is :func:`sealing.shared_by` all."""
    said_by = addresses_of_claimants(parts)
    return {
        part.name: sealing.seal_of_article(shared, part, repr(sorted(said_by[part.name].items())))
        for part in parts
        if part.name is not None
    }


def addresses_of_claimants(parts: Iterable[Part]) -> dict[str, Mapping[str, str]]:
    """Return, by the names of articles, the addresses of the pages of those whose claims are published there.

    They are found by :func:`claimants.claimant_key`. Others decide of them too: two claimants may have one name.
    """
    said = {
        part.name: {claimant_key(name) for name in part.claimants} for part in parts if part.name is not None
    }
    paths = claimant_paths(key for keys in said.values() for key in keys)
    return {name: {key: paths[key] for key in keys if key in paths} for name, keys in said.items()}


def is_plain(templates: Mapping[str, bytes]) -> bool:
    """Tell whether templates show a page's seal whole or not at all.

    Then one seal can be put in the place of another in a finished page.
    """
    return all(
        text.count(b"seal") == sum(map(text.count, _PLAINLY))
        for name, text in templates.items()
        if name.endswith(".html")
    )
