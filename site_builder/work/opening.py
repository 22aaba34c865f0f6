"""A workshop as the settings ask for it: its workers, its memory, and somebody who watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from site_builder.caching import Objects, open_store
from site_builder.model.settings import Settings
from site_builder.reading import files
from site_builder.work.executors import ENOUGH, open_executor
from site_builder.work.memory import Memory, Passing
from site_builder.work.progress import watch
from site_builder.work.workshop import Workshop


@contextmanager
def open_workshop(
    root: Path, settings: Settings, tell: Callable[[str], None], objects: Objects | None = None
) -> Iterator[Workshop]:
    """Yield a workshop for the newsroom in ``root``, and close it after use.

    ``tell`` is told, in a sentence, where nothing could be kept for the next time. ``objects`` is filled with what a
    process that will open another one had better hold.

    Raises:
        WorkError: the executor cannot be had, or a worker died.
    """
    store = open_store(root) if settings.cache else None
    if settings.cache and store is None:
        tell("No result is kept for the next time: this user has no folder for the key that signs them.")
    claims = files.count(root, settings.claims, files.CLAIM_ENDINGS, ENOUGH)
    with open_executor(settings.jobs, settings.executor, claims) as executor, watch() as progress:
        memory: Memory = store or Passing()
        memory.objects = objects
        yield Workshop(executor, memory, progress)
    if store:
        store.tidy()
        if store.trouble:
            tell(f"No result could be kept for the next time: {store.trouble.lower()}.")
