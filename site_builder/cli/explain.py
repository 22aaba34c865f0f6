"""``site-builder explain``."""

from __future__ import annotations

from difflib import get_close_matches

import click
from click.shell_completion import CompletionItem

from site_builder import rules, verifying
from site_builder.cli import screen
from site_builder.cli.teaching import Teaching

_RULES = (*rules.RULES, *verifying.RULES)


def _begun(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return the codes that begin so, or else the names."""
    codes = [
        CompletionItem(each.code, help=each.title) for each in _RULES if each.code.startswith(begun.upper())
    ]
    return codes or [CompletionItem(each.name) for each in _RULES if each.name.startswith(begun.lower())]


@click.command(
    "explain",
    cls=Teaching,
    examples={
        "site-builder explain Q003": "Prints the manual of a rule.",
        "site-builder explain": "Lists all rules.",
    },
)
@click.argument("rule", required=False, shell_complete=_begun)
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
