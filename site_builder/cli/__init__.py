"""Arguments in, exit code out.

Exit codes: 0 sound, 1 a finding that blocks, 2 the command or the settings are unsound, 3 nothing was checked,
4 a fault of ours.
"""

from __future__ import annotations

import sys

SOUND, UNSOUND, USAGE, NOTHING, FAULT = 0, 1, 2, 3, 4


def main(arguments: list[str] | None = None) -> None:
    """Run ``site-builder`` and exit."""
    from site_builder.cli.commands import group

    try:
        code = group.main(arguments, prog_name="site-builder", standalone_mode=False)
    except Exception as error:
        code = _explain(error)
    sys.exit(code if isinstance(code, int) else SOUND)


def _explain(error: Exception) -> int:
    import click

    from site_builder.reading.settings import SettingsError

    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.Abort):
        print("Stopped.", file=sys.stderr)
        return USAGE
    if isinstance(error, click.ClickException):
        error.show()
        return USAGE
    if isinstance(error, SettingsError):
        print(f"error: {error}", file=sys.stderr)
        return USAGE
    if isinstance(error, BrokenPipeError):
        sys.stderr.close()
        return SOUND
    return _fault(error)


def _fault(error: Exception) -> int:
    import platform
    import traceback

    import site_builder

    frames = traceback.extract_tb(error.__traceback__)[-3:]
    print(
        "This is a fault in site-builder, not in your files. Please report it with these lines:\n\n"
        f"  site-builder {site_builder.__version__}, Python {platform.python_version()}, {platform.system()}\n"
        f"  {type(error).__name__}: {error}\n"
        + "\n".join(
            f"  {frame.filename.rpartition('site_builder/')[2]}:{frame.lineno} {frame.name}"
            for frame in frames
        ),
        file=sys.stderr,
    )
    return FAULT
