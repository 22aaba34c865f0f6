"""Settings that speak of the scale must speak of what it has."""

from __future__ import annotations

import pytest

from site_builder.model.scale import Scale
from site_builder.model.settings import Settings
from site_builder.model.source import Source
from site_builder.reading.settings import SettingsError, fit, settings_from
from tests.rules.newsroom import SCALE

POLICY = {"stances": {"wrng": ["refutes"]}}


def test_a_verdict_that_the_scale_has_not_is_refused() -> None:
    with pytest.raises(
        SettingsError, match=r"mkdocs.yml \(policy.stances\): the scale has no verdict `wrng`"
    ):
        fit(Settings(policy=POLICY), Scale(**SCALE))


def test_verdicts_of_the_scale_fit() -> None:
    fit(Settings(policy={"stances": {"wrong": ["refutes"]}}), Scale(**SCALE))


def test_a_scale_that_cannot_be_read_is_told_elsewhere() -> None:
    fit(Settings(policy=POLICY), Scale.model_construct(steps=()))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"languages": ["id", "vi"]}, "`languages` names `en` too"),
        ({"languages": ["en", "id", "id"]}, "each language once"),
        ({"languages": ["en", "Indonesian"]}, "BCP 47"),
        ({"languages": "id"}, "holds one value where a list belongs"),
        ({"topics": {"Pay": {"Indonesian": "Gaji"}}}, "BCP 47"),
    ],
)
def test_languages_that_do_not_fit_are_refused(options: dict[str, object], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        settings_from(Source("mkdocs.yml", ""), options)


def test_published_languages_begin_with_the_sites_own() -> None:
    assert Settings(language="id", languages=("en", "id")).published_in == ("id", "en")
    assert Settings().published_in == ("en",)
