"""What was published before: from git, or from the ``claims.json`` of a published site.

Only what readers were promised is read, and it is read leniently, field by field: a claim file that was sound under
an earlier version of this program must still be compared.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from site_builder.model.amount import parse_amount
from site_builder.model.claim import Status
from site_builder.model.earlier import (
    Dated,
    Earlier,
    EarlierArticle,
    EarlierClaim,
    EarlierFigure,
    EarlierStep,
)
from site_builder.model.settings import Settings
from site_builder.model.source import Source
from site_builder.reading import git
from site_builder.reading.articles import reader_text
from site_builder.reading.documents import parse
from site_builder.reading.files import ARTICLE_ENDINGS, CLAIM_ENDINGS
from site_builder.reading.git import HistoryError
from site_builder.reading.settings import CONFIG, SettingsError, plugin_options, scale_path
from site_builder.text.digest import digest

_KEPT = ("articles", "claims", "scale", "language")


def read_earlier(root: Path, settings: Settings, against: str) -> Earlier:
    """Read the earlier record that ``against`` names: a published ``claims.json``, or else a git ref.

    Raises:
        HistoryError: there is neither, or it cannot be read.
    """
    path = root / against
    if path.is_file():
        return _published(path, settings)
    commit = git.commit(root, against)
    then = _settings_then(git.files_at(root, commit, (CONFIG,)), settings)
    return earlier_from(
        git.files_at(root, commit, (then.articles, then.claims, scale_path(then))), then, against
    )


def earlier_from(files: Mapping[str, bytes], settings: Settings, name: str) -> Earlier:
    """Return the earlier record that stood in ``files``, by their paths relative to the project."""
    claims = {claim.id: claim for claim in _claims(files, settings)}
    articles = {article.name: article for article in _articles(files, settings)}
    own = settings.language
    scale = _data(scale_path(settings), files.get(scale_path(settings), b""))
    steps = {
        _word(step, "label", own): EarlierStep(
            _word(step, "criterion", own), _word(step, "number"), _told(step, "criterion", own)
        )
        for step in _items(scale, "steps")
    }
    return Earlier(name, claims, articles, steps)


def _settings_then(files: Mapping[str, bytes], now: Settings) -> Settings:
    """Return the settings with the folders and the language of that time; where they cannot be read, today's."""
    data = _data(CONFIG, files.get(CONFIG, b""))
    kept = {key: value for key, value in plugin_options(data).items() if key in _KEPT}
    with suppress(SettingsError, ValueError):
        return Settings(**kept)
    return now


def _data(path: str, content: bytes) -> dict[str, Any]:
    data = parse(Source(path, content.decode("utf-8-sig", "replace")), tolerant=True).data
    return data if isinstance(data, dict) else {}


def _below(files: Mapping[str, bytes], folder: str, endings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield path and name of the files that the reading of folders would see."""
    top = PurePosixPath(folder)
    for path in files:
        inside = PurePosixPath(path)
        if not path.endswith(endings) or not inside.is_relative_to(top):
            continue
        relative = inside.relative_to(top)
        if not any(part.startswith(".") for part in relative.parts):
            yield path, str(relative.with_suffix(""))


def _claims(files: Mapping[str, bytes], settings: Settings) -> Iterator[EarlierClaim]:
    for path, id in _below(files, settings.claims, CLAIM_ENDINGS):
        data = _data(path, files[path])
        if path != scale_path(settings) and data:
            words = (_word(data, key) for key in ("article", "quote", "status"))
            yield _claim(id, path, data, *words, own=settings.language)


def _claim(
    id: str, path: str, data: Mapping[str, Any], article: str, quote: str, status: str, *, own: str
) -> EarlierClaim:
    corrections = _dated(data, "corrections", own)
    dates = [_word(data, "checked_on"), *(date for date, _ in corrections)]
    return EarlierClaim(
        id,
        path,
        article,
        Status(status) if status in list(Status) else Status.DRAFT,
        _word(data, "verdict"),
        _word(data, "claim", own),
        quote,
        tuple(_figure(item) for item in _items(data, "figures")),
        corrections,
        max((date for text in dates if (date := _date(text))), default=None),
        _told(data, "claim", own),
    )


def _figure(item: Mapping[str, Any]) -> EarlierFigure:
    written = _word(item, "value")
    try:
        return EarlierFigure(parse_amount(written), written, _word(item, "unit"))
    except ValueError:
        return EarlierFigure(None, written, _word(item, "unit"))


def _articles(files: Mapping[str, bytes], settings: Settings) -> Iterator[EarlierArticle]:
    for path, name in _below(files, settings.articles, ARTICLE_ENDINGS):
        text = reader_text(path, files[path].decode("utf-8-sig", "replace"))
        record = str(PurePosixPath(path).with_suffix(".yaml"))
        revisions = _dated(_data(record, files.get(record, b"")), "revisions", settings.language)
        yield EarlierArticle(name, digest(text), revisions, text)


def _published(path: Path, settings: Settings) -> Earlier:
    try:
        records = json.loads(path.read_bytes())
    except (OSError, ValueError):
        raise HistoryError(f"{path.name} cannot be read: it is no JSON") from None
    if not isinstance(records, list) or not all(isinstance(r, dict) and _word(r, "id") for r in records):
        raise HistoryError(f"{path.name} is not the claims.json of a published site")
    claims, articles = {}, {}
    for record in records:
        id, article, quote = _word(record, "id"), _part(record, "article"), _part(record, "quote")
        file = f"{settings.claims}/{id}.yaml"
        status = _word(record, "status") or Status.PUBLISHED
        words = (_word(article, "name"), _word(quote, "exact"), status)
        claims[id] = _claim(id, file, record, *words, own=settings.language)
        if seal := _word(article, "sha256"):
            name = _word(article, "name")
            articles[name] = EarlierArticle(name, seal, _dated(article, "revisions", settings.language))
    return Earlier(path.name, claims, articles)


def _word(data: Mapping[str, Any], key: str, own: str = "") -> str:
    """Return a value as text; of words told in several languages, those in ``own``."""
    value = data.get(key)
    if own and isinstance(value, dict):
        value = value.get(own)
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _told(data: Mapping[str, Any], key: str, own: str) -> dict[str, str]:
    return {code: _word(texts, code) for texts in (_part(data, key),) for code in texts if code != own}


def _part(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def _items(data: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    value = data.get(key)
    yield from (item for item in value if isinstance(item, dict)) if isinstance(value, list) else ()


def _dated(data: Mapping[str, Any], key: str, own: str) -> tuple[Dated, ...]:
    return tuple((_word(item, "date"), _word(item, "text", own)) for item in _items(data, key))


def _date(text: str) -> datetime.date | None:
    with suppress(ValueError):
        return datetime.date.fromisoformat(text)
    return None
