"""One short name for a whole text, to see whether it changed."""

from __future__ import annotations

import hashlib


def digest(text: str) -> str:
    """Return the SHA-256 of ``text`` as UTF-8, in hexadecimal; line ends count as one, however they are written.

    A checkout under another system may have other line ends: nobody changed the article then.
    """
    return hashlib.sha256(text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")).hexdigest()
