"""Dossiers, made once and filed: all are known in brief, and one is opened where it is needed.

Who does the work on this machine reads and files by itself; who does it elsewhere gets all that is needed, and sends
back what it made.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from functools import partial

from site_builder.archive.briefs import brief_of
from site_builder.caching import Shelf, pack, unpack
from site_builder.dossiers import Job, Sources, make_dossier, make_jobs, misplaced
from site_builder.frozen import frozen
from site_builder.model.brief import Brief, Dossier, Kept, Parcel
from site_builder.model.project import Project
from site_builder.work import Memory, Workshop

_OPEN = 64
"""Dossiers that lie open at once."""
_DOSSIER, _BRIEF = "dossier", "briefs"


@frozen
class _Task:
    """A dossier to be made and filed under its ``key``, or one that is ``made`` and packed, to be told in brief."""

    job: Job
    today: datetime.date
    key: str
    made: bytes | None


@frozen
class _OnDay:
    """What a brief depends on."""

    dossier: str
    today: datetime.date

    def parts(self) -> Iterable[str]:
        """Return it in words."""
        return (self.dossier, str(self.today))


@frozen
class Packed:
    """The dossier itself."""

    content: bytes

    def open(self, _shared: Kept | None) -> Dossier:
        """Return it."""
        dossier: Dossier = unpack(self.content)
        return dossier


@frozen
class _Named:
    """What it is filed under, and what it is made from where it is gone."""

    job: Job
    key: str

    def open(self, shared: Kept | None) -> Dossier:
        """Return it."""
        found: Dossier | None = shared.get(self.key) if shared else None
        return found or make_dossier(self.job)


class Files:
    """The dossiers of jobs, each opened when it is asked for."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._open: dict[str, Dossier] = {}

    def key(self, job: Job) -> str:
        """Return the name that the dossier of a job is filed under."""
        return self._memory.key(_DOSSIER, job)

    def open(self, job: Job, key: str) -> Dossier:
        """Return the dossier of a job; it is made again where it was not kept."""
        found = self._open.pop(key, None)
        if found is None:
            found = self._memory.get(key) or make_dossier(job)
        while len(self._open) >= _OPEN:
            del self._open[next(iter(self._open))]
        self._open[key] = found
        return found

    def parcel(self, job: Job, key: str, *, near: bool) -> Parcel:
        """Return what another process opens the dossier of a job by: one that is ``near`` finds it by itself."""
        if near:
            return _Named(job, key)
        found = self._known(key)
        return Packed(pack(make_dossier(job)) if found is None else found)

    def brief(self, jobs: Sequence[tuple[str, Job]], today: datetime.date, workshop: Workshop) -> list[Brief]:
        """Return the dossiers of jobs, each after its key, in brief; what was not made before is made and filed.

        Raises:
            WorkError: a worker died over it.
        """
        shelf = Shelf(self._memory, _BRIEF)
        names = [self._memory.key(_BRIEF, _OnDay(key, today)) for key, _ in jobs]
        known: list[Brief | None] = [shelf.get(name) for name in names]
        left = [number for number, found in enumerate(known) if found is None]
        shared = workshop.shared()
        tasks = (self._task(*jobs[n], today, near=shared is not None) for n in left)
        done = workshop.give(partial(_do, shared), tasks, len(left))
        for number, (content, made) in zip(left, done, strict=True):
            known[number] = shelf.put(names[number], content)
            if made is not None:
                self._memory.put_packed(jobs[number][0], made)
        shelf.close()
        for key, _ in jobs:
            self._memory.use(key)
        return [brief for brief in known if brief is not None]

    def _task(self, key: str, job: Job, today: datetime.date, *, near: bool) -> _Task:
        if near:
            return _Task(job, today, key, None)
        made = self._known(key)
        return _Task(job if made else job.with_texts(), today, key, made)

    def _known(self, key: str) -> bytes | None:
        found = self._memory.get_packed(key)
        return None if found is None else bytes(found)


def _do(shared: Memory | None, task: _Task) -> tuple[bytes, bytes | None]:
    """Return a brief and, where it is not filed yet, its dossier: both packed."""
    made = task.made or (shared.get_packed(task.key) if shared else None)
    dossier: Dossier = make_dossier(task.job) if made is None else unpack(made)
    frame = Project(task.job.settings, task.job.scale, {}, (), task.today)
    brief = pack(brief_of(dossier, frame))
    return brief, pack_away(dossier, task.key, shared) if made is None else None


def pack_away(value: object, key: str, shared: Memory | None) -> bytes | None:
    """Keep a value where all who work here look for it; return it, packed, where there is no such place."""
    packed = pack(value)
    return None if shared and shared.put_packed(key, packed) else packed


@frozen
class Filed:
    """A dossier in brief, with what it is opened by."""

    brief: Brief
    job: Job
    key: str


def file_all(sources: Sources, frame: Project, files: Files, workshop: Workshop) -> tuple[Filed, ...]:
    """Return the dossiers of all articles, and of the claims that have none.

    Claims whose article was guessed wrong are given to the right ones.

    Raises:
        WorkError: a worker died over it.
    """
    known: dict[str, str] = {}
    done: dict[tuple[str | None, ...], Filed] = {}
    while True:
        jobs = list(make_jobs(sources, frame.settings, frame.scale, known))
        left = [(files.key(job), job) for job in jobs if job.names not in done]
        briefs = files.brief(left, frame.today, workshop)
        done |= {job.names: Filed(brief, job, key) for (key, job), brief in zip(left, briefs, strict=True)}
        asked = tuple(done[job.names] for job in jobs)
        wrong = misplaced((filed.brief for filed in asked), sources.articles)
        if not wrong:
            return asked
        known |= wrong
