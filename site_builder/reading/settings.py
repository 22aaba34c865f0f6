"""The newsroom's settings, from ``mkdocs.yml``, and its verdict scale."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from site_builder.model.scale import Scale
from site_builder.model.settings import Settings
from site_builder.model.source import Problem, Source
from site_builder.model.told import Translations
from site_builder.reading.documents import Document, parse
from site_builder.reading.files import read
from site_builder.reading.home import CONFIG, SettingsError, find_root
from site_builder.reading.records import build
from site_builder.reading.told import build_told

__all__ = [
    "CONFIG",
    "SettingsError",
    "find_root",
    "fit",
    "parse_scale",
    "plugin_options",
    "read_settings",
    "scale_path",
    "settings_from",
]

_GRAVITY = ("policy", "gravity")
_STANCES = ("policy", "stances")
_FROM_SITE = ("site_name", "site_url", "site_description")


def read_settings(root: Path) -> Settings:
    """Read the settings from ``mkdocs.yml``.

    Raises:
        SettingsError: the file cannot be read, or a setting is unknown or wrong.
    """
    source, problem = read(root, CONFIG)
    document = parse(source, tolerant=True)
    if problem or document.problems:
        raise SettingsError(_say(source, problem or document.problems[0]))
    data = document.data if isinstance(document.data, dict) else {}
    site = {key: data[key] for key in _FROM_SITE if data.get(key)}
    return settings_from(source, {**plugin_options(data), **site})


def settings_from(source: Source, options: Mapping[str, Any]) -> Settings:
    """Build settings from plain options.

    Raises:
        SettingsError: an option is unknown or wrong.
    """
    settings, problems = build(Settings, Document(source, dict(options)))
    if settings is None:
        raise SettingsError(_say(source, problems[0]))
    if settings.policy.gravity:
        _see_that_rules_are_known(source, settings)
    return settings


def _see_that_rules_are_known(source: Source, settings: Settings) -> None:
    # the rules bring everything along, and most newsrooms name none
    from site_builder import policy

    for name, near in policy.unknown_rules(settings.policy):
        advice = f"did you mean `{near}`?" if near else "`site-builder explain` lists the rules"
        raise SettingsError(
            _say(source, Problem("wrong-value", f"there is no rule `{name}`", _GRAVITY, advice))
        )


def fit(settings: Settings, scale: Scale) -> None:
    """See that the settings speak of verdicts that the scale has; one that cannot be read has none, and fits.

    Raises:
        SettingsError: they name another verdict.
    """
    labels = [step.label for step in scale.steps]
    for verdict in settings.policy.stances if labels else ():
        if verdict not in labels:
            advice = f"write one of {', '.join(f'`{label}`' for label in labels)}"
            problem = Problem("wrong-value", f"the scale has no verdict `{verdict}`", _STANCES, advice)
            raise SettingsError(_say(Source(CONFIG, ""), problem))


def plugin_options(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return our block under ``plugins`` in the plain data of ``mkdocs.yml``."""
    plugins = data.get("plugins")
    items = plugins if isinstance(plugins, list) else [plugins] if isinstance(plugins, dict) else []
    for item in items:
        if isinstance(item, dict) and isinstance(item.get("site_builder"), dict):
            return dict(item["site_builder"])
    return {}


def parse_scale(
    source: Source, language: str = "en"
) -> tuple[Scale | None, tuple[Problem, ...], Translations]:
    """Read a verdict scale, and its words in other languages than the site's."""
    return build_told(Scale, parse(source), language)


def scale_path(settings: Settings) -> str:
    """Return where the scale stands, POSIX, relative to the project."""
    return os.path.normpath(settings.scale or f"{settings.claims}/scale.yaml")


def _say(source: Source, problem: Problem) -> str:
    route = ".".join(str(step) for step in problem.route)
    where = f"{source.path}:{problem.line}:{problem.column}" if problem.line else f"{source.path} ({route})"
    return f"{where}: {problem.message}" + (f": {problem.help}" if problem.help else "")
