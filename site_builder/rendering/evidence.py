"""A claim's evidence in the order in which readers need it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.frozen import frozen
from site_builder.model.claim import Evidence, Stance
from site_builder.rendering.messages import message

# The order of a claim's page, with each stance's own sign: verdict icons mean something else.
_STANCES = (
    (Stance.ORIGINAL_WORDING, "“ ”", message("The original wording")),
    (Stance.SUPPORTS, "+", message("Supports the claim")),
    (Stance.REFUTES, "−", message("Speaks against the claim")),
    (Stance.CONTEXT, "±", message("Gives context")),
)


def place_of(stance: Stance) -> int:
    """Return the place of a stance among the groups, from 0."""
    return next(n for n, (each, _, _) in enumerate(_STANCES) if each is stance)


def sign_of(stance: Stance) -> tuple[str, str]:
    """Return the sign of a stance, and what it means."""
    return _STANCES[place_of(stance)][1:]


@frozen
class Group:
    """The evidence of one stance."""

    stance: Stance
    sign: str
    label: str
    items: tuple[Evidence, ...]
    places: tuple[int, ...] = ()
    """The place of each in the claim file, from 0."""

    @property
    def cited(self) -> Iterator[tuple[Evidence, int]]:
        """Yield each with its place."""
        return zip(self.items, self.places, strict=True)


def evidence_groups(evidence: Sequence[Evidence]) -> tuple[Group, ...]:
    """Group ``evidence`` by its stance, without empty groups; within a stance, in the editor's order."""
    found: dict[Stance, list[int]] = {}
    for n, item in enumerate(evidence):
        found.setdefault(item.stance, []).append(n)
    return tuple(
        [
            Group(stance, sign, label, tuple([evidence[n] for n in at]), tuple(at))
            for stance, sign, label in _STANCES
            if (at := found.get(stance))
        ]
    )
