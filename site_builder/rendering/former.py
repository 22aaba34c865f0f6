"""The names that claims had before, as places of their article's page."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.rendering.reviewed import Entry


def former_slugs(entries: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
    """Return, by slug, the slugs that the claims of an article had before; none that is another place by now."""
    taken = {entry.slug for entry in entries}
    found: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        old = dict.fromkeys(former.rpartition("/")[2] for former in entry.case.claim.formerly)
        free = tuple(slug for slug in old if slug not in taken)
        taken.update(free)
        found[entry.slug] = free
    return found
