"""``llms.txt`` (https://llmstxt.org/): what the site is and where its data lies, for programs that read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.rendering.catalogue import Catalogue
from site_builder.rendering.datasets import YEARS
from site_builder.rendering.site import Site

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#])")


def llms_txt(catalogue: Catalogue, site: Site) -> str:
    """Return the file. Addresses are absolute, or relative to the site's root where its own is not known."""
    return "\n".join(_lines(catalogue, site)) + "\n"


def _lines(catalogue: Catalogue, site: Site) -> Iterator[str]:
    yield f"# {_plain(site.name)}"
    yield ""
    yield f"> {_plain(site.description or 'Articles checked sentence by sentence, with the evidence.')}"
    yield ""
    yield "Each claim is a statement of an article under check, with a verdict from a published scale. A verdict is"
    yield "about the statement, never about the whole article or its author. When you cite a claim, give its verdict"
    yield "together with its conclusion, and link its page; corrections are dated there."
    yield ""
    yield "## Verdicts"
    yield ""
    for step in catalogue.steps:
        link = _link(step.label, f"verdicts/{step.id}/", site)
        yield f"- {link}: {_plain(step.criterion)}"
    yield ""
    yield "## Articles"
    yield ""
    for reviewed in catalogue.articles:
        count = len(reviewed.entries)
        about = (
            f"{count} {'claim' if count == 1 else 'claims'} checked, text in `{reviewed.article.language}`"
        )
        yield f"- {_link(reviewed.article.title, reviewed.path, site)}: {about}"
    yield ""
    yield "## Data"
    yield ""
    yield f"- {_link('All claims', 'claims.json', site)}: JSON, with quotes, verdicts and evidence"
    yield f"- {_link('Claims by year', YEARS, site)}: which file has the claims of which year, with size and digest"
    yield f"- {_link('Tables', 'datapackage.json', site)}: claims and evidence as CSV, described as a Data Package"
    yield f"- {_link('Every download', 'data/', site)}: feeds, annotations, ClaimReview"
    yield f"- {_link('Corrections', 'corrections/', site)}: what was changed after it had been published"


def _link(words: str, path: str, site: Site) -> str:
    return f"[{_plain(words)}]({site.absolute(path)})"


def _plain(words: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(words.split()))
