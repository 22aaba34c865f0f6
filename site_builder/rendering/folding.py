"""Templates with what is known of their site written in: done once, when they are compiled, and not on each page.

An environment serves one language of one site, so most of what a page says is the same on every page: the words of the
interface, names, addresses of assets, the navigation. Where anything is not known, or fails, it is left to the page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from site_builder.rendering.knowledge import Knowledge

_MOST = 40
"""Rounds of a loop that are written out."""
_PLAIN = (str, Markup, int, float, bool, type(None))
"""Types whose values can be written into a program and read back as they are."""
_NAMING: Any = (nodes.Name, nodes.NSRef, nodes.Import, nodes.FromImport, nodes.Macro)
_SCOPED: Any = (
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Block,
    nodes.CallBlock,
    nodes.Extends,
    nodes.FromImport,
    nodes.Import,
    nodes.Include,
    nodes.Macro,
)
"""What sets a name, or sees the names around it: it cannot be taken out of a loop."""


def fold(
    template: nodes.Template, environment: Environment, known: Mapping[str, object], later: Collection[str]
) -> None:
    """Write into a parsed template what is ``known`` by name; the attributes ``later`` are left to the page.

    A name that the template itself gives to anything is not taken for the known one.
    """
    found = list(template.find_all((nodes.EvalContextModifier, *_NAMING)))
    # where a template decides what is escaped, it is let alone
    if not any(isinstance(each, nodes.EvalContextModifier) for each in found):
        given = set(_names(found))
        names = {name: value for name, value in known.items() if name not in given}
        _Folder(Knowledge(environment, names, later)).visit(template)


def _named_in(node: nodes.Node) -> Iterator[str]:
    """Yield the names that are set, imported or defined anywhere inside."""
    return _names(node.find_all(_NAMING))


def _names(naming: Iterable[nodes.Node]) -> Iterator[str]:
    for found in naming:
        match found:
            case nodes.FromImport():
                yield from (each if isinstance(each, str) else each[1] for each in found.names)
            case nodes.Import():
                yield found.target
            case nodes.Name(ctx="load"):
                pass
            case nodes.Name() | nodes.NSRef() | nodes.Macro():
                yield found.name


class _Folder(NodeTransformer):
    """Replaces what is known by its value, and leaves out what is never reached."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        if isinstance(node, nodes.Expr) and getattr(node, "ctx", "load") == "load":
            found = self._knowledge.look(node)
            if found and type(found[0]) in _PLAIN:
                return nodes.Const(found[0], lineno=node.lineno)
        return super().visit(node, *args, **kwargs)

    def visit_Output(self, node: nodes.Output) -> nodes.Node:
        node.nodes = [self._shown(each) for each in node.nodes]
        return node

    def _shown(self, node: nodes.Expr) -> Any:
        # words that know their language are no plain constants, but can be shown
        found = self._knowledge.look(node)
        if found:
            return nodes.TemplateData(str(escape(found[0])), lineno=node.lineno)
        node = self.visit(node)
        if isinstance(node, nodes.CondExpr) and node.expr2 is None:
            # what is shown of nothing
            node.expr2 = nodes.Const("")
        return node

    def visit_If(self, node: nodes.If) -> Any:
        open_, otherwise = [], node.else_
        for branch in (node, *node.elif_):
            found = self._knowledge.look(branch.test)
            if found is None:
                open_.append(branch)
            elif found[0]:
                otherwise = branch.body
                break
        if not open_:
            return self._visited(otherwise)
        first, *further = (
            nodes.If(self.visit(each.test), self._visited(each.body), [], [], lineno=each.lineno)
            for each in open_
        )
        first.elif_, first.else_ = further, self._visited(otherwise)
        return first

    def visit_CondExpr(self, node: nodes.CondExpr) -> Any:
        found = self._knowledge.look(node.test)
        chosen = (node.expr1 if found[0] else node.expr2) if found else None
        return self.visit(chosen) if chosen else self.generic_visit(node)

    def visit_For(self, node: nodes.For) -> Any:
        target = node.target
        if not isinstance(target, nodes.Name) or node.else_ or node.test or node.recursive:
            return self.generic_visit(node)
        found = self._knowledge.look(node.iter)
        rounds = found[0] if found else None
        if not isinstance(rounds, (tuple, list)) or len(rounds) > _MOST:
            return self.generic_visit(node)
        if not _is_free(node.body, {target.name}, {"loop"}):
            return self.generic_visit(node)
        return [part for each in rounds for part in self._knowing({target.name: each}, _copied(node.body))]

    def visit_With(self, node: nodes.With) -> Any:
        names = [each.name for each in node.targets if isinstance(each, nodes.Name)]
        found = [self._knowledge.look(each) for each in node.values]
        values = [each[0] for each in found if each]
        if len(names) < len(node.targets) or len(values) < len(found) or not _is_free(node.body, set(names)):
            return self.generic_visit(node)
        return self._knowing(dict(zip(names, values, strict=True)), node.body)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:
        node.body = self._visited(node.body)
        return node

    def _knowing(self, names: Mapping[str, object], body: list[nodes.Node]) -> list[nodes.Node]:
        return _Folder(self._knowledge.with_names(names))._visited(body)

    def _visited(self, body: Sequence[nodes.Node]) -> list[nodes.Node]:
        return [each for node in body for each in self.visit_list(node)]


def _is_free(body: Sequence[nodes.Node], names: set[str], but: Collection[str] = ()) -> bool:
    """Tell whether ``body`` can stand without the scope around it: it gives no name anew, and reads none of ``but``."""
    for node in body:
        if isinstance(node, _SCOPED) or node.find(_SCOPED) or not names.isdisjoint(_named_in(node)):
            return False
        if any(name.name in but for name in node.find_all(nodes.Name)):
            return False
    return True


def _copied(part: Any) -> Any:
    """Return a part of a template anew, with all that is inside."""
    if isinstance(part, (list, tuple)):
        return type(part)(map(_copied, part))
    if not isinstance(part, nodes.Node):
        return part
    inside = [_copied(getattr(part, name)) for name in part.fields]
    return type(part)(*inside, **{name: getattr(part, name) for name in part.attributes})
