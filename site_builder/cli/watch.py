"""Wait for the newsroom's files to change, and look again each time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from site_builder.model.settings import Settings
from site_builder.reading import files
from site_builder.reading.settings import CONFIG, SettingsError, read_settings

_QUIET = 0.2
"""Seconds without a change after which a save counts as done: editors' programs write a file in several steps."""
_PATIENCE = 2.0
"""Seconds after which we look, even if something still writes."""
_LOOK = 1.0
"""Seconds between looks where the system does not tell of changes, and at most in any case."""

_NAMED = 2

State = dict[str, tuple[int, int]]


def changes(home: Path) -> Iterator[tuple[str, ...]]:
    """Yield nothing at once, and then, whenever files were saved, which ones. Never ends.

    Paths are sorted, POSIX, relative to ``home``. What is saved while the caller is at work is not missed.
    """
    with _told(home) as bell:
        before = _state(home)
        yield ()
        while True:
            if bell.wait(_LOOK):
                _settle(bell)
            after = _state(home)
            changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
            before = after
            if changed:
                yield tuple(sorted(changed))


def told(changed: tuple[str, ...]) -> str:
    """Return which files changed, and when, in a few words."""
    more = f" and {len(changed) - _NAMED} more" if len(changed) > _NAMED else ""
    return f"{time.strftime('%H:%M:%S')}  {', '.join(changed[:_NAMED])}{more}"


def _settle(bell: threading.Event) -> None:
    deadline = time.monotonic() + _PATIENCE
    while bell.is_set() and time.monotonic() < deadline:
        bell.clear()
        bell.wait(_QUIET)
    bell.clear()


def _folders(home: Path) -> tuple[str, ...]:
    try:
        settings = read_settings(home)
    except SettingsError:
        settings = Settings()
    return settings.articles, settings.claims, settings.evidence


def _state(home: Path) -> State:
    """Return when each file that a check reads was written, and its size."""
    paths = [path for folder in _folders(home) for path in files.walk(home, folder, ("",))]
    return dict(filter(None, (_stamp(home, path) for path in [CONFIG, *paths])))


def _stamp(home: Path, path: str) -> tuple[str, tuple[int, int]] | None:
    try:
        found = (home / path).stat()
    except OSError:  # gone between the walk and the look, or a link to nowhere
        return None
    return path, (found.st_mtime_ns, found.st_size)


@contextmanager
def _told(home: Path) -> Iterator[threading.Event]:
    """Give an event that is set when the system tells of a change below ``home``; never, where it cannot tell."""
    from watchdog.events import FileSystemEventHandler
    from watchdog.observers import Observer

    bell = threading.Event()

    class Ring(FileSystemEventHandler):
        def on_any_event(self, event: Any) -> None:
            if event.event_type not in ("opened", "closed_no_write"):
                bell.set()

    observer = Observer()
    try:
        observer.schedule(Ring(), str(home), recursive=False)
        for folder in filter(Path.is_dir, (home / name for name in _folders(home))):
            observer.schedule(Ring(), str(folder), recursive=True)
        observer.start()
    except OSError:  # too many files for the system to watch: looking every second must do
        yield bell
        return
    try:
        yield bell
    finally:
        observer.stop()
        observer.join()
