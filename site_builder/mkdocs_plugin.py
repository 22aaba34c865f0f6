"""MkDocs as our host: the only file that imports it, with no logic of its own.

MkDocs renders the prose pages; ours are written beside them. The site is built next to the published one and
put in its place at the end, so that a build that fails, for whatever reason, changes nothing.
"""

from __future__ import annotations

import datetime
import gc
import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, PluginError
from mkdocs.plugins import BasePlugin, event_priority

from site_builder import caching, renewing, standing, writing
from site_builder.folders import template_folders

# What a build needs, and a look at a site that stands already does not, is imported where it is used.
if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

    from site_builder import previewing
    from site_builder.model.settings import Settings
    from site_builder.pipeline import Checked

log = logging.getLogger("mkdocs.plugins.site_builder")

_PROGRAM = ("mkdocs", "mkdocs.exe", "__main__.py")
"""What MkDocs is started as; `python -m mkdocs` has the last."""
_FROM_SITE, _CONFIG = {"site_name", "site_url", "site_description"}, "mkdocs.yml"


class _Options(Config):  # type: ignore[no-untyped-call]
    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Let everything through: the settings are checked once, by our own model."""
        return [], []


class SiteBuilderPlugin(BasePlugin[_Options]):  # type: ignore[no-untyped-call]
    """Check every claim, stop a build that is unsound, and write our pages beside MkDocs' own."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview."""
        self.command, self.preview = "dirty build" if dirty else command, command == "serve"
        self.checked: Checked | None = None
        self.ears: previewing.Ears | None = None
        self.held, self.objects = cast("Any", ({}, {}) if self.preview else (None, None))

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the settings, and turn the build away from the published folder."""
        from site_builder.reporting.warned import Warnings

        # a build makes millions of things and no rings of them: looking for rings took an eighth of its time
        gc.disable()
        self.root = Path(config.config_file_path or _CONFIG).resolve().parent
        self.target = Path(config.site_dir)
        self.wish = self._look_whether_it_stands(config)
        self.settings = self._settings(config)
        self.templates = template_folders(self.root / self.settings.templates)
        config.theme.dirs[:0] = [str(t) for t in self.templates if str(t) not in config.theme.dirs]
        # Ours are complete; MkDocs' would carry the date of the build.
        config.theme.static_templates.clear()
        self.warnings = Warnings()
        logging.getLogger("mkdocs").addHandler(self.warnings)
        if self.wish:
            own = (*self.settings.places, self.settings.templates, "admin")
            self.wish.look_at([*self.given, *self.templates, *(self.root / place for place in own)])
        self._open_ground()
        config.site_dir = str(self.staged)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check every claim. An unsound one stops the build here, before anything is written."""
        from site_builder import pipeline
        from site_builder.reading.settings import SettingsError
        from site_builder.rendering.site import NO_ADDRESS
        from site_builder.reporting import building
        from site_builder.work import open_workshop

        try:
            with open_workshop(self.root, self.settings, log.info, self.objects) as workshop:
                if self.checked:
                    self.checked.keep_in(workshop.memory)
                looked = self.wish.looked(self.root) if self.wish else None
                if self.ears:
                    looked = self.ears.look_around(self.root, self.settings.places, workshop.memory)
                now = (self.root, datetime.date.today())
                checked = pipeline.examine(*now, settings=self.settings, workshop=workshop, looked=looked)
        except SettingsError as error:
            raise PluginError(str(error)) from None
        before, report = self.checked, checked.report
        if not report.blocks:
            self.checked, self.unsound = checked, ""
            if log.isEnabledFor(logging.INFO):
                log.info("Claims checked.\n%s", building.passed(report, before.report if before else None))
            if not self.settings.site_url:
                log.info(NO_ADDRESS)
        elif self.preview and self.checked:
            # MkDocs' server answers nothing after a failed build: an editor would lose the page.
            self.unsound = building.stopped(report, self.checked.report)
            log.error("A claim is unsound: the preview keeps the last sound version.\n\n%s", self.unsound)
        else:
            raise PluginError("The site is not built: a claim is unsound.\n\n" + building.stopped(report))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep the theme's own files out: ours are written with their fingerprints, and MkDocs has a raw site map."""
        for file in list(files):
            if any(str(file.abs_src_path).startswith(f"{folder}/") for folder in config.theme.dirs):
                files.remove(file)
        self.prose = {file.url for file in files.documentation_pages()}
        return files

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Give the prose pages the same template rules as ours."""
        from site_builder import rendering

        self.site = self._site()
        rendering.equip(env, self.site)
        self.sites = rendering.editions(self.site, self.settings, self.templates)
        return env

    def on_page_context(self, context: Any, *, page: Any, config: MkDocsConfig, nav: Any) -> Any:
        """Give a prose page below the folder of a language the words of that language."""
        from site_builder import rendering

        within = (site for site in self.sites if site.folder and page.url.startswith(site.folder))
        if site := next(within, None):
            context.update(rendering.names_in(site))
        return context

    @event_priority(-100)  # after every other plugin has written its files
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write our pages, then put the finished site in the place of the old one."""
        from site_builder import pipeline, rendering
        from site_builder.archive.printing import Printer
        from site_builder.work import open_workshop

        checked: Any = self.checked  # a build that comes this far was checked
        with open_workshop(self.root, self.settings, log.info, self.objects) as workshop:
            share = Printer(workshop, all_pages=not self.ground.has_pages, folder=self.ground.open_folder)
            what = (self.site, self.templates, share, workshop.memory, self.held)
            press = rendering.press(checked.newsroom, *what, self.ground.former)
            self._write(press.outputs())
        light = self.preview or not self.settings.search
        self._write(pipeline.search_files(checked.newsroom, press, self.sites, preview=light))
        self._write(self._cards(press.catalogues()))
        self._write_admin(checked)
        whole = self.ground.join(self.staged)
        if self.settings.verify:
            self._verify(checked, whole)
        if config.strict and self.warnings.count:
            raise PluginError(f"The site is not published: {self.warnings.count} warnings in strict mode.")
        looks = self.ground.publish(whole, self.staged, self.target)
        if self.wish and self.settings.cache:
            self.wish.keep(looks or standing.see_site(self.target, self.store))
        self._restore(config)

    def on_build_error(self, *, error: Exception) -> None:
        """Remove what was begun; the published site was never touched."""
        gc.enable()
        from site_builder import rendering
        from site_builder.reporting import fault

        logging.getLogger("mkdocs").removeHandler(getattr(self, "warnings", logging.NullHandler()))
        if staged := getattr(self, "staged", None):
            writing.release(staged)
        if ground := getattr(self, "ground", None):
            ground.close()
        if isinstance(error, BuildError):
            return
        if broken := rendering.describe_template_error(error):
            raise PluginError(f"The site is not built: a template is broken.\n\n{broken}") from None
        if isinstance(error, OSError):
            raise PluginError(f"The site is not built: {error}") from None
        raise PluginError(fault.describe(error)) from None

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Reload the preview when a claim, an article or a template changes."""
        from site_builder import previewing

        watched = (config.docs_dir, *filter(None, [config.config_file_path]))
        own = (*self.settings.places, self.settings.templates)
        self.ears = previewing.hear(server, watched, [self.root / place for place in own])
        previewing.serve_from(server, self.target, lambda: self.unsound)
        return server

    def _look_whether_it_stands(self, config: MkDocsConfig) -> standing.Wish | None:
        """End the program where the site is there already. Only its own: who calls MkDocs from a program goes on."""
        store = caching.open_store(self.root, "standing") if self._is_all_known(config) else None
        if not store:
            return None
        said = (config.strict, config.use_directory_urls, str(self.target), datetime.date.today())
        self.given = list(map(Path, (config.config_file_path, config.docs_dir, *config.theme.dirs)))
        self.store, wish = store, standing.Wish("site", [repr((self.given, said))], store)
        found: caching.Seen | None = wish.find()
        if found and found.still():
            log.info("Nothing has changed since the last build: the site stands as it is.")
            writing.clear(self.target)
            raise SystemExit(0)
        return wish

    def _is_all_known(self, config: MkDocsConfig) -> bool:
        """Tell whether nothing but files decides what is built: no other plugin, no hook, no variable."""
        written = Path(config.config_file_path).read_text(encoding="utf-8", errors="replace")
        return (
            self.command == "build"
            and self.config.get("cache") is not False
            and list(config.plugins) == ["site_builder"]
            and not config.hooks
            and "!ENV" not in written
            and "INHERIT" not in written
            and Path(sys.argv[0]).name in _PROGRAM
        )

    def _open_ground(self) -> None:
        self.ground: renewing.Bare
        if self.preview:
            from site_builder import previewing

            opened = previewing.open_ground(self.root, self.target, kept=self.settings.cache)
            self.target, self.staged, self.ground = opened
        else:
            self.staged = writing.stage(self.target)
            kept_in = self.root if self.settings.cache else None
            self.ground = renewing.open_ground(kept_in, self.staged, self.target)

    def _settings(self, config: MkDocsConfig) -> Settings:
        from site_builder.model.source import Source
        from site_builder.reading.settings import SettingsError, settings_from

        options = {key: value for key, value in self.config.items() if value is not None}
        options |= {key: config[key] for key in _FROM_SITE if config.get(key)}
        try:
            return settings_from(Source(_CONFIG, ""), options)
        except SettingsError as error:
            raise PluginError(str(error)) from None

    def _site(self) -> Any:
        from site_builder import pipeline, rendering

        # nobody verifies a preview, and pages without a seal stay the same when others change
        checked = self.checked if self.settings.verify or not self.preview else None
        seal = pipeline.seal(checked.newsroom, self.root) if checked else ""
        return rendering.make_site(
            self.settings, preview=self.preview, templates=self.templates, seal=seal, prose=self.prose
        )

    def _cards(self, catalogues: Iterator[Any]) -> Iterator[writing.Output]:
        from site_builder import illustrating

        what = (self.settings, catalogues, self.sites, self.templates, self.root)
        return illustrating.social_cards(*what, log.info)

    def _write_admin(self, checked: Checked) -> None:
        from site_builder import rendering

        if not self.settings.admin:
            return
        try:
            self._write(rendering.admin_pages(checked.project, self.root, self.site, self.templates))
        except rendering.NotVendored as missing:
            raise PluginError(f"The site is not published: {missing}") from None

    def _write(self, pages: Iterable[writing.Output | writing.Several]) -> None:
        writing.write(self.ground.missing(pages), self.staged)

    def _verify(self, checked: Checked, whole: Path) -> None:
        from site_builder import pipeline
        from site_builder.reporting import site
        from site_builder.verifying import Library

        # every byte is read again; what a page of these bytes holds is known
        store, name = caching.open_store(self.root) if self.settings.cache else None, self.target.name
        library = Library(store.get(store.name("pages")) if store else None)
        verified = pipeline.verify(checked.project, checked.cases, self.root, whole, name, library)
        if store:
            store.put(store.name("pages"), library.read)
        if verified.judged:
            told = site.render(verified)
            raise PluginError(f"The site is not published: it is not what the files say.\n\n{told}")

    def _restore(self, config: MkDocsConfig) -> None:
        if Path(sys.argv[0]).name not in _PROGRAM:
            gc.enable()
        elif not self.preview:
            # the program is about to end, and would look through all that there is
            gc.freeze()
        self.ground.close()
        config.site_dir = str(self.target)
        logging.getLogger("mkdocs").removeHandler(self.warnings)
