"""The program that a template becomes: what is shown is gathered and joined once, and as little as can be is called.

Jinja yields each piece of text by itself, from generator to generator, and sorts the arguments of a macro each time.
"""

from __future__ import annotations

from datetime import date
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import EvalContext
from jinja2.runtime import Macro
from jinja2.utils import missing, pass_eval_context
from markupsafe import Markup, escape

from site_builder.rendering.html import marked, shielded


def shown(value: Any) -> str:
    """Return ``value`` as a page shows it: escaped, unless it is HTML already."""
    kind = type(value)
    if kind is str:
        return shielded(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return str(value) if kind is int or kind is date else escape(value)


class QuickMacro(Macro):
    """A macro that takes its arguments as they come, where they come in their places."""

    def __init__(self, *told: Any) -> None:
        super().__init__(*told)
        plain = self._default_autoescape and not (self.catch_kwargs or self.catch_varargs or self.caller)
        count = self._argument_count if plain else -1
        self._left_out = [(missing,) * (count - given) for given in range(count + 1)]
        """What is given for the arguments that are left out, by how many there are."""

    @pass_eval_context
    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """Return what the macro says."""
        if kwargs or len(args) >= len(self._left_out) or (args and type(args[0]) is EvalContext):
            return super().__call__(*args, **kwargs)
        return marked(self._func(*args, *self._left_out[len(args)]))


class Generator(CodeGenerator):
    """Writes the program of a template. What is not escaped throughout is left to Jinja as it is."""

    _gathered: Frame | None = None
    """The template or block whose pieces are gathered, and joined at its end."""

    def write_commons(self) -> None:
        """Make short names for what every program calls."""
        super().write_commons()
        self.writeline("shown, Macro = environment.shown, environment.macro")

    def enter_frame(self, frame: Frame) -> None:
        """Begin to gather what a template or block says."""
        super().enter_frame(frame)
        # what extends another template says nothing itself
        if frame.buffer is None and not frame.require_output_check:
            self.buffer(frame)
            self._gathered = frame

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        """Join what was gathered."""
        if frame is self._gathered:
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:
        """Write an include."""
        if not node.with_context and self._gathered and frame.buffer == self._gathered.buffer:
            # Jinja yields what stands in such a template, whatever was gathered before
            self.writeline(f"yield concat({frame.buffer})")
            self.writeline(f"{frame.buffer}.clear()")
        super().visit_Include(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _escapes(frame) or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(" if self._is_html(node) else "shown(")

    def _is_html(self, node: nodes.Expr) -> bool:
        """Tell whether a filter says of itself that it gives HTML, and nothing else."""
        found = self.environment.filters.get(node.name) if isinstance(node, nodes.Filter) else None
        return getattr(found, "__annotations__", {}).get("return") in ("Markup", Markup)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call."""
        # none of the functions that templates are given asks for the page's context
        names = [each.key for each in node.kwargs]
        if not _escapes(frame) or node.dyn_args or node.dyn_kwargs or any(map(iskeyword, names)):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write the look at an attribute. Nearly always it is there; where it is not, Jinja looks for more."""
        if isinstance(node.node, nodes.Const) and hasattr(node.node.value, node.attr):
            self.write("(")
            self.visit(node.node, frame)
            self.write(f").{node.attr}")
            return
        self.write("(found if (found := getattr((of := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr(of, {node.attr!r}))")


def _escapes(frame: Frame) -> bool:
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile
