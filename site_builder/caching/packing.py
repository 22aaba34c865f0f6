"""Results as bytes: for later builds, and for the way from one process to another."""

from __future__ import annotations

import copyreg
import dataclasses
import io
import pickle
from collections.abc import Callable
from operator import attrgetter
from typing import Any

DAMAGED = (pickle.UnpicklingError, AttributeError, ImportError, EOFError, IndexError, TypeError, ValueError)
"""What comes of bytes that were not packed by this program."""


_NEW: Any = copyreg.__newobj__  # type: ignore[attr-defined]
"""Has an instruction of its own."""


class _Ways(dict[Any, Callable[[Any], Any]]):
    """How values are written, by their class: found out once for each."""

    def __missing__(self, kind: Any) -> Callable[[Any], Any]:
        if issubclass(kind, type):
            raise KeyError(kind)  # a class is written by its name
        self[kind] = way = _way(kind)
        return way


def _way(kind: Any) -> Callable[[Any], Any]:
    """Return what tells how to make a value of a class again.

    A record is written as a call of its class: read back in a third of the time that setting its state takes.
    """
    if kind.__module__.startswith("site_builder.model."):
        if dataclasses.is_dataclass(kind):
            names = [field.name for field in dataclasses.fields(kind)]
            values = (
                attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, n) for n in names]
            )
            return lambda value: (kind, (*values(value),))
        if hasattr(kind, "__pydantic_validator__"):
            return lambda value: (_model, (kind, value.__dict__, value.__pydantic_fields_set__))
        if issubclass(kind, tuple):
            return lambda value: (_NEW, (kind, *value))
    return copyreg.dispatch_table.get(kind) or (lambda value: value.__reduce_ex__(pickle.HIGHEST_PROTOCOL))


def _model(kind: Any, values: dict[str, Any], given: set[str]) -> Any:
    """Make a model of pydantic's again, which was sound before."""
    model = kind.__new__(kind)
    set_value = object.__setattr__
    set_value(model, "__dict__", values)
    set_value(model, "__pydantic_fields_set__", given)
    set_value(model, "__pydantic_extra__", None)
    set_value(model, "__pydantic_private__", None)
    return model


_WAYS = _Ways()


def pack(value: object) -> bytes:
    """Return ``value`` as bytes, which only this program in this version reads back."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _WAYS
    pickler.dump(value)
    return written.getvalue()


def unpack(content: bytes | memoryview) -> Any:
    """Return what was packed. Only for bytes that we made: they could run anything.

    Raises:
        one of :data:`DAMAGED`: they are not ours.
    """
    return pickle.loads(content)
