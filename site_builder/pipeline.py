"""The whole line, in order: read, segment, anchor, check, judge, render, write.

Everything here takes what it needs as arguments; the clock and the folder come in from the edge.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from site_builder import __version__, counting, dossiers, policy, rules, seals, standing
from site_builder.archive import Checked, Files, Held, Newsroom, file_all, is_chosen, is_in
from site_builder.caching import Store
from site_builder.desks import Desks
from site_builder.dossiers import make_cases
from site_builder.model.article import Article
from site_builder.model.claim import Status
from site_builder.model.earlier import Earlier
from site_builder.model.finding import Comparison, Counts, Judged, Report
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

__all__ = ["Checked", "check", "examine", "is_in", "load", "make_cases", "seal", "search_files", "verify"]

if TYPE_CHECKING:
    from site_builder import writing
    from site_builder.rendering.pages import Press
    from site_builder.rendering.reviewed import Entry
    from site_builder.rendering.site import Site
    from site_builder.verifying import Expected, Library, Verified


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
    workshop: Workshop | None = None,
    looked: Looked | None = None,
) -> Checked:
    """Load and check, article by article in the workshop: the outcome is that of :func:`load` and :func:`check`.

    Files that were ``looked`` at and are known are read only where they are needed.

    Raises:
        SettingsError: ``mkdocs.yml`` is unsound.
        HistoryError: the earlier record cannot be read.
        WorkError: a worker died over it.
    """
    frame, workshop = _frame(root, today, settings), workshop or Workshop()
    files = Files(workshop.memory)
    if looked is None and isinstance(workshop.memory, Store):
        looked = standing.look_around(root, frame.settings.places, workshop.memory)
    sources = dossiers.read_known(root, frame.settings, looked, workshop.memory)
    try:
        filed = file_all(sources, frame, files, workshop)
    except dossiers.Changed:
        sources = dossiers.read_sources(root, frame.settings)
        filed = file_all(sources, frame, files, workshop)
    newsroom = Newsroom(frame, sources, filed, files)
    kept = dict(_load_kept(root, frame.settings, newsroom.snapshots))
    earlier = read_earlier(root, frame.settings, against) if against else None
    if kept or earlier:
        newsroom = replace(newsroom, frame=replace(frame, kept=kept, earlier=earlier))
    chosen = (lambda path: is_in(path, only)) if only else None
    judged = policy.judge(newsroom.findings(), newsroom.unseen, newsroom.spot)
    return Checked(newsroom, _report(judged, newsroom.counts(chosen), newsroom.frame, only), only)


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
    evidence = (e for file in claims if file.claim for e in file.claim.evidence)
    kept = dict(_load_kept(root, frame.settings, {e.snapshot.file for e in evidence if e.snapshot}))
    earlier = read_earlier(root, frame.settings, against) if against else None
    return replace(frame, articles=articles, claims=claims, kept=kept, earlier=earlier)


def _load_scale(root: Path, settings: Settings) -> tuple[Source, Scale, tuple[RecordFile, ...], Translations]:
    source, problem = files.read(root, scale_path(settings))
    scale, problems, told = (None, (problem,), {}) if problem else parse_scale(source, settings.language)
    broken = () if scale else (RecordFile(source, problems),)
    return source, scale or Scale.model_construct(steps=()), broken, told


def _load_kept(root: Path, settings: Settings, names: Iterable[str]) -> Iterator[tuple[str, KeptText]]:
    """Read the kept copies that claims name; one that cannot be read, or lies outside, is a rule's business."""
    for name in sorted(names):
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
    judged = policy.judge(rules.run(project, cases), project, locator(project))
    chosen = tuple(case for case in cases if not only or is_chosen(case, lambda path: is_in(path, only)))
    shown = {case.file.path for case in chosen}
    claims = tuple(f for f in project.claims if not only or f.path in shown or is_in(f.path, only))
    counts = counting.count(project, claims, chosen)
    return Checked(Held(project, cases), _report(judged, counts, project, only), only)


def _report(judged: Iterable[Judged], counts: Counts, project: Project, only: Sequence[str]) -> Report:
    told = tuple(j for j in judged if not only or is_in(j.spot.path, only))
    against = Comparison(*_compared(project.earlier)) if project.earlier else None
    return Report(told, counts, project.today, policy.rules_off(project.settings.policy), against)


def _compared(earlier: Earlier) -> tuple[str, int, int]:
    published = [claim for claim in earlier.claims.values() if claim.status is not Status.DRAFT]
    known = {claim.article for claim in published} & earlier.articles.keys()
    return earlier.name, len(published), len(known)


def seal(newsroom: Newsroom | Held, root: Path) -> str:
    """Return the seal of the site that this newsroom gives now: what pages that list must carry.

    Raises:
        OSError: a template cannot be read.
    """
    parts = (brief.part for brief in newsroom.briefs)
    return seals.seal_of_lists(_shared(newsroom.frame, root), parts)


def _shared(frame: Project, root: Path) -> str:
    # rendering is heavy, and a check has no use for it
    from site_builder import rendering

    templates = rendering.load_templates(rendering.template_folders(root / frame.settings.templates))
    return seals.shared_by(frame, templates, __version__)


def search_files(
    newsroom: Newsroom | Held,
    press: Press,
    sites: Sequence[Site],
    *,
    preview: bool = False,
) -> Iterator[writing.Output]:
    """Yield what the search pages load: a table of the claims for each of ``sites``, the languages of the site.

    ``press`` has printed their pages. But in a preview, there is also an index for each language of the texts, which
    all of them share.

    Raises:
        ChildProcessError: the program that makes the indexes fails.
    """
    from site_builder import indexing
    from site_builder.rendering import search
    from site_builder.rendering.page import Page

    languages = [site.language for site in sites]
    indexes: tuple[indexing.Index, ...] = ()
    if not preview:
        catalogue = next(press.catalogues())
        reviewed = (each.article.name for each in catalogue.articles if each.entries)
        claims = _in_languages(newsroom, reviewed, languages)
        indexes = tuple(indexing.make_indexes(search.search_records(claims, catalogue, languages)))
    yield from press.tables([index.language for index in indexes])
    for index in indexes:
        for path, content in index.files.items():
            yield Page(f"{search.FOLDER}{index.language}/{path}", content)


def _in_languages(
    newsroom: Newsroom | Held, articles: Iterable[str], languages: Sequence[str]
) -> Iterator[tuple[Entry, ...]]:
    """Yield each published claim as it is told in each of the languages, in the order of its article's text."""
    from site_builder.rendering.bundles import told_alone
    from site_builder.rendering.reviewed import review

    for name in articles:
        dossier = newsroom.dossier(name)
        told = [told_alone(dossier, newsroom.frame, language) for language in languages]
        yield from zip(
            *(review(project.articles[name], cases).entries for project, cases in told), strict=True
        )


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
    from site_builder.rendering import sealing, telling
    from site_builder.verifying import Expected

    shared, parts = _shared(project, root), list(seals.parts_of(project))
    mark = seals.seal_of_lists(shared, parts)
    editions = tuple(
        Expected(*telling.tell(project, cases, code), mark, f"{name}/{code}", f"{code}/")
        for code in project.settings.published_in[1:]
    )
    own = sealing.seals(shared, parts)
    return Expected(project, cases, mark, name, editions=editions, seals=own)
