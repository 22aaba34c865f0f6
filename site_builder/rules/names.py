"""Names that some file system or address cannot carry as they are."""

from __future__ import annotations

import re

# Windows opens a device for these, whatever ending follows: such a repository cannot even be checked out there.
# (Microsoft, "Naming Files, Paths, and Namespaces")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff<>:\"\\|?*#%&'`]"
)
LONGEST = 100
"""Code points: in any script this stays below the 255 bytes that file systems allow."""
_MOST_BYTES = 200


def is_reserved(name: str) -> bool:
    """Tell whether Windows keeps ``name`` for a device."""
    return _RESERVED.fullmatch(name) is not None


def is_too_long(name: str) -> bool:
    """Tell whether ``name`` leaves no room for an ending in 255 bytes, or is no name any more."""
    return len(name) > LONGEST or len(name.encode("utf-8", "surrogatepass")) > _MOST_BYTES


def forbidden(name: str) -> str:
    """Return the first character of ``name`` that an address or file system cannot carry; empty if there is none."""
    found = _FORBIDDEN.search(name)
    return found[0] if found else ""
