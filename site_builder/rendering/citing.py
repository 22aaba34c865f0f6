"""How to cite a claim's page, to pass it on, and to report an error in it: facts and plain links, no third party."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from site_builder.frozen import frozen
from site_builder.rendering.messages import message
from site_builder.rendering.percent import percent
from site_builder.rendering.reviewed import Entry
from site_builder.rendering.site import Site

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros that every BibTeX style knows."""

# A brace is written by its name: BibTeX counts braces, escaped ones too, to find a field's end.
_LATEX = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
# For translators: as a citation in APA style has it
_CITED = message("Fact check; verdict: {verdict}")
# For translators: "no date", as a citation in APA style has it
_UNDATED = message("n.d.")
_CHECK, _NOTE = message("Fact check"), message("Verdict: {verdict}")

_SPECIAL = re.compile("[" + re.escape("".join(_LATEX)) + "]")
_NO_KEY = re.compile(r"[^a-z0-9]+")


@frozen
class Citation:
    """A claim's page cited: in APA style (7th edition), of which ``title`` is set in italics, and as BibTeX.

    The date is the day on which the page last changed. What is not known is left out.
    """

    before: str
    title: str
    after: str
    bibtex: str


def cite(entry: Entry, site: Site) -> Citation:
    """Return the citation of a claim's page. The verdict goes along: the claim alone would be passed on as true."""
    author, title = site.organisation or site.name, _plain(entry.case.claim.claim).rstrip(".")
    after = [f" [{_verdict(_CITED, entry, site)}]."]
    after += [_sentence(site.name)] if site.name != author else []
    after += [site.absolute(entry.path)] if site.url else []
    return Citation(
        f"{_sentence(author)} ({_day(entry, site)}). ", title, " ".join(after), _bibtex(entry, site)
    )


def _plain(words: str) -> str:
    return " ".join(words.split())


def _sentence(words: str) -> str:
    return f"{_plain(words).rstrip('.')}."


def _verdict(words: str, entry: Entry, site: Site) -> str:
    return site.messages.say(words).format(verdict=entry.step.label)


def _day(entry: Entry, site: Site) -> str:
    """Return the date as APA style has it: the year, then month and day as the language writes them."""
    if entry.updated is None:
        return site.messages.say(_UNDATED)
    return f"{entry.updated.year}, {site.messages.day(entry.updated)}"


def _bibtex(entry: Entry, site: Site) -> str:
    author = site.organisation or site.name
    check = site.messages.say(_CHECK)
    place = check if site.name == author else f"{check}, {site.name}"
    fields = {
        "author": f"{{{{{_latex(author)}}}}}",
        "title": f"{{{{{_latex(entry.case.claim.claim)}}}}}",
        "howpublished": f"{{{_latex(place)}}}",
        "note": f"{{{_latex(_verdict(_NOTE, entry, site))}}}",
    }
    if date := entry.updated:
        fields |= {"year": f"{{{date.year}}}", "month": _MONTHS[date.month - 1], "day": f"{{{date.day}}}"}
    if site.url:
        fields["url"] = f"{{{site.absolute(entry.path)}}}"
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@misc{{{_key(entry)},\n{lines}}}"


def _key(entry: Entry) -> str:
    return _NO_KEY.sub("-", entry.case.file.id.lower()).strip("-") or "claim"


@lru_cache(maxsize=256)
def _latex(words: str) -> str:
    return _SPECIAL.sub(lambda found: _LATEX[found.group()], _plain(words))


def mail_to_share(entry: Entry, site: Site) -> str:
    """Return a ``mailto:`` link (RFC 6068) to pass the claim on. ``site`` must have a public address."""
    claim = _plain(entry.case.claim.claim)
    return _mail("", claim, claim, entry.step.label, "", site.absolute(entry.path), "")


def report_link(path: str, site: Site) -> str:
    """Return where errors in the page at ``path`` are reported: a ``mailto:`` link, or the newsroom's own address."""
    if "@" not in site.contact or site.contact.startswith(("http://", "https://")):
        return site.contact
    return _mail(site.contact, f"{site.name}: {path}", site.absolute(path), "", "")


def _mail(address: str, subject: str, *lines: str) -> str:
    body = "%0D%0A".join(map(percent, lines))
    return f"mailto:{quote(address, safe='@')}?subject={percent(subject)}&body={body}"
