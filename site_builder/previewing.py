"""What makes a preview quick: its site lies in the cache, the system tells what is saved, and a remark is not built in.

MkDocs' server looks at every file twice a second to see whether one changed, and serves a new folder each time.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from site_builder import renewing, standing, writing
from site_builder.caching import FOLDER, Look, Store, open_store
from site_builder.reading.looked import Looked
from site_builder.rendering.panel import with_panel
from site_builder.renewing import InPlace

_HTML = "text/html"
_MOUNTS = Path("/proc/self/mounts")
_PAUSE = 0.05
"""Seconds without a change after which a save is over. A program that looks twice a second needs longer."""
_MANY = 1000
"""So many files at once are looked at all together: the system may have told of a part of them only."""
_LOCAL = {"bcachefs", "btrfs", "ext2", "ext3", "ext4", "f2fs", "overlay", "tmpfs", "xfs", "zfs"}
"""File systems that no other machine writes to, by their names in Linux."""


def open_ground(root: Path, target: Path, *, kept: bool) -> tuple[Path, Path, InPlace]:
    """Return where the preview of the newsroom in ``root`` is served from, a folder to build in, and its ground.

    It lies in the cache, if there is one and no other preview has it; else in ``target``.
    """
    store = open_store(root, "preview") if kept else None
    place = _alone(root / FOLDER / "preview") if store else None
    if place:
        target = place / "site"
    staged = writing.stage(target)
    return target, staged, renewing.open_in_place(staged, target, store if place else None)


_held: set[Path] = set()


def _alone(folder: Path) -> Path | None:
    """Return the folder, which this process has to itself from now on; ``None`` where another one has it."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    if folder not in _held and not writing.lock(folder):
        return None
    _held.add(folder)
    return folder


def serve_from(server: Any, folder: Path, told: Callable[[], str]) -> None:
    """Let MkDocs' ``server`` serve ``folder``; while there is something to be ``told``, each page has it on top."""

    def missing(code: int) -> bytes | None:
        page = folder / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    server.root, server.error_handler = str(folder), missing
    server.set_app(_Telling(server.serve_request, told))


def hear(server: Any, watched: Iterable[str], own: Iterable[Path] = ()) -> Ears | None:
    """Let MkDocs' ``server``, which watches some paths already, watch our ``own`` too; of all, the system tells it.

    ``None`` where the system cannot tell of so many, or others may write there unheard: the server goes on looking.
    """
    added = [str(path) for path in own if path.exists()]
    for path in added:
        server.watch(path)
    watched = [*watched, *added]
    if not all(map(_is_local, watched)):
        return None
    try:
        ears = Ears()
    except OSError:
        return None
    looking = server.observer
    for path in watched:
        server.unwatch(path)
    server.observer = ears
    try:
        for path in watched:
            server.watch(path)
    except OSError:
        ears.stop()
        server.observer = looking
        for path in watched:
            server.watch(path)
        return None
    server.build_delay = _PAUSE
    return ears


def _is_local(path: str) -> bool:
    """Tell whether nobody but this system writes there: of what is shared with others, Linux hears nothing."""
    if not _MOUNTS.exists():
        return True
    real, kinds = os.path.realpath(path), {}
    for line in _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines():
        _, place, kind, *_ = line.split(" ")
        kinds[place.rstrip("/")] = kind
    while real not in kinds and real:
        real = real.rpartition("/")[0]
    return kinds.get(real, "") in _LOCAL


class _Telling:
    """A WSGI application that puts a remark on the pages of another."""

    def __init__(self, application: Callable[..., Iterable[bytes]], told: Callable[[], str]) -> None:
        self._application, self._told = application, told

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        told = self._told()
        if not told:
            return self._application(environ, start_response)
        begun: list[Any] = []
        body = self._application(environ, lambda status, headers, *rest: begun.extend((status, headers)))
        status, headers = begun
        content = b"".join(body)
        if dict(headers).get("Content-Type", "").startswith(_HTML):
            content = with_panel(content.decode("utf-8", "replace"), told).encode()
        rest = [(name, value) for name, value in headers if name != "Content-Length"]
        start_response(status, [*rest, ("Content-Length", str(len(content)))])
        return [content]


class Ears:
    """An observer as MkDocs' server has it, that hears of changes from the system, and knows of which."""

    def __init__(self) -> None:
        from watchdog import events
        from watchdog.observers import Observer

        self._changes = [
            events.FileCreatedEvent,
            events.FileDeletedEvent,
            events.FileModifiedEvent,
            events.FileMovedEvent,
            events.DirDeletedEvent,
            events.DirMovedEvent,
        ]
        self._as_of_file = events.FileDeletedEvent
        self._observer: Any = Observer()
        self._observer.start()
        self._lock = threading.Lock()
        self._heard: set[str] = set()
        self._watched: dict[str, int] = {}
        self._look: Look | None = None

    def look_around(self, root: Path, places: Iterable[str], memory: object) -> Looked | None:
        """Look at the newsroom's files as :func:`site_builder.standing.look_around` does, where something was heard.

        ``memory`` knows how they were, if it is a store; else they are not looked at.
        """
        if not isinstance(memory, Store):
            return None
        named = tuple(places)
        with self._lock:
            heard, self._heard = self._heard, set()
        # so many at once may be more than the system can tell of; and of what came later, or in the place of a folder
        # that went away, nobody hears
        listened = all(self._watched.get(path := str(root / place)) == _inode(path) for place in named)
        near = heard if listened and len(heard) < _MANY else None
        self._look = standing.look_again(root, named, memory, self._look, near)
        return standing.looked(self._look, root) if self._look else None

    def schedule(self, handler: Any, path: str, *, recursive: bool) -> Any:
        """Tell ``handler`` of changes of a file, or in a folder."""
        told = handler.on_any_event
        self._watched[path] = _inode(path)

        def tell(event: Any) -> None:
            with self._lock:
                self._heard.update(filter(None, (event.src_path, event.dest_path)))
                if event.is_directory:
                    # its number may be given to the next one
                    self._watched.pop(event.src_path, None)
            # the server knows of no folders: of one that went away it hears as of a file
            told(self._as_of_file(event.src_path) if event.is_directory else event)

        handler.on_any_event = tell
        if not Path(path).is_file():
            return self._observer.schedule(handler, path, recursive=recursive, event_filter=self._changes)
        # a file that is saved is often another one with its name
        folder = str(Path(path).parent)
        handler.on_any_event = lambda event: (
            tell(event) if path in (event.src_path, event.dest_path) else None
        )
        return self._observer.schedule(handler, folder, recursive=False, event_filter=self._changes)

    def unschedule(self, watch: Any) -> None:
        """Tell of it no more."""
        self._watched.pop(watch.path, None)
        self._observer.unschedule(watch)

    def start(self) -> None:
        """Do nothing: it hears already."""

    def stop(self) -> None:
        """Hear no more."""
        self._observer.stop()

    def join(self) -> None:
        """Wait until it hears no more."""
        self._observer.join()


def _inode(path: str) -> int:
    """Return the system's number of a file or folder, -1 where there is none."""
    try:
        return Path(path).stat().st_ino
    except OSError:
        return -1
