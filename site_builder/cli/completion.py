"""``site-builder completion``."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from site_builder.cli.teaching import Teaching

_PROGRAM = "site-builder"
_WHERE = {
    "bash": ">> ~/.bashrc",
    "zsh": ">> ~/.zshrc",
    "fish": "> ~/.config/fish/completions/site-builder.fish",
}
_THEN = {
    "bash": "Then open a new terminal.",
    "zsh": "Then open a new terminal. The line must stand below the one with `compinit`.",
    "fish": "Then open a new terminal.",
}


@click.command(
    "completion",
    cls=Teaching,
    examples={f"site-builder completion {shell} {path}": _THEN[shell] for shell, path in _WHERE.items()},
)
@click.argument("shell", type=click.Choice(list(_WHERE)))
def command(shell: str) -> None:
    """Print what lets the Tab key complete commands, options, articles, claim files and rules.

    Write it where SHELL looks for such things when it starts.
    """
    made = get_completion_class(shell)
    assert made is not None  # these three are click's own
    # click's own source() would start bash to ask for its version
    script = made(click.Command(_PROGRAM), {}, _PROGRAM, "_SITE_BUILDER_COMPLETE")
    click.echo(f"# site-builder completion {shell} {_WHERE[shell]}\n# {_THEN[shell]}")
    click.echo(script.source_template % script.source_vars())
