"""A newsroom that was checked, and the report on it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from site_builder.archive.held import Held
from site_builder.archive.newsroom import Newsroom, is_chosen
from site_builder.model.finding import Report
from site_builder.model.project import Case, Project
from site_builder.work import Memory


class Checked:
    """A newsroom and the report on it. What was examined dossier by dossier is opened when it is asked for.

    ``only`` are the files and folders that were asked about; of all, if empty.
    """

    def __init__(self, newsroom: Newsroom | Held, report: Report, only: Sequence[str] = ()) -> None:
        self.newsroom, self.report, self._only = newsroom, report, only

    def keep_in(self, memory: Memory) -> None:
        """Let ``memory`` keep its dossiers, though others are checked by now: a preview shows it still."""
        if isinstance(self.newsroom, Newsroom):
            for filed in self.newsroom.filed:
                memory.use(filed.key)

    @property
    def project(self) -> Project:
        """Return the project: much, of a large newsroom."""
        return self.newsroom.project

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """Return the claims that were asked about, each beside its article."""
        cases = self.newsroom.cases
        return tuple(case for case in cases if is_chosen(case, self._is_in)) if self._only else cases

    def _is_in(self, path: str) -> bool:
        return is_in(path, self._only)


def is_in(path: str, only: Sequence[str]) -> bool:
    """Tell whether a file is among files and folders; all paths are POSIX and relative to the project."""
    return any(chosen in (path, ".") or path.startswith(f"{chosen}/") for chosen in only)
