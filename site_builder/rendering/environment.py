"""Jinja, set up once: everything escaped, nothing undefined, our filters and globals."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path

from jinja2 import DictLoader, Environment, FileSystemLoader, StrictUndefined

from site_builder.frozen import frozen
from site_builder.model.told import Told
from site_builder.rendering.assets import Assets, load_assets, load_fonts
from site_builder.rendering.compiling import Compiled, Workbench
from site_builder.rendering.hosted import with_reachable_code, with_rows_that_stack, without_inline_style
from site_builder.rendering.lettering import Lettering
from site_builder.rendering.markdown import inline_markdown
from site_builder.rendering.reviewed import topic_slug
from site_builder.rendering.site import Site
from site_builder.rendering.wording import Wording

_LATER = frozenset({"seal"})
"""What templates are not told of the site when they are compiled: it changes with every edit."""


@frozen
class Renderer:
    """What pages are made with."""

    environment: Environment
    compiled: Compiled
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
        with_rows_that_stack=with_rows_that_stack,
        topic_slug=topic_slug,
    )
    return environment


def make_environment(
    template_dirs: Sequence[Path], site: Site, compiled: Compiled, texts: Mapping[str, str] | None = None
) -> Environment:
    """Return an environment for the pages of ``site``, which looks for templates in ``template_dirs``, in order.

    ``compiled`` are those of them that were compiled before; ``texts`` are the templates by name, for machines that
    have no such folders.
    """
    environment = Workbench(
        Wording(site).globals(),
        _LATER,
        loader=FileSystemLoader([str(folder) for folder in template_dirs])
        if texts is None
        else DictLoader(texts),
        bytecode_cache=compiled,
    )
    equip(environment, site).filters["manual"] = compiled.manual
    return environment


def facts_of(site: Site) -> str:
    """Return a digest of all that templates know of the site when they are compiled."""
    known = {each.name: getattr(site, each.name) for each in fields(site) if each.name not in _LATER}
    known["prose"] = None if site.prose is None else sorted(site.prose)
    told = [words.language for words in (site.name, site.description) if isinstance(words, Told)]
    return hashlib.blake2b(repr((known, told)).encode("utf-8", "surrogatepass")).hexdigest()


def make_renderer(template_dirs: Sequence[Path], site: Site, assets: Assets | None = None) -> Renderer:
    """Return a renderer for ``site``; ``assets`` are read from ``template_dirs`` unless given."""
    assets = load_assets(template_dirs) if assets is None else assets
    fonts = load_fonts(template_dirs) if site.social_cards else {}
    compiled = Compiled(facts_of(site))
    return Renderer(make_environment(template_dirs, site, compiled), compiled, site, assets, Lettering(fonts))
