"""A newsroom in memory, from the data of a case: articles, claim files, scale and settings, nothing on disk."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, ClassVar

import yaml

from site_builder import pipeline, policy, rules
from site_builder.model.article import Article
from site_builder.model.earlier import Earlier
from site_builder.model.finding import Judged
from site_builder.model.project import ClaimFile, KeptText, Project, RecordFile
from site_builder.model.scale import Scale
from site_builder.model.settings import Settings
from site_builder.model.source import Source
from site_builder.model.told import Translations
from site_builder.reading.articles import parse_article
from site_builder.reading.claims import parse_claim
from site_builder.reading.history import earlier_from
from site_builder.reading.places import locator
from site_builder.reading.settings import parse_scale

TODAY = datetime.date(2025, 11, 30)

TEXT = "The mayor opened the bridge in May.\n\nThe bridge cost 1,600 euros.\n"

RECORD = {"working_title": "A bridge", "language": "en"}

CLAIM = {
    "article": "piece",
    "quote": "The mayor opened the bridge in May",
    "claim": "The mayor opened the bridge.",
    "verdict": "right",
    "conclusion": "She did.",
    "explanation": "The town's record says so.",
    "evidence": [{"stance": "supports", "publisher": "The Town", "shows": "Who opened the bridge."}],
    "checked_on": "2025-11-20",
    "status": "published",
}


class _AsAnEditorWould(yaml.SafeDumper):
    """Quotes only what needs quotes: not dates and numbers, which are text to us. Writes what is twice twice."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _step(id: str, number: str = "", **more: Any) -> dict[str, Any]:
    look = {"tone": "grey", "icon": "ring", "line": "dotted"}
    numbered = {"number": number} if number else {}
    return {"id": id.replace(" ", "-"), "label": id, "criterion": f"It is {id}.", **look, **numbered, **more}


SCALE = {
    "steps": [
        _step("right", "3"),
        _step("half right", "2"),
        _step("wrong", "1"),
        _step("mistranslated"),
        _step("open", needs_evidence="false"),
    ]
}


def written(value: Any) -> str:
    """Return the text of a YAML file: as given, or dumped from plain data."""
    if isinstance(value, str):
        return value
    return yaml.dump(value, Dumper=_AsAnEditorWould, allow_unicode=True, sort_keys=False, width=1000)


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``base`` with the keys of ``over``; a key given as ``null`` is taken out."""
    return {key: value for key, value in {**base, **over}.items() if value != "null"}


def project(data: Mapping[str, Any]) -> Project:
    """Build a project from a case's data.

    ``article`` (text) and ``record``, or ``articles`` (name to text and record); ``claim``, or ``claims`` (id
    to claim); ``scale``, ``settings`` and ``today``; ``earlier``, what was published before. A claim or
    record given as text is the file as it stands, one given as keys is laid over a sound one. ``kept`` are
    copies of sources, name to text.
    """
    pieces = data.get("articles") or {
        "piece": {k: data[k] for k in ("article", "record", "ending") if k in data}
    }
    settings = Settings(**data.get("settings", {}))
    articles = {name: _article(name, piece, settings) for name, piece in pieces.items()}
    claims = data.get("claims") or {"piece/bridge": data.get("claim", {})}
    scale, broken, told = _scale(data.get("scale", SCALE), settings)
    today = data.get("today", TODAY)
    files = tuple(_claim(id, claim, settings) for id, claim in claims.items())
    kept = {name: _kept(name, text) for name, text in data.get("kept", {}).items()}
    earlier = _earlier(data["earlier"], settings) if "earlier" in data else None
    source = _scale_source(data)
    return Project(settings, scale, articles, files, today, broken, kept, earlier, source, told)


def _earlier(data: Mapping[str, Any], settings: Settings) -> Earlier:
    """Return the newsroom of a case as it stood before: ``claim`` or ``claims``, and ``article`` or ``articles``."""
    files = {"claims/scale.yaml": written(data.get("scale", SCALE))}
    for name, piece in (data.get("articles") or {"piece": data}).items():
        files[f"seeds/{name}.txt"] = piece.get("article", TEXT)
        files[f"seeds/{name}.yaml"] = written(merged(RECORD, piece.get("record", {})))
    for id, claim in (data.get("claims") or {"piece/bridge": data.get("claim", {})}).items():
        files[f"claims/{id}.yaml"] = claim if isinstance(claim, str) else written(merged(CLAIM, claim))
    return earlier_from({path: text.encode() for path, text in files.items()}, settings, "main")


def _kept(name: str, text: str) -> KeptText:
    return KeptText(f"evidence/{name}", text, hashlib.sha256(text.encode()).hexdigest())


def _article(name: str, piece: Mapping[str, Any], settings: Settings) -> Article:
    record = piece.get("record", {})
    source = Source(
        f"seeds/{name}.yaml", record if isinstance(record, str) else written(merged(RECORD, record))
    )
    path = f"seeds/{name}{piece.get('ending', '.txt')}"
    return parse_article(name, path, piece.get("article", TEXT), source, language=settings.language)


def _claim(id: str, claim: Any, settings: Settings) -> ClaimFile:
    text = claim if isinstance(claim, str) else written(merged(CLAIM, claim))
    return parse_claim(Source(f"claims/{id}.yaml", text), id, settings.language)


def _scale_source(data: Mapping[str, Any]) -> Source:
    return Source("claims/scale.yaml", written(data.get("scale", SCALE)))


def _scale(data: Any, settings: Settings) -> tuple[Scale, tuple[RecordFile, ...], Translations]:
    source = _scale_source({"scale": data})
    scale, problems, told = parse_scale(source, settings.language)
    if scale is None:
        return Scale.model_construct(steps=()), (RecordFile(source, problems),), told
    return scale, (), told


def judged(data: Mapping[str, Any]) -> tuple[Judged, ...]:
    """Check the newsroom of a case as the whole line does, and return every finding."""
    newsroom = project(data)
    cases = pipeline.make_cases(newsroom)
    return policy.judge(rules.run(newsroom, cases), newsroom, locator(newsroom))


def name_of(path: str) -> str:
    """Return a path's last part without its ending."""
    return PurePosixPath(path).stem
