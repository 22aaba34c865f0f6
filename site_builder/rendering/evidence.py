"""A claim's evidence in the order in which readers need it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.model.claim import Evidence, Stance

# The order of a claim's page, with each stance's own sign: verdict icons mean something else.
_STANCES = (
    (Stance.ORIGINAL_WORDING, "“ ”", "The original wording"),
    (Stance.SUPPORTS, "+", "Supports the claim"),
    (Stance.REFUTES, "−", "Speaks against the claim"),
    (Stance.CONTEXT, "±", "Gives context"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """The evidence of one stance."""

    stance: Stance
    sign: str
    label: str
    items: tuple[Evidence, ...]


def evidence_groups(evidence: Sequence[Evidence]) -> tuple[Group, ...]:
    """Group ``evidence`` by its stance, without empty groups; within a stance, in the editor's order."""
    groups = (
        Group(stance, sign, label, tuple(item for item in evidence if item.stance is stance))
        for stance, sign, label in _STANCES
    )
    return tuple(group for group in groups if group.items)
