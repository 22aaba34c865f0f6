"""What is known of the newsroom's files before any is read."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.frozen import frozen


@frozen
class Looked:
    """What was seen of the files in some ``places`` (POSIX, relative to the newsroom).

    ``files`` are all that are there, each with the digest of its bytes (:func:`site_builder.digests.digest_of`), or
    ``None`` where only reading it can tell.
    """

    places: frozenset[str]
    files: Mapping[str, bytes | None]

    def below(self, folder: str, endings: tuple[str, ...]) -> list[str] | None:
        """Return the files below ``folder`` as :func:`site_builder.reading.files.walk` does.

        ``None`` if nobody looked there.
        """
        if folder not in self.places:
            return None
        return sorted(path for path in self.files if path.startswith(f"{folder}/") and path.endswith(endings))
