"""The whole line, in order: read, segment, anchor, check, judge, render, write.

Everything here takes what it needs as arguments; the clock and the folder come in from the edge.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from site_builder import __version__, counting, dossiers, policy, rules
from site_builder.desks import Desks
from site_builder.dossiers import make_cases
from site_builder.model.article import Article
from site_builder.model.claim import Status
from site_builder.model.earlier import Earlier
from site_builder.model.finding import Comparison, Finding, Report
from site_builder.model.project import Case, ClaimFile, KeptText, Project, RecordFile
from site_builder.model.scale import Scale
from site_builder.model.settings import Settings
from site_builder.model.source import Source
from site_builder.model.told import Translations
from site_builder.reading import files
from site_builder.reading.history import read_earlier
from site_builder.reading.looked import Looked
from site_builder.reading.places import locator
from site_builder.reading.settings import fit, parse_scale, read_settings, scale_path
from site_builder.work import Workshop

__all__ = ["Checked", "check", "examine", "load", "make_cases", "seal", "search_files", "verify"]

HERE = Workshop()
"""Does everything in this process, and remembers nothing."""

if TYPE_CHECKING:
    from site_builder import writing
    from site_builder.rendering.site import Site
    from site_builder.verifying import Expected, Library, Verified


@dataclass(frozen=True, slots=True)
class Checked:
    """A project with its cases and the report on them."""

    project: Project
    cases: tuple[Case, ...]
    report: Report


def load(
    root: Path, today: datetime.date, *, settings: Settings | None = None, against: str | None = None
) -> Project:
    """Read a newsroom's folder; with ``against`` (a git ref, or a published ``claims.json``) what was before, too.

    Raises:
        SettingsError: ``mkdocs.yml`` is unsound.
        HistoryError: the earlier record cannot be read.
    """
    frame = _frame(root, today, settings)
    sources = dossiers.read_sources(root, frame.settings)
    articles = {name: article.parse(frame.settings) for name, article in sources.articles.items()}
    claims = tuple(claim.parse(frame.settings) for claim in sources.claims)
    return _filled(frame, articles, claims, root, against)


def examine(
    root: Path,
    today: datetime.date,
    *,
    settings: Settings | None = None,
    against: str | None = None,
    only: Sequence[str] = (),
    workshop: Workshop = HERE,
    looked: Looked | None = None,
) -> Checked:
    """Load and check, article by article in the workshop: the outcome is that of :func:`load` and :func:`check`.

    Files that were ``looked`` at and are known are read only where they are needed.

    Raises:
        SettingsError: ``mkdocs.yml`` is unsound.
        HistoryError: the earlier record cannot be read.
        WorkError: a worker died over it.
    """
    frame = _frame(root, today, settings)
    sources = dossiers.read_known(root, frame.settings, looked, workshop.memory)
    try:
        done = _dossiers(sources, frame, workshop)
    except dossiers.Changed:
        sources = dossiers.read_sources(root, frame.settings)
        done = _dossiers(sources, frame, workshop)
    made = {dossier.article.name: dossier.article for dossier in done if dossier.article}
    # by path: two files may claim one name, which is for a rule to tell
    parsed = {file.path: file for dossier in done for file in dossier.files}
    found = {case.file.path: case for dossier in done for case in dossier.cases}
    claims = tuple(parsed[claim.path] for claim in sources.claims)
    project = _filled(frame, {name: made[name] for name in sources.articles}, claims, root, against)
    cases = tuple(found[file.path] for file in claims if file.path in found)
    findings = [finding for dossier in done for finding in dossier.findings]
    spots = {place: spot for dossier in done for place, spot in dossier.spots.items()}
    locate = locator(project)
    return _judged(
        project,
        cases,
        chain(findings, rules.run(project, cases, whole=True)),
        lambda place: spots.get(place) or locate(place),
        only,
    )


def _dossiers(sources: dossiers.Sources, frame: Project, workshop: Workshop) -> list[dossiers.Dossier]:
    """Return the dossiers of all articles. Claims whose article was guessed wrong are given to the right ones."""
    known: dict[str, str] = {}
    done: dict[tuple[str | None, ...], dossiers.Dossier] = {}
    while True:
        jobs = list(dossiers.make_jobs(sources, frame.settings, frame.scale, known))
        left = [job for job in jobs if job.names not in done]
        done |= {
            job.names: dossier
            for job, dossier in zip(left, workshop.map(dossiers.make_dossier, left), strict=True)
        }
        asked = [done[job.names] for job in jobs]
        wrong = dossiers.misplaced(asked, sources.articles)
        if not wrong:
            return asked
        known |= wrong


def _frame(root: Path, today: datetime.date, settings: Settings | None) -> Project:
    """Return a project without articles and claims yet."""
    settings = settings or read_settings(root)
    source, scale, broken, told = _load_scale(root, settings)
    fit(settings, scale)
    return Project(settings, scale, {}, (), today, broken, scale_source=source, scale_translations=told)


def _filled(
    frame: Project,
    articles: Mapping[str, Article],
    claims: tuple[ClaimFile, ...],
    root: Path,
    against: str | None,
) -> Project:
    """Return the project with its articles and claims, the kept copies that they name, and what was before."""
    kept = dict(_load_kept(root, frame.settings, claims))
    earlier = read_earlier(root, frame.settings, against) if against else None
    return replace(frame, articles=articles, claims=claims, kept=kept, earlier=earlier)


def _load_scale(root: Path, settings: Settings) -> tuple[Source, Scale, tuple[RecordFile, ...], Translations]:
    source, problem = files.read(root, scale_path(settings))
    scale, problems, told = (None, (problem,), {}) if problem else parse_scale(source, settings.language)
    broken = () if scale else (RecordFile(source, problems),)
    return source, scale or Scale.model_construct(steps=()), broken, told


def _load_kept(root: Path, settings: Settings, claims: Sequence[ClaimFile]) -> Iterator[tuple[str, KeptText]]:
    """Read the kept copies that claims name; one that cannot be read, or lies outside, is a rule's business."""
    evidence = (e for file in claims if file.claim for e in file.claim.evidence)
    for name in sorted({e.snapshot.file for e in evidence if e.snapshot}):
        path = PurePosixPath(settings.evidence, name)
        if ".." in path.parts or path.is_absolute():
            continue
        source, problem = files.read(root, str(path), most=files.MAX_KEPT)
        if problem is None:
            seal = hashlib.sha256((root / path).read_bytes()).hexdigest()
            yield name, KeptText(str(path), source.text, seal)


def check(project: Project, *, only: Sequence[str] = (), desks: Desks | None = None) -> Checked:
    """Check everything: anchor, apply the rules, judge by the policy, count what was and was not looked at.

    With ``only`` (files or folders, POSIX, relative to the project), findings elsewhere are left out.
    """
    cases = make_cases(project, desks)
    return _judged(project, cases, rules.run(project, cases), locator(project), only)


def _judged(
    project: Project,
    cases: tuple[Case, ...],
    findings: Iterable[Finding],
    locate: policy.Locate,
    only: Sequence[str],
) -> Checked:
    judged = policy.judge(findings, project, locate)
    claims = project.claims
    if only:
        judged = tuple(j for j in judged if is_in(j.spot.path, only))
        cases = tuple(case for case in cases if is_in(case.file.path, only) or is_in(case.article.path, only))
        shown = {case.file.path for case in cases}
        claims = tuple(file for file in claims if file.path in shown or is_in(file.path, only))
    off = policy.rules_off(project.settings.policy)
    against = Comparison(*_compared(project.earlier)) if project.earlier else None
    return Checked(
        project, cases, Report(judged, counting.count(project, claims, cases), project.today, off, against)
    )


def _compared(earlier: Earlier) -> tuple[str, int, int]:
    published = [claim for claim in earlier.claims.values() if claim.status is not Status.DRAFT]
    known = {claim.article for claim in published} & earlier.articles.keys()
    return earlier.name, len(published), len(known)


def is_in(path: str, only: Sequence[str]) -> bool:
    """Tell whether a file is among files and folders; all paths are POSIX and relative to the project."""
    return any(chosen in (path, ".") or path.startswith(f"{chosen}/") for chosen in only)


def seal(project: Project, root: Path) -> str:
    """Return the seal of the site that this newsroom gives now: what pages that are made from all of it must carry.

    Raises:
        OSError: a template cannot be read.
    """
    # rendering is heavy, and a check has no use for it
    from site_builder import verifying

    return verifying.seal_of(project, _templates(project, root), __version__)


def _templates(project: Project, root: Path) -> dict[str, bytes]:
    from site_builder import rendering

    return rendering.load_templates(rendering.template_folders(root / project.settings.templates))


def search_files(
    checked: Checked, sites: Sequence[Site], *, preview: bool = False
) -> Iterator[writing.Output]:
    """Yield what the search pages load: a table of the claims for each of ``sites``, the languages of the site.

    But in a preview, there is also an index for each language of the texts, which all of them share.

    Raises:
        ChildProcessError: the program that makes the indexes fails.
    """
    from site_builder import indexing
    from site_builder.rendering import catalogue, search, telling
    from site_builder.rendering.page import Page

    languages = [site.language for site in sites]
    told = [telling.tell(checked.project, checked.cases, language) for language in languages]
    listed = [catalogue.make_catalogue(*each) for each in told]
    indexes = () if preview else tuple(indexing.make_indexes(search.search_records(listed, languages)))
    names = {index.language: index.names for index in indexes}
    for site, claims in zip(sites, listed, strict=True):
        for path, text in search.search_files(claims, names, site):
            yield Page(f"{site.folder}{path}", text)
    for index in indexes:
        for path, content in index.files.items():
            yield Page(f"{search.FOLDER}{index.language}/{path}", content)


def verify(
    project: Project,
    cases: Sequence[Case],
    root: Path,
    folder: Path,
    name: str = "",
    library: Library | None = None,
) -> Verified:
    """Compare the finished site in ``folder`` with the newsroom's files: what is there must be what they say.

    ``name`` is how people call the folder, if not by its own name. ``library`` may know pages that were read before.

    Raises:
        OSError: a file of the site or a template cannot be read.
    """
    from site_builder import verifying, writing
    from site_builder.verifying import Finished

    site = Finished(writing.files_of(folder), lambda path: (folder / path).read_bytes(), library)
    return verifying.verify(site, expected_of(project, cases, root, name or folder.name))


def expected_of(project: Project, cases: Sequence[Case], root: Path, name: str = "site") -> Expected:
    """Return what must be on the site, in each of its languages; ``name`` is how people call its folder.

    Raises:
        OSError: a template cannot be read.
    """
    from site_builder.rendering import seals, telling
    from site_builder.verifying import Expected

    mark = seal(project, root)
    editions = tuple(
        Expected(*telling.tell(project, cases, code), mark, f"{name}/{code}", f"{code}/")
        for code in project.settings.published_in[1:]
    )
    own = seals(project, cases, _templates(project, root))
    return Expected(project, cases, mark, name, editions=editions, seals=own)
