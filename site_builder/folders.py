"""Where templates lie: ours, and those that a newsroom puts in their place."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def own_templates() -> Path:
    """Return the folder of our templates: inside an installed package, beside it in a checkout."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


def template_folders(override: Path | None = None) -> list[Path]:
    """Return the folders of templates and assets, first the newsroom's own if it has one, then ours."""
    ours = own_templates()
    theirs = [override] if override and override.is_dir() and not override.samefile(ours) else []
    return [*theirs, ours]
