"""The page on which editors work without git: Sveltia CMS, its settings, and a policy that lets it reach its forge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from site_builder.model.project import Project
from site_builder.model.settings import Admin
from site_builder.rendering.cms import config
from site_builder.rendering.environment import make_renderer
from site_builder.rendering.json_text import json_text
from site_builder.rendering.page import Page, page_at
from site_builder.rendering.site import Site

FOLDER = "admin/"
_PROGRAM = f"{FOLDER}sveltia-cms/"
VENDORED = Path("admin/node_modules/@sveltia/cms")
"""Where npm puts the program, relative to the newsroom's folder."""
_BUILD = "npm"
"""The folder in it with the build that has its fonts beside it; the other loads them from elsewhere."""
_START = 'import CMS from "./sveltia-cms/index.js";\nCMS.init();\n'
_FORGES = {
    "github": ("https://api.github.com", "https://github.com"),
    "gitlab": ("https://gitlab.com",),
    "gitea": (),
}
_PORTRAITS = ("https://avatars.githubusercontent.com", "https://secure.gravatar.com")


class NotVendored(Exception):
    """The program of the editing page is not there."""


def admin_pages(project: Project, root: Path, site: Site, templates: Sequence[Path]) -> Iterator[Page]:
    """Yield the page for editors, its settings and its program; nothing where the newsroom wants none.

    Raises:
        NotVendored: the program was not installed; the message says how.
    """
    admin = project.settings.admin
    if admin is None:
        return
    if not (root / VENDORED / _BUILD / "index.js").is_file():
        raise NotVendored(
            "`admin` is set in mkdocs.yml, but its program, Sveltia CMS, is not installed: run `site-builder admin`"
        )
    yield from _program(root / VENDORED)
    yield Page(f"{FOLDER}start.js", _START)
    yield Page(f"{FOLDER}config.json", json_text(config(project, admin)))
    names = {"root": "..", "forges": _addresses(admin), "portraits": " ".join(_PORTRAITS)}
    yield Page(page_at(FOLDER), make_renderer(templates, site).page("admin.html", **names))


def _program(folder: Path) -> Iterator[Page]:
    yield Page(f"{_PROGRAM}LICENSE.txt", (folder / "LICENSE.txt").read_bytes())
    for path in sorted((folder / _BUILD).rglob("*")):
        if path.is_file() and path.suffix != ".map":
            yield Page(_PROGRAM + path.relative_to(folder / _BUILD).as_posix(), path.read_bytes())


def _addresses(admin: Admin) -> str:
    """Return the addresses that the page may reach: those of the forge that the newsroom's files are kept on."""
    own = [address for address in (admin.base_url, admin.api_root) if address]
    origins = [f"{parts.scheme}://{parts.netloc}" for parts in map(urlsplit, own)]
    return " ".join(dict.fromkeys([*_FORGES[admin.name], *origins]))
