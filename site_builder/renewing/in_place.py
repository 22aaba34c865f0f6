"""The site of a preview: its own ground, for nobody reads it but the server that waits for each build."""

from __future__ import annotations

import atexit
import gc
import threading
from pathlib import Path

from site_builder import writing
from site_builder.caching import Seen, Store
from site_builder.caching.stamps import stamp_of
from site_builder.renewing.ground import Ground
from site_builder.renewing.manifest import Manifest, Packed

_REST = 2.0
"""Seconds after a build in which nobody waits for another one yet."""


class InPlace(Ground):
    """Writes what differs into the site itself. What is there is known for as long as the preview runs."""

    def __init__(self, target: Path, store: Store | None) -> None:
        self._before = self._site = str(target)
        self._store, self._lock, self._published = store, -1, Manifest()
        self._name = "" if store is None else store.name("preview")
        kept: Packed | None = None if store is None else store.get(self._name)
        self._ground = Manifest.unpack(kept) if kept else Manifest()
        if not self._ground.settle(self._site):
            self._ground = Manifest()
        atexit.register(self._keep)

    def begin(self, staged: Path) -> None:
        """Begin another build, which uses ``staged`` for what others write."""
        self._forget(str(staged))

    def publish(self, whole: Path, staged: Path, target: Path) -> Seen | None:
        """Put the site in its place, the first time; it is there already, afterwards."""
        if whole != staged:
            writing.release(staged)
            self._ground.folders[""] = stamp_of(self._site)
            return None
        writing.publish(whole, target)
        self._ground.folders[""] = stamp_of(self._site)
        # a preview that is killed says nothing: what is most of the work is noted now
        self._keep()
        return None

    def close(self) -> None:
        """Look for what is not needed any more, once nobody waits: that takes as long as to show a small edit."""
        timer = threading.Timer(_REST, gc.collect)
        timer.daemon = True
        timer.start()

    def _link(self, path: str, digest: bytes) -> bool:
        return False

    def _keep(self) -> None:
        """Let the next preview know what is there."""
        if self._store is not None:
            self._store.put(self._name, self._ground.pack())


_sites: dict[Path, InPlace] = {}


def open_in_place(staged: Path, target: Path, store: Store | None) -> InPlace:
    """Return the ground of the preview in ``target``, for another build; ``store`` remembers it between previews."""
    if target not in _sites:
        _sites[target] = InPlace(target, store)
    _sites[target].begin(staged)
    return _sites[target]
