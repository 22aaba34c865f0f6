"""How the content of a file is known again: by a digest of its bytes."""

from __future__ import annotations

import hashlib

SIZE = 24
"""Bytes of a digest."""


def digest_of(content: bytes | str) -> bytes:
    """Return the digest of a file with this content; text is written as UTF-8."""
    return hashlib.blake2b(bytes_of(content), digest_size=SIZE).digest()


def bytes_of(content: bytes | str) -> bytes:
    """Return the bytes of a file with this content."""
    return content.encode() if isinstance(content, str) else content
