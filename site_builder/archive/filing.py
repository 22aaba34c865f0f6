"""Dossiers, made once and filed: all are known in brief, and one is opened where it is needed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from site_builder.archive.briefs import brief_of
from site_builder.caching import Shelf, pack, unpack
from site_builder.dossiers import Job, Sources, make_dossier, make_jobs, misplaced
from site_builder.frozen import frozen
from site_builder.model.brief import Brief, Dossier
from site_builder.model.project import Project
from site_builder.work import Memory, Workshop

_OPEN = 64
"""Dossiers that lie open at once."""
_DOSSIER, _BRIEF = "dossier", "briefs"


@frozen
class _Task:
    """A dossier to be made, or one that is ``made`` and packed, to be told in brief on a day."""

    job: Job
    today: datetime.date
    made: bytes | None


@frozen
class _OnDay:
    """What a brief depends on."""

    dossier: str
    today: datetime.date

    def parts(self) -> Iterable[str]:
        """Return it in words."""
        return (self.dossier, str(self.today))


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

    def packed(self, job: Job, key: str) -> bytes:
        """Return the dossier of a job as bytes, for the way to another process."""
        found = self._known(key)
        return pack(make_dossier(job)) if found is None else found

    def brief(self, jobs: Sequence[tuple[str, Job]], today: datetime.date, workshop: Workshop) -> list[Brief]:
        """Return the dossiers of jobs, each after its key, in brief; what was not made before is made and filed.

        Raises:
            WorkError: a worker died over it.
        """
        shelf = Shelf(self._memory, _BRIEF)
        names = [self._memory.key(_BRIEF, _OnDay(key, today)) for key, _ in jobs]
        known: list[Brief | None] = [shelf.get(name) for name in names]
        left = [number for number, found in enumerate(known) if found is None]
        tasks = (_Task(jobs[n][1], today, self._known(jobs[n][0])) for n in left)
        for number, (content, made) in zip(left, workshop.give(_do, tasks, len(left)), strict=True):
            known[number] = shelf.put(names[number], content)
            if made is not None:
                self._memory.put_packed(jobs[number][0], made)
        shelf.close()
        for key, _ in jobs:
            self._memory.use(key)
        return [brief for brief in known if brief is not None]

    def _known(self, key: str) -> bytes | None:
        found = self._memory.get_packed(key)
        return None if found is None else bytes(found)


def _do(task: _Task) -> tuple[bytes, bytes | None]:
    """Return a brief and, where it was not there before, its dossier: both packed."""
    dossier: Dossier = make_dossier(task.job) if task.made is None else unpack(task.made)
    frame = Project(task.job.settings, task.job.scale, {}, (), task.today)
    return pack(brief_of(dossier, frame)), pack(dossier) if task.made is None else None


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
