"""``_headers``: what a host that reads such a file (Netlify, Cloudflare Pages and others) sends along with each file.

Where two rules match one address, hosts join the values of a header with a comma, and browsers enforce every policy
of such a list. So no two rules that match one address set the same header.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce

from markupsafe import Markup

from site_builder.rendering.page import AnyPage, KnownPage, KnownPages, Page
from site_builder.rendering.site import Site

Policy = dict[str, list[str]]
"""The directives of a content security policy with their sources, in order."""

PATH = "_headers"
_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
_HEAD = 2000
"""Characters of a page in which the policy stands: at its top, or it would not hold for all of it."""
_CARD = "embed"
_CLAIMS = "claims"

# A browser that finds `frame-ancestors` in a policy passes over `X-Frame-Options` (CSP 3, 7.7): so this one may stand
# for everything, pages that others rendered too, and the cards may still be framed.
_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Frame-Options": "DENY",
}
_PLAIN = {"Content-Type": "text/plain; charset=utf-8"}
_TEXTS = "/articles/:article/text.txt"


class Headers:
    """Gathers the policies of pages as they are made, below the folder of each language."""

    def __init__(self) -> None:
        self._shipped: dict[str, dict[str, set[str]]] = {}

    def watch(
        self, pages: Iterable[AnyPage | KnownPages], folder: str = ""
    ) -> Iterator[AnyPage | KnownPages]:
        """Yield ``pages`` as they are, and note the policy that each ships in its head.

        ``folder`` is the one that all of them stand below, if any; it ends in ``/``.
        """
        shipped = self._shipped.setdefault(folder, {})
        for page in pages:
            if isinstance(page, KnownPages):
                for path, policies in page.policies.items():
                    shipped.setdefault(path, set()).update(policies)
            elif page.path.endswith(".html"):
                path = pattern(page.path.removeprefix(folder))
                shipped.setdefault(path, set()).add(policy_of(page))
            yield page

    def page(self, site: Site) -> Page:
        """Return the file. Prose pages, which are rendered elsewhere, get the policy of the front page."""
        rules = {"/*": _EVERYWHERE, "/llms.txt": _PLAIN}
        for folder, shipped in self._shipped.items():
            below = f"/{folder}".removesuffix("/")
            rules[f"{below}{_TEXTS}"] = _PLAIN
            for path, policy in self._rules(shipped, site):
                rules[f"{below}{path}"] = {"Content-Security-Policy": written(policy)}
        return Page(PATH, "\n".join(_lines(rules)) + "\n")

    def _rules(self, shipped: Mapping[str, set[str]], site: Site) -> Iterator[tuple[str, Policy]]:
        policies = {path: reduce(union, map(parse, sorted(found))) for path, found in shipped.items()}
        for item in (*site.navigation, *site.small_print):
            policies.setdefault(pattern(f"{item.path}index.html"), policies.get("/", {}))
        cards = {path.count("/") for path in policies if _is_card(path)}
        for path, policy in sorted(policies.items()):
            if _is_card(path):
                yield path, {**policy, "frame-ancestors": ["*"]}
            # where claims stand at several depths, `/claims/:p1/:p2/` is also a card, `/claims/:p1/embed/`
            elif policy and not (path.startswith(f"/{_CLAIMS}/:") and path.count("/") in cards):
                yield path, {**policy, "frame-ancestors": ["'none'"]}


def policy_in(html: str | bytes) -> str:
    """Return the policy that a page ships in its head; empty where it ships none."""
    head = html[:_HEAD]
    found = _META.search(head if isinstance(head, str) else head.decode("utf-8", "ignore"))
    return found[1] if found else ""


def policy_of(page: AnyPage) -> str:
    """Return the policy that a page ships, whether it is made yet or not."""
    return page.policy if isinstance(page, KnownPage) else policy_in(page.content)


def pattern(path: str) -> str:
    """Return the pattern of the rule for the page at ``path``: its folder, or for claims the shape of its address."""
    folder, *rest = path.removesuffix("index.html").split("/")
    if folder != _CLAIMS:
        return f"/{folder}/*" if rest else f"/{folder}"
    names = rest[:-1]
    card = [names.pop()] if len(names) > 1 and names[-1] == _CARD else []
    shape = [f":p{number}" for number, _ in enumerate(names, 1)]
    return "/".join(["", _CLAIMS, *shape, *card, ""])


def _is_card(path: str) -> bool:
    return path.startswith(f"/{_CLAIMS}/") and path.endswith(f"/{_CARD}/")


def parse(policy: str) -> Policy:
    """Read a content security policy."""
    directives = (words.split() for words in str(Markup(policy).unescape()).split(";"))
    return {name: sources for name, *sources in filter(None, directives)}


def written(policy: Policy) -> str:
    """Write a content security policy."""
    return "; ".join(" ".join([name, *sources]) for name, sources in policy.items())


def union(one: Policy, other: Policy) -> Policy:
    """Return the strictest policy that allows what either of two allows.

    A page has its own policy in its head as well, and browsers enforce both. A directive that only one policy has
    falls back to ``default-src`` in the other; one that has no such fallback is kept only where both have it.
    """
    names = [
        n
        for n in (*one, *(n for n in other if n not in one))
        if None not in (_bound(n, one), _bound(n, other))
    ]
    return {name: _joined(_bound(name, one) or [], _bound(name, other) or []) for name in names}


def _bound(name: str, policy: Policy) -> list[str] | None:
    fallback = policy.get("default-src") if name.endswith("-src") else None
    return policy.get(name, fallback)


def _joined(one: list[str], other: list[str]) -> list[str]:
    sources = [s for s in dict.fromkeys([*one, *other]) if s != "'none'"]
    return sources or ["'none'"]


def _lines(rules: dict[str, dict[str, str]]) -> Iterator[str]:
    for path, headers in rules.items():
        yield path
        yield from (f"  {name}: {value}" for name, value in headers.items())
