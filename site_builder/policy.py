"""How grave each finding is, and which are excused, why and until when.

Rules find; this decides. Three things bear on a finding, in this order:

1. the gravity of its rule: the newsroom's own, from ``policy: gravity:`` in ``mkdocs.yml``, else the default below;
2. whether readers see what it is about: they see nothing of a draft, and of a withdrawn claim only its address and
   its history, so what is wrong with the rest is told as a warning at most (a file that cannot be read is neither:
   nobody can tell what it was meant to be);
3. the excuses of its claim file: one holds through its last day for every finding of its rule in that file. An
   excuse that has run out, covers nothing or names no rule becomes a finding itself, and cannot be excused. Nor can
   a published verdict that changed in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from site_builder import rules
from site_builder.model.claim import Status
from site_builder.model.finding import Finding, Judged
from site_builder.model.project import Project
from site_builder.model.settings import Gravity, Policy
from site_builder.model.source import Location, Spot
from site_builder.rules import ExcuseUse

Locate = Callable[[Location], Spot]
"""From a symbolic location to a place for people; handed in, because only the reading knows the files."""

_E, _W, _N = Gravity.ERROR, Gravity.WARNING, Gravity.NOTE

DEFAULT_GRAVITY: Mapping[str, Gravity] = {
    **dict.fromkeys(("C001", "C002", "C003", "C004", "C005", "C006", "C007", "C008", "C010", "C013"), _E),
    **dict.fromkeys(("C009", "C011", "C012", "C014"), _W),
    # A page may wait for its translation.
    "C015": _N,
    **dict.fromkeys(("A001", "A002", "A003", "A004", "A005", "A006"), _E),
    **dict.fromkeys(("A007", "A008"), _W),
    # Only where the newsroom itself asks for it.
    "A009": _E,
    "A010": _E,
    "A011": _E,
    **dict.fromkeys(("Q001", "Q002", "Q003", "Q004", "Q008"), _E),
    # Told beside the error that the quote is not found.
    **dict.fromkeys(("Q005", "Q007", "Q009"), _W),
    # Nothing that a reader could be misled by: equal but for signs that mean the same.
    "Q006": _N,
    **dict.fromkeys(("F001", "F002"), _E),
    # Not checked is told, but the tool's limits are not the editor's fault.
    **dict.fromkeys(("F003", "F004"), _W),
    # A quote may hold figures that its claim is not about.
    "F005": _N,
    **dict.fromkeys(("F006", "F007"), _E),
    # People count what is in front of them without a source.
    "F008": _W,
    **dict.fromkeys(("E001", "E002", "E003", "E006"), _E),
    **dict.fromkeys(("E004", "E005", "E011"), _W),
    **dict.fromkeys(("E007", "E008", "E009", "E010", "E012", "E013"), _E),
    **dict.fromkeys(("V001", "V002", "V003", "V005"), _E),
    # The figures may be about two things; only people can tell.
    "V004": _W,
    **dict.fromkeys(("T001", "T002", "T003"), _E),
    "T004": _W,
    # Chains quote what could be read, often part of a sentence: places to look at, no more.
    **dict.fromkeys(("T005", "T006", "T007", "T008", "T009", "T010"), _N),
    "H001": _E,
    "H002": _W,
    # What was published may not change in silence.
    **dict.fromkeys(("H003", "H004", "H005", "H006", "H007", "H008", "H009"), _E),
    # Whether other words mean another thing, only people can tell.
    "H010": _W,
}
"""How grave the findings of each rule are where the newsroom says nothing else. Only an error stops a build."""

_SEEN_WITHDRAWN = {"C007", "C013", "H001", "H003", "H009"}
"""The rules about what readers still see of a withdrawn claim: its address, its corrections, its end."""
_MISSED_DRAFT = {"H007", "H009"}
"""The rules about what readers saw before the claim became a draft."""

_COMPARING = {"H004", "H005", "H006", "H007", "H008", "H009", "H010"}
"""The rules that find nothing where nothing is compared: an excuse for one is not unused then."""
_NEVER_EXCUSED = {"H004"}
"""No published verdict changes silently: an excuse is for the newsroom, and readers do not see it."""


def judge(findings: Iterable[Finding], project: Project, locate: Locate) -> tuple[Judged, ...]:
    """Return the findings with their gravity, place and excuse, in the order of their places.

    Findings of rules that are off are left out.
    """
    # File by file, so that each is composed once to find the places in it.
    found = sorted(findings, key=lambda finding: finding.at.path)
    uses = tuple(_excuse_uses(found, project))
    reasons = _reasons(uses, project)
    gravities = gravity_of(project.settings.policy)
    unpublished = {f.id: f.claim.status for f in project.claims if f.claim and not f.claim.published}
    # Excuses come first: what is found about them is added afterwards, and has no excuse.
    judged = [
        _judged(finding, _capped(finding, gravities[finding.code], unpublished), locate, reason)
        for finding, reason in _with_reasons(found, reasons, rules.run_on_excuses(uses, project))
        if gravities[finding.code] is not Gravity.OFF
    ]
    return tuple(sorted(judged, key=_place))


def gravity_of(policy: Policy) -> dict[str, Gravity]:
    """Return the gravity of every rule, by code: the newsroom's own over the default.

    Names that no rule has are passed over here; :func:`unknown_rules` tells them.
    """
    own = {rule.code: gravity for name, gravity in policy.gravity.items() if (rule := rules.by_name(name))}
    return {**DEFAULT_GRAVITY, **own}


def unknown_rules(policy: Policy) -> tuple[tuple[str, str], ...]:
    """Return the names in ``policy.gravity`` that no rule has, each with the nearest name, or an empty one."""
    return tuple((name, rules.nearest_name(name)) for name in policy.gravity if not rules.by_name(name))


def rules_off(policy: Policy) -> tuple[str, ...]:
    """Return the names of the rules that the newsroom has turned off."""
    gravities = gravity_of(policy)
    return tuple(rule.name for rule in rules.RULES if gravities[rule.code] is Gravity.OFF)


def _excuse_uses(findings: Sequence[Finding], project: Project) -> Iterator[ExcuseUse]:
    numbers = Counter((f.claim, f.code) for f in findings if f.code not in _NEVER_EXCUSED)
    for file in project.claims:
        for i, excuse in enumerate(file.claim.excuses if file.claim else ()):
            rule = rules.by_name(excuse.rule)
            if rule is None:
                yield ExcuseUse(file, i, excuse, 0, known=False, suggestion=rules.nearest_name(excuse.rule))
            elif project.earlier is not None or rule.code not in _COMPARING - _NEVER_EXCUSED:
                yield ExcuseUse(file, i, excuse, numbers[file.id, rule.code])


def _reasons(uses: Iterable[ExcuseUse], project: Project) -> dict[tuple[str, str], str]:
    """Return the reasons of the excuses that hold, by claim and code; of two for one rule, the first counts."""
    reasons: dict[tuple[str, str], str] = {}
    for use in uses:
        rule = rules.by_name(use.excuse.rule)
        if rule and rule.code not in _NEVER_EXCUSED and use.excuse.until >= project.today:
            reasons.setdefault((use.file.id, rule.code), use.excuse.reason)
    return reasons


def _with_reasons(
    found: Iterable[Finding], reasons: Mapping[tuple[str, str], str], about_excuses: Iterable[Finding]
) -> Iterator[tuple[Finding, str]]:
    for finding in found:
        yield finding, reasons.get((finding.claim or "", finding.code), "")
    for finding in about_excuses:
        yield finding, ""


def _capped(finding: Finding, gravity: Gravity, unpublished: Mapping[str, Status]) -> Gravity:
    status = unpublished.get(finding.claim or "")
    seen = {Status.DRAFT: _MISSED_DRAFT, Status.WITHDRAWN: _SEEN_WITHDRAWN}
    unseen = status is not None and finding.code not in seen[status]
    return Gravity.WARNING if unseen and gravity is Gravity.ERROR else gravity


def _judged(finding: Finding, gravity: Gravity, locate: Locate, reason: str) -> Judged:
    rule = rules.by_name(finding.code)
    name = rule.name if rule else finding.code
    related = tuple(locate(place) for place in finding.related)
    return Judged(finding, name, gravity, locate(finding.at), related, reason)


def _place(judged: Judged) -> tuple[str, int, int, str, str]:
    spot = judged.spot
    return spot.path, spot.line, spot.column, judged.finding.code, judged.finding.message
