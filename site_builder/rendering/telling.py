"""The newsroom as the pages of one language tell it: the same claims and articles, our own words in that language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_builder.model.article import Article
from site_builder.model.claim import Claim
from site_builder.model.project import Case, ClaimFile, Project
from site_builder.model.told import Told, told_in
from site_builder.text.normal import primary


def tell(project: Project, cases: Sequence[Case], language: str) -> tuple[Project, tuple[Case, ...]]:
    """Return the project and its cases as told in ``language``; as they are in the site's own."""
    if language == project.settings.language:
        return project, tuple(cases)
    teller = _Teller(project, language)
    return teller.project, tuple(teller.case(case) for case in cases)


class _Teller:
    """Tells one project in one language; each of its parts once."""

    def __init__(self, project: Project, language: str) -> None:
        self._topics = project.settings.topics
        self._own, self._language = project.settings.language, language
        scale = told_in(project.scale, project.scale_translations, language, self._own)
        steps = zip(project.scale.steps, scale.steps, strict=True)
        self._verdicts = {step.label: told.label for step, told in steps}
        self._steps = {step.id: step for step in scale.steps}
        self._articles = {name: self._article(article) for name, article in project.articles.items()}
        self._files = {file.path: self._file(file) for file in project.claims}
        self.project = replace(
            project,
            scale=scale,
            articles=self._articles,
            claims=tuple(self._files[file.path] for file in project.claims),
        )

    def case(self, case: Case) -> Case:
        """Return the case with its claim, article and verdict as told."""
        file = self._files[case.file.path]
        return replace(
            case,
            file=file,
            claim=file.claim or case.claim,
            article=self._articles[case.article.name],
            step=self._steps[case.step.id] if case.step else None,
        )

    def _article(self, article: Article) -> Article:
        record = told_in(article.record, article.translations, self._language, self._own)
        return replace(article, record=record)

    def _file(self, file: ClaimFile) -> ClaimFile:
        return replace(file, claim=self._claim(file.claim, file)) if file.claim else file

    def _claim(self, claim: Claim, file: ClaimFile) -> Claim:
        told = told_in(claim, file.translations, self._language, self._own)
        article = self._articles.get(claim.article)
        spoken = {text.id: text.language for text in article.record.chain} if article else {}
        spoken["article"] = article.language if article else self._own
        evidence = tuple(
            e.model_copy(update={"translation": self._gloss(e.translation, e.language or self._own)})
            for e in told.evidence
        )
        chain = tuple(
            link.model_copy(update={"translation": self._gloss(link.translation, spoken.get(link.text, ""))})
            for link in told.chain
        )
        update = {
            "verdict": self._verdicts.get(claim.verdict, claim.verdict),
            "topics": tuple(self._topic(topic) for topic in claim.topics),
            "translation": self._gloss(told.translation, spoken["article"]),
            "evidence": evidence,
            "chain": chain,
        }
        return told.model_copy(update=update)

    def _gloss(self, words: str | None, quoted: str) -> str | None:
        """Return a quote's translation; none that is foreign to readers who can read the quote itself."""
        foreign = isinstance(words, Told) and words.language != self._language
        return None if foreign and primary(quoted) == primary(self._language) else words

    def _topic(self, topic: str) -> Told:
        names = self._topics.get(topic, {})
        return _name(names, topic, self._language, self._own)


def _name(names: Mapping[str, str], said: str, language: str, own: str) -> Told:
    return Told(names[language], language, said) if language in names else Told(said, own, said)
