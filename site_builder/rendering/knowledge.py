"""What an expression of a template gives on every page of a site, where nothing in it depends on the page."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Mapping
from typing import Any

from jinja2 import Environment, Undefined, nodes

_OPERATIONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "gteq": operator.ge,
    "lt": operator.lt,
    "lteq": operator.le,
    "in": lambda one, many: one in many,
    "notin": lambda one, many: one not in many,
}


class _Unknown(Exception):
    """Something depends on the page."""


class Knowledge:
    """Values by name, for the expressions of one environment; the attributes ``later`` are known to no one yet."""

    def __init__(self, environment: Environment, names: Mapping[str, object], later: Collection[str]) -> None:
        self._environment, self._names, self._later = environment, names, later

    def with_names(self, names: Mapping[str, object]) -> Knowledge:
        """Return this and what ``names`` say."""
        return Knowledge(self._environment, {**self._names, **names}, self._later)

    def look(self, node: nodes.Node) -> tuple[Any] | None:
        """Return the value of an expression; ``None`` where it is not known, or fails: the page will show that."""
        try:
            return (self._value(node),)
        except Exception:
            return None

    def _value(self, node: nodes.Node) -> Any:
        found = self._found(node)
        if isinstance(found, Undefined):
            raise _Unknown
        return found

    def _found(self, node: nodes.Node) -> Any:
        match node:
            case nodes.Const():
                return node.value
            case nodes.Name(ctx="load"):
                return self._names[node.name]
            case nodes.Getattr() if node.attr not in self._later:
                return self._environment.getattr(self._value(node.node), node.attr)
            case nodes.Getitem():
                return self._environment.getitem(self._value(node.node), self._value(node.arg))
            case nodes.List():
                return [self._value(item) for item in node.items]
            case nodes.Tuple():
                return tuple(self._value(item) for item in node.items)
            case nodes.Call():
                return self._called(self._value(node.node), node)
            case nodes.Filter() if node.node is not None:
                return self._called(self._environment.filters[node.name], node, self._value(node.node))
            case nodes.Test():
                return self._called(self._environment.tests[node.name], node, self._value(node.node))
        return self._decided(node)

    def _decided(self, node: nodes.Node) -> Any:
        match node:
            case nodes.Not():
                return not self._value(node.node)
            case nodes.And():
                return self._value(node.left) and self._value(node.right)
            case nodes.Or():
                return self._value(node.left) or self._value(node.right)
            case nodes.CondExpr() if node.expr2 is not None:
                return self._value(node.expr1 if self._value(node.test) else node.expr2)
            case nodes.Compare() if len(node.ops) == 1:
                (right,) = node.ops
                return _OPERATIONS[right.op](self._value(node.expr), self._value(right.expr))
        raise _Unknown

    def _called(self, function: Any, node: Any, *subject: Any) -> Any:
        # what asks for the page's context is not the same on all
        if node.dyn_args is not None or node.dyn_kwargs is not None or hasattr(function, "jinja_pass_arg"):
            raise _Unknown
        given = [self._value(each) for each in node.args]
        return function(*subject, *given, **{each.key: self._value(each.value) for each in node.kwargs})
