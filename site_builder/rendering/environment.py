"""Jinja, set up once: everything escaped, nothing undefined, our filters and globals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from site_builder.model.told import Told
from site_builder.rendering.assets import Assets, load_assets, load_fonts
from site_builder.rendering.catalogue import topic_slug
from site_builder.rendering.hosted import with_reachable_code, without_inline_style
from site_builder.rendering.lettering import Lettering
from site_builder.rendering.markdown import inline_markdown
from site_builder.rendering.site import Site
from site_builder.rendering.wording import Wording


class _Memory(BytecodeCache):
    """Compiled templates, kept for the life of the process: a preview rebuilds often."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill ``bucket`` if its source is the one that was compiled."""
        code = self._kept.get((bucket.key, bucket.checksum))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Memory()


@dataclass(frozen=True, slots=True)
class Renderer:
    """What pages are made with."""

    environment: Environment
    site: Site
    assets: Assets
    lettering: Lettering

    def has_card(self, words: str) -> bool:
        """Tell whether a social card can be made that shows ``words``."""
        return self.site.social_cards and self.lettering.can_set(words)

    def page(self, template: str, **names: object) -> str:
        """Render ``template`` with ``names``."""
        return self.environment.get_template(template).render(names)


def _sentence_case(words: str) -> str:
    cased = words[:1].upper() + words[1:]
    return Told(cased, words.language, words.said) if isinstance(words, Told) else cased


def equip(environment: Environment, site: Site) -> Environment:
    """Give any Jinja environment our filters, globals and strictness; MkDocs' own too. Returns it."""
    environment.autoescape = True
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    wording = Wording(site)
    environment.globals.update(wording.globals())
    environment.filters.update(
        wording.filters(),
        inline_markdown=inline_markdown,
        sentence_case=_sentence_case,
        without_inline_style=without_inline_style,
        with_reachable_code=with_reachable_code,
        topic_slug=topic_slug,
    )
    return environment


def make_environment(template_dirs: Sequence[Path]) -> Environment:
    """Return an environment that looks for templates in ``template_dirs``, in order."""
    return Environment(
        loader=FileSystemLoader([str(folder) for folder in template_dirs]),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=_COMPILED,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
    )


def make_renderer(template_dirs: Sequence[Path], site: Site, assets: Assets | None = None) -> Renderer:
    """Return a renderer for ``site``; ``assets`` are read from ``template_dirs`` unless given."""
    environment = equip(make_environment(template_dirs), site)
    assets = load_assets(template_dirs) if assets is None else assets
    fonts = load_fonts(template_dirs) if site.social_cards else {}
    return Renderer(environment, site, assets, Lettering(fonts))
