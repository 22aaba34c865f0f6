"""Arguments in, exit code out.

Exit codes: 0 sound, 1 a finding that blocks, 2 the command or the settings are unsound, 3 nothing was checked,
4 a fault of ours.
"""

from __future__ import annotations

import gc
import sys

SOUND, UNSOUND, USAGE, NOTHING, FAULT = 0, 1, 2, 3, 4


def main(arguments: list[str] | None = None) -> None:
    """Run ``site-builder`` and exit."""
    from site_builder.cli.commands import group

    for stream in (sys.stdout, sys.stderr):
        # a file's name may hold what no terminal can show: that is told as an escape, and is no fault
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = group.main(arguments, prog_name="site-builder", standalone_mode=False)
    except Exception as error:
        code = _explain(error)
    # at its end, Python would look through all that there is for rings
    gc.freeze()
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
    if isinstance(error, OSError) and error.filename:
        print(f"error: {error.filename}: {(error.strerror or 'it cannot be used').lower()}", file=sys.stderr)
        return USAGE
    from site_builder.reporting.fault import describe

    print(describe(error), file=sys.stderr)
    return FAULT
