"""What a broken template says to the person who wrote it."""

from __future__ import annotations

import traceback

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError


def describe_template_error(error: BaseException) -> str | None:
    """Return where a template is broken and how; ``None`` where ``error`` is no template's fault."""
    if not isinstance(error, TemplateError):
        return None
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: {error.message}"
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}"
    # Jinja rewrites the traceback so that its frames stand in the template's own lines.
    frames = [f for f in traceback.extract_tb(error.__traceback__) if not f.filename.endswith(".py")]
    place = f"{frames[-1].filename}:{frames[-1].lineno}: " if frames else ""
    return f"{place}{error.message}"
