"""How the rules about the finished site say what they find."""

from __future__ import annotations

from site_builder.model.finding import Finding
from site_builder.model.source import Location
from site_builder.verifying.finished import Expected


def finding(
    code: str,
    expected: Expected,
    name: str,
    message: str,
    help: str = "build the site again, and tell us if it stays",
    *,
    claim: str | None = None,
    record: str = "",
) -> Finding:
    """Return a finding at the file ``name`` of the site; ``record`` is the newsroom's file that it belongs to."""
    path = f"{expected.folder}/{name}" if name else expected.folder
    related = (Location(record),) if record else ()
    return Finding(code, message, Location(path), related, help, claim)
