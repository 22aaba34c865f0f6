"""The commands, each in a file of its own that is imported only when it is called."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword

import click

from site_builder.cli.teaching import COLUMNS

_SECTIONS = {
    "Write": {
        "init": "Start a new newsroom, with an example.",
        "import": "Make an article from a web page, Markdown or text.",
        "new": "Begin a claim about a sentence of an article.",
        "fix": "Mend what is safe to mend in claim files.",
        "update": "Tell what a new text of an article means for its claims.",
    },
    "Check": {
        "check": "Check every claim against the article it quotes.",
        "explain": "Explain a rule: what it checks, why, and how to mend it.",
        "coverage": "Show which sentences with figures nobody has checked.",
        "verify": "Compare a finished site with the newsroom's files.",
        "selftest": "Spoil your own claims and expect the check to notice.",
    },
    "Look": {
        "sentences": "Show how an article is split into sentences.",
        "figures": "Show the figures that are read in a text.",
        "quote": "Show where a quote stands in a text.",
    },
    "Set up": {
        "schema": "Describe claim files to editors' programs.",
        "admin": "Install the page for editors who use no git.",
        "completion": "Let the Tab key complete commands, articles and rules.",
    },
}
_COMMANDS = {name: about for section in _SECTIONS.values() for name, about in section.items()}


class _Lazy(click.Group):
    """Lists the commands without importing them: help stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command = import_module(f"site_builder.cli.{name}{'_' * iskeyword(name)}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; of a misspelt one, say which is near."""
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], _COMMANDS, n=1)
            advice = f"did you mean `{near[0]}`?" if near else "`site-builder --help` lists them all"
            ctx.fail(f"there is no command {args[0]}: {advice}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        widest = max(map(len, _COMMANDS))
        for section, commands in _SECTIONS.items():
            with formatter.section(section):
                formatter.write_dl([(name.ljust(widest), about) for name, about in commands.items()])


@click.group(
    cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": COLUMNS}
)
@click.version_option(package_name="site-builder", message="site-builder %(version)s")
def group() -> None:
    """Tests for journalism: check claims against the article they quote, and publish what holds.

    Start with `site-builder init FOLDER`, or with `site-builder check` in a newsroom's folder (the one with
    mkdocs.yml). To preview the site, run `mkdocs serve`; to publish, `mkdocs build`.

    `site-builder COMMAND --help` explains a command, with examples.
    """
