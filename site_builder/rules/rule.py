"""What a rule is, and how one is made from its file."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from enum import StrEnum
from types import ModuleType
from typing import Any

from site_builder.frozen import frozen
from site_builder.model.claim import Excuse
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project

Check = Callable[[Any, Project], Iterator[Finding]]
"""A rule's one function: what it looks at and the whole project in, findings out."""


class Scope(StrEnum):
    """How far a rule looks."""

    ARTICLE = "article"
    """The settings, the scale, an article and the claims on it."""
    DAY = "day"
    """The same, and the date."""
    KEPT = "kept"
    """The same, and the kept copies of sources."""
    NEWSROOM = "newsroom"
    """All articles and claims."""
    PUBLISHED = "published"
    """What was published before."""


@frozen
class Rule:
    """One check with a permanent code.

    ``title`` says in a line what is wrong when it fires; ``manual`` is Markdown, from the docstring of the
    rule's file, without that line. ``subject`` names the type that ``check`` looks at: ``Project``, ``Outline``,
    ``Article``, ``ClaimFile``, ``Case`` or ``ExcuseUse``. ``needs`` is the field without which it has nothing to say
    of a claim, or empty.
    """

    code: str
    name: str
    title: str
    manual: str
    subject: str
    check: Check
    scope: Scope = Scope.ARTICLE
    needs: str = ""


@frozen
class ExcuseUse:
    """An excuse of a claim file after the policy has applied it: the subject of the rules about excuses.

    ``index`` is its place in ``excuses``; ``covered`` counts the findings that it covers or, once it has run
    out, would cover; ``known`` tells whether a rule of that name or code exists, and ``suggestion`` is the
    nearest name where none does.
    """

    file: ClaimFile
    index: int
    excuse: Excuse
    covered: int
    known: bool = True
    suggestion: str = ""


def make_rule(module: ModuleType) -> Rule:
    """Return the rule of ``module``: ``CODE``, ``NAME``, ``check``, ``SCOPE``, ``NEEDS``, and the docstring as manual.

    Raises:
        ValueError: the docstring's first line is not ``name: what is wrong``.
    """
    first, _, manual = inspect.cleandoc(module.__doc__ or "").partition("\n")
    name, _, title = first.partition(": ")
    if name != module.NAME or not title:
        raise ValueError(f"the manual of {module.CODE} must begin with “{module.NAME}: …”")
    return Rule(
        code=module.CODE,
        name=module.NAME,
        title=title.rstrip("."),
        manual=manual.strip(),
        subject=next(iter(module.check.__annotations__.values())),
        check=module.check,
        scope=getattr(module, "SCOPE", Scope.ARTICLE),
        needs=getattr(module, "NEEDS", ""),
    )
