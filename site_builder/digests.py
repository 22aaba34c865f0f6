"""How the content of a file is known again: by a digest of its bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

SIZE = 24
"""Bytes of a digest."""


def digest_of(content: bytes | str) -> bytes:
    """Return the digest of a file with this content; text is written as UTF-8."""
    return hashlib.blake2b(bytes_of(content), digest_size=SIZE).digest()


def bytes_of(content: bytes | str) -> bytes:
    """Return the bytes of a file with this content."""
    return content.encode() if isinstance(content, str) else content


def parted(whole: bytes, size: int) -> Iterator[bytes]:
    """Yield the pieces of equal ``size`` that bytes were joined from, such as digests."""
    return (whole[start : start + size] for start in range(0, len(whole), size))
