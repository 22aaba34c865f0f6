"""``site-builder admin``."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import click

from site_builder.cli import disk, options, screen
from site_builder.cli.teaching import Teaching
from site_builder.cli.told import Told
from site_builder.newsroom import editing_page
from site_builder.reading.settings import find_root, read_settings

FOLDER = "admin"


@click.command(
    "admin",
    cls=Teaching,
    examples={
        "site-builder admin": "Installs it, or the version that belongs to this one.",
    },
)
@options.root
def command(root: Path) -> None:
    """Install the page for editors who use no git: /admin/ on the site, by Sveltia CMS.

    Puts package.json and package-lock.json into the newsroom's folder admin/ and lets npm install what they name.
    Nothing of it is loaded from elsewhere when the page is used.

    """
    home = find_root(root)
    for name, text in editing_page().items():
        disk.write(home, f"{FOLDER}/{name}", text)
    npm = shutil.which("npm")
    if npm is None:
        raise Told(
            "npm is not installed, which fetches the page's program: install Node.js, or let somebody run "
            f"`npm ci` in {FOLDER}/ of the newsroom's folder"
        )
    arguments = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    if subprocess.run(arguments, cwd=home / FOLDER, check=False).returncode:
        raise Told(f"npm could not install the page's program: see above, then run `npm ci` in {FOLDER}/")
    screen.say(f"{FOLDER}/package.json and {FOLDER}/package-lock.json: keep them with the newsroom's files.")
    if read_settings(home).admin is None:
        screen.say(
            "\nNow tell mkdocs.yml where the newsroom's files are kept, below `site_builder:` in `plugins:`\n"
        )
        screen.say("      admin:\n        backend: github\n        repo: OWNER/NAME")
    screen.say(
        "\n`mkdocs serve` then has the page at http://127.0.0.1:8000/admin/, the published site at /admin/."
    )
