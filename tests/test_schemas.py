"""The schemas accept what our reader accepts, and refuse what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft7Validator

from site_builder.model.article import ArticleRecord
from site_builder.model.claim import Claim
from site_builder.model.scale import Scale
from site_builder.model.source import Source
from site_builder.reading.documents import parse
from site_builder.reading.records import build
from site_builder.reading.told import build_told
from site_builder.schemas import KINDS, Known, schema
from tests.conftest import ROOT
from tests.rules.newsroom import CLAIM

MODELS = {"claim": Claim, "article": ArticleRecord, "scale": Scale}
FILES = {
    "claim": sorted(ROOT.glob("claims/*/*.yaml")),
    "article": sorted(ROOT.glob("seeds/*.yaml")),
    "scale": [ROOT / "claims/scale.yaml"],
}


class _Yaml12(yaml.SafeLoader):
    """As YAML 1.2 resolves values, and with it the editors' language server: a date is text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [(tag, pattern) for tag, pattern in found if not tag.endswith("timestamp")]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def errors(kind: str, text: str, known: Known | None = None) -> list[str]:
    found = Draft7Validator(schema(kind, known)).iter_errors(yaml.load(text, Loader=_Yaml12))
    return [error.message for error in found]


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_a_schema(kind: str) -> None:
    Draft7Validator.check_schema(schema(kind))


@pytest.mark.parametrize(("kind", "path"), [(k, p) for k in KINDS for p in FILES[k]], ids=str)
def test_sound_files_pass(kind: str, path: Path) -> None:
    assert errors(kind, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_says_what_it_is(kind: str) -> None:
    def walk(node: dict[str, Any], name: str) -> None:
        for key, field in node.get("properties", {}).items():
            assert field.get("markdownDescription"), f"{name}.{key}"
            walk(field, f"{name}.{key}")
            walk(field.get("items", {}), f"{name}.{key}")

    walk(schema(kind), kind)


CHANGES = {
    "published: 2025": True,
    "published: 2025-10": True,
    "published: 2025-13": False,
    "published: autumn": False,
    "title: 1984": True,
    "title:": True,
    "title: [a]": False,
    "read: 2025-10-24": True,
    "language: id": True,
    "language: Indonesian": False,
    "url: https://example.org/a": True,
    "url: www.example.org": False,
    "titel: x": False,
    "stance: refutes": True,
    "stance: refuted": False,
    "shows: {en: What it shows}": True,
    "shows: {en: What it shows, id: Isinya, zh-Hant: 內容}": True,
    "shows: {Indonesian: Isinya}": False,
    "shows: {en: [a]}": False,
    "shows: [a]": False,
    "shows:": True,
    "shows: {}": False,
    "shows: 1984": True,
    "translation: {id: Isinya}": True,
    "quote: {en: Its words}": False,
}


@pytest.mark.parametrize(("line", "sound"), CHANGES.items())
def test_agrees_with_the_reader(line: str, sound: bool) -> None:
    base = {key: value for key, value in CLAIM.items() if key != "evidence"}
    stance = "" if line.startswith("stance") else "    stance: context\n"
    text = f"{yaml.dump(base)}evidence:\n  - publisher: The Town\n{stance}    {line}\n"
    assert (errors("claim", text) == []) is sound
    _, problems, _ = build_told(Claim, parse(Source("claim.yaml", text)), "en")
    assert (problems == ()) is sound


@pytest.mark.parametrize("value", ["600", "1,600", "2.5", "80 to 100", "80–100", "-6", "many", "80 bis 100"])
def test_amounts_agree_with_the_reader(value: str) -> None:
    text = f"{yaml.dump({**CLAIM, 'figures': []})}".replace("figures: []", f"figures:\n- value: {value}")
    _, problems = build(Claim, parse(Source("claim.yaml", text)))
    assert (errors("claim", text) == []) is (problems == ())


def test_newsroom_narrows_its_own_words() -> None:
    known = Known(["right"], ["piece"], ["Bridges"], ["quote-not-found"])
    text = yaml.dump({**CLAIM, "topics": ["Anything"]})
    assert errors("claim", text, known) == []
    assert errors("claim", text.replace("verdict: right", "verdict: rihgt"), known)
    assert errors("claim", text.replace("article: piece", "article: peice"), known)
