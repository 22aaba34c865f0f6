"""The whole newsroom at hand: all in brief, and each dossier in full when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, fields, replace
from functools import cached_property
from itertools import chain

from site_builder import counting, rules
from site_builder.archive.filing import Filed, Files
from site_builder.dossiers import Sources
from site_builder.frozen import frozen
from site_builder.model.brief import Brief, Dossier, Parcel, alone
from site_builder.model.finding import Counts, Finding
from site_builder.model.outline import Outline
from site_builder.model.project import Case, Project
from site_builder.model.source import Location, Spot
from site_builder.reading.places import locator
from site_builder.rules import Scope
from site_builder.rules.q009_quote_in_another_article import may_stand


@frozen(slots=False)
class Newsroom:
    """A newsroom's dossiers. ``frame`` is the project without its articles and claims."""

    frame: Project
    sources: Sources
    filed: tuple[Filed, ...]
    files: Files
    _locators: dict[str, Callable[[Location], Spot]] = field(default_factory=dict, init=False, repr=False)

    @property
    def briefs(self) -> Iterator[Brief]:
        """Yield the dossiers in brief: those of articles in their order, then that of claims that have none."""
        return (each.brief for each in self.filed)

    def open(self, filed: Filed) -> Dossier:
        """Return a dossier in full."""
        return self.files.open(filed.job, filed.key)

    def dossier(self, name: str) -> Dossier:
        """Return the dossier of an article."""
        return self.open(self._by_name[name])

    def parcel(self, name: str, *, near: bool) -> Parcel:
        """Return the dossier of an article for the way to another process, ``near`` if on this machine."""
        filed = self._by_name[name]
        return self.files.parcel(filed.job, filed.key, near=near)

    @cached_property
    def _by_name(self) -> dict[str, Filed]:
        return {each.brief.name: each for each in self.filed if each.brief.name is not None}

    @property
    def project(self) -> Project:
        """Return the project with all of its articles and claims: much, of a large newsroom."""
        return self._whole[0]

    @property
    def cases(self) -> tuple[Case, ...]:
        """Return all claims beside their articles, in the order of their files: much, of a large newsroom."""
        return self._whole[1]

    @cached_property
    def _whole(self) -> tuple[Project, tuple[Case, ...]]:
        opened = [self.open(each) for each in self.filed]
        articles = {d.article.name: d.article for d in opened if d.article}
        # by path: two files may claim one name, which is for a rule to tell
        parsed = {file.path: file for dossier in opened for file in dossier.files}
        found = {case.file.path: case for dossier in opened for case in dossier.cases}
        paths = [claim.path for claim in self.sources.claims]
        return (
            replace(
                self.frame,
                articles={name: articles[name] for name in self.sources.articles},
                claims=tuple(parsed[path] for path in paths),
            ),
            tuple(found[path] for path in paths if path in found),
        )

    @cached_property
    def outline(self) -> Outline:
        """Return the names of all articles and claims."""
        found = {claim.path: claim for brief in self.briefs for claim in brief.claims}
        articles = {name: article.path for name, article in self.sources.articles.items()}
        return Outline(articles, tuple(found[claim.path] for claim in self.sources.claims))

    @property
    def snapshots(self) -> set[str]:
        """Return the names of the kept copies of sources that claims name."""
        return set(chain.from_iterable(brief.snapshots for brief in self.briefs))

    def findings(self) -> Iterator[Finding]:
        """Yield what all rules find."""
        for brief in self.briefs:
            yield from brief.findings
        yield from rules.run(self.frame, (), scopes=(Scope.ARTICLE, Scope.DAY))
        if self.frame.earlier:
            late = (Scope.KEPT, Scope.NEWSROOM, Scope.PUBLISHED)
            yield from rules.run(self.project, self.cases, scopes=late, outline=self.outline)
            return
        yield from self._further(lambda brief: bool(brief.snapshots), Scope.KEPT)
        yield from self._further(lambda brief: brief.revised, Scope.PUBLISHED)
        orphans = [case for each in self.filed if each.brief.orphaned for case in self.open(each).cases]
        orphans = [case for case in orphans if not case.anchor.found]
        # kept copies are known by all claims that name them
        whole = self.project if orphans and self.frame.kept else self._with_room_for(orphans)
        yield from rules.run(whole, orphans, scopes=(Scope.NEWSROOM,), outline=self.outline)

    def _with_room_for(self, orphans: Sequence[Case]) -> Project:
        """Return the project with those articles alone in which a quote of ``orphans`` could stand."""
        opened = [self.open(each).article for each in self.filed if orphans and _may_hold(each, orphans)]
        return replace(self.frame, articles={article.name: article for article in opened if article})

    def _further(self, concerned: Callable[[Brief], bool], scope: Scope) -> Iterator[Finding]:
        for each in self.filed:
            if concerned(each.brief):
                dossier = self.open(each)
                yield from rules.run(alone(dossier, self.frame), dossier.cases, scopes=(scope,))

    @property
    def unseen(self) -> Project:
        """Return the project with none but the claims that readers do not see, or that excuse findings."""
        return replace(self.frame, claims=tuple(file for brief in self.briefs for file in brief.unseen))

    def spot(self, place: Location) -> Spot:
        """Return a place for people."""
        return self._spots.get(place) or self._locator(place.path)(place)

    @cached_property
    def _spots(self) -> Mapping[Location, Spot]:
        return {place: spot for brief in self.briefs for place, spot in brief.spots.items()}

    @cached_property
    def _by_path(self) -> dict[str, Filed]:
        found = {claim.path: each for each in self.filed for claim in each.brief.claims}
        for each in self.filed:
            article = each.job.article
            own = (article.file, article.beside) if article else ()
            found |= {file.path: each for file in own if file}
        return found

    def _locator(self, path: str) -> Callable[[Location], Spot]:
        """Return what finds places in the file at ``path``."""
        filed = self._by_path.get(path)
        key = filed.key if filed else ""
        if key not in self._locators:
            project = alone(self.open(filed), self.frame) if filed else self.frame
            self._locators[key] = locator(project)
        return self._locators[key]

    def counts(self, chosen: Callable[[str], bool] | None = None) -> Counts:
        """Count what became of all claims; of those whose file or article is ``chosen`` by its path."""
        return _sum([counts for each in self.filed if (counts := self._count(each, chosen))])

    def _count(self, filed: Filed, chosen: Callable[[str], bool] | None) -> Counts | None:
        brief = filed.brief
        if not (chosen is None or all(chosen(claim.path) for claim in brief.claims)):
            if not any(map(chosen, (brief.path, *(claim.path for claim in brief.claims)))):
                return None
        elif not brief.snapshots:
            return brief.counts
        dossier = self.open(filed)
        cases = tuple(case for case in dossier.cases if chosen is None or is_chosen(case, chosen))
        shown = {case.file.path for case in cases}
        files = tuple(f for f in dossier.files if chosen is None or f.path in shown or chosen(f.path))
        return counting.count(alone(dossier, self.frame), files, cases)


def _may_hold(filed: Filed, orphans: Sequence[Case]) -> bool:
    article = filed.job.article
    quotes = [case.claim.quote for case in orphans if article and case.article.name != article.name]
    if article is None or not quotes:
        return False
    # of Markdown, the text is not the file
    return not article.path.endswith(".txt") or may_stand(quotes, article.source.text)


def is_chosen(case: Case, chosen: Callable[[str], bool]) -> bool:
    """Tell whether the file or the article of a claim is chosen by its path."""
    return chosen(case.file.path) or chosen(case.article.path)


def _sum(counted: Sequence[Counts]) -> Counts:
    return Counts(**{each.name: sum(getattr(c, each.name) for c in counted) for each in fields(Counts)})
