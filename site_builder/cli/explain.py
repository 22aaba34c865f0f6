"""``site-builder explain``."""

from __future__ import annotations

from difflib import get_close_matches

import click

from site_builder import rules, verifying
from site_builder.cli import screen

_RULES = (*rules.RULES, *verifying.RULES)


@click.command("explain")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """Explain RULE, given by code (Q001) or name (quote-not-found); without it, list all rules."""
    if rule is None:
        _list()
        return
    found = rules.by_name(rule) or verifying.by_name(rule)
    if found is None:
        names = [name for each in _RULES for name in (each.name, each.code)]
        close = get_close_matches(rule, names, n=1)
        hint = f"; did you mean {close[0]}?" if close else "; `site-builder explain` lists them all"
        raise click.UsageError(f"there is no rule {rule}{hint}")
    screen.say(f"{found.code} {found.name}\n", bold=True)
    screen.say(screen.manual(found.manual))


def _list() -> None:
    if screen.is_terminal():
        rows = [(each.code, each.name, each.title) for each in _RULES]
        screen.show(screen.table(rows, ("code", "name", "what is wrong")))
        return
    for each in _RULES:
        screen.say(f"{each.code}  {each.name:28} {each.title}")
