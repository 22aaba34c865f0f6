"""The records of this program: like frozen dataclasses, at a fraction of what making a class and a record costs.

Python's own frozen dataclass compiles six functions for each class, and sets each value of a record past its own lock.
Here the type checker forbids to write, records with slots take no names but those of their fields, and only the
function that makes a record is compiled, when the first one is made. For :mod:`dataclasses` a class is one of its own:
``fields``, ``replace`` and ``asdict`` work.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import Field, dataclass, field, fields
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(made: type[T], /) -> type[T]: ...


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, slots: bool = True) -> Callable[[type[T]], type[T]]: ...


def frozen(made: type[Any] | None = None, /, *, slots: bool = True) -> Any:
    """Make a class one of records that are equal where their values are, and never change.

    Args:
        made: the class; its fields are told as those of a dataclass are.
        slots: whether records have no values but their fields; what keeps computed values needs ``False``.
    """
    return partial(_frozen, slots=slots) if made is None else _frozen(made, slots=slots)


def _frozen(made: type[Any], *, slots: bool) -> type[Any]:
    own = {*vars(made)}
    # told here what would be compiled; a class without a docstring would have its signature worked out
    undocumented = made.__doc__ is None
    if undocumented:
        made.__doc__ = made.__name__
    done = dataclass(init=False, repr=False, eq=False, slots=slots)(made)
    if undocumented:
        done.__doc__ = None
    told = [each for each in fields(done) if each.compare]
    values = _values(told)
    methods = {
        "__init__": _maker(done),
        "__repr__": _shown(tuple([each.name for each in fields(done) if each.repr])),
        "__eq__": _equal(values),
        "__hash__": _hash(values),
    }
    for name, method in methods.items():
        if name not in own:
            setattr(done, name, method)
    return done


def _values(told: list[Field[Any]]) -> Callable[[Any], Any]:
    """Return what gets the values of fields from a record: a tuple of them, or the only one."""
    return attrgetter(*[each.name for each in told]) if told else lambda _record: ()


def _equal(values: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    def equal(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _hash(values: Callable[[Any], Any]) -> Callable[[Any], int]:
    return lambda self: hash(values(self))


def _shown(names: tuple[str, ...]) -> Callable[[Any], str]:
    def shown(self: Any) -> str:
        values = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{type(self).__qualname__}({values})"

    return shown


def _maker(made: type[Any]) -> Callable[..., None]:
    """Return an ``__init__`` that writes the true one when it is called first."""

    def first(self: Any, *given: Any, **named: Any) -> None:
        made.__init__ = true = _written(made)
        true(self, *given, **named)

    return first


def _written(made: type[Any]) -> Callable[..., None]:
    """Compile the function that takes a record's values in the order of its fields and sets them."""
    known: dict[str, Any] = {"_missing": dataclasses.MISSING}
    taken, lines = ["self"], []
    for each in fields(made):
        name = each.name
        value = name
        if each.default_factory is not dataclasses.MISSING:
            known[f"_new_{name}"] = each.default_factory
            value = f"_new_{name}() if {name} is _missing else {name}" if each.init else f"_new_{name}()"
            default = "=_missing"
        elif each.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = each.default
            default = f"=_default_{name}"
        else:
            default = ""
        if each.init:
            taken.append(name + default)
        if each.init or each.default_factory is not dataclasses.MISSING:
            lines.append(f" self.{name} = {value}")
    if hasattr(made, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec("\n".join([f"def __init__({', '.join(taken)}):", *(lines or [" pass"])]), known)
    written: Callable[..., None] = known["__init__"]
    return written
