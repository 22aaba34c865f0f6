"""What a preview says on each page while a claim is unsound: readers never see it."""

from __future__ import annotations

from site_builder.rendering.html import escape

_BODY = "<body>"
_PANEL = """
<aside class="unsound" role="status" style="margin:0;padding:.75rem 1rem;background:#7a1f1f;color:#fff">
<details open>
<summary style="font-weight:600;color:inherit">A claim is unsound: this page is as it was before.</summary>
<pre style="margin:.5rem 0 0;max-height:40vh;overflow:auto;white-space:pre-wrap;color:inherit;background:none;border:0"
 tabindex="0">{}</pre></details>
</aside>"""


def with_panel(html: str, told: str) -> str:
    """Return a page with the report ``told`` above all else; as it is where there is nothing to tell."""
    panel = _PANEL.format(escape(told.strip()))
    return html.replace(_BODY, f"{_BODY}{panel}", 1) if told else html
