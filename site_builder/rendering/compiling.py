"""Jinja for one language of one site: templates are compiled once, what is known written in, and not looked at again.

They say what they say in plain Jinja. Three of its habits cost more than all else on a page: it looks at a template's
file each time it is asked for, calls every function by way of the page's context, and makes an object of each piece of
text before all are joined.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any, ClassVar, Protocol, TypeVar

from jinja2 import BytecodeCache, Environment, Template, nodes
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup

from site_builder.frozen import frozen
from site_builder.rendering.folding import fold
from site_builder.rendering.generating import Generator, QuickMacro, shown
from site_builder.rendering.markdown import markdown

T = TypeVar("T")

Programs = Mapping[tuple[str, str], bytes]
"""Compiled templates, by what Jinja calls them and a digest of their text."""


class Memory(Protocol):
    """What keeps results for later builds, and believes none but those that it kept itself."""

    def key(self, purpose: str, piece: Any) -> str:
        """Return the name under which what is made from ``piece`` is kept."""

    def get(self, key: str) -> Any | None:
        """Return what was kept, or ``None``."""

    def put(self, key: str, value: object) -> None:
        """Keep ``value``."""


@frozen
class Words:
    """What something is made from, told in words."""

    words: Iterable[str]

    def parts(self) -> Iterable[str]:
        """Return everything that it depends on, but for our program."""
        return self.words


def kept(memory: Memory | None, purpose: str, words: Iterable[str], make: Callable[[], T]) -> T:
    """Return what ``make`` gives, which depends on ``words`` alone; what ``memory`` has of it is not made again."""
    if memory is None:
        return make()
    key = memory.key(purpose, Words(words))
    found: T | None = memory.get(key)
    if found is None:
        found = make()
        memory.put(key, found)
    return found


class Compiled(BytecodeCache):
    """Compiled templates, kept for the life of the process: a preview rebuilds often.

    ``facts`` tell two environments apart in which the same template says different things.
    """

    _kept: ClassVar[dict[str, dict[tuple[str, str], bytes]]] = {}

    def __init__(self, facts: str, programs: Programs | None = None) -> None:
        self.facts = facts
        self.programs = self._kept.setdefault(facts, {})
        self.programs.update(programs or {})
        self._manuals: dict[tuple[str, int], str] = {}

    def manual(self, text: str, top: int = 3) -> Markup:
        """Return a rule's manual as HTML, made once: they are long, and the same in every build."""
        if (text, top) not in self._manuals:
            self._manuals[text, top] = str(markdown(text, top))
        return Markup(self._manuals[text, top])

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill ``bucket`` if its source is the one that was compiled."""
        code = self.programs.get((bucket.key, bucket.checksum))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.programs[bucket.key, bucket.checksum] = bucket.bytecode_to_string()

    @contextmanager
    def kept_in(self, memory: Memory | None, files: Mapping[str, bytes]) -> Iterator[None]:
        """Compile nothing that ``memory`` has of an earlier build, and leave there what was compiled."""
        if memory is None:
            yield
            return
        told = (f"{name} {hashlib.blake2b(content).hexdigest()}" for name, content in sorted(files.items()))
        key = memory.key("templates", Words((self.facts, *told)))
        programs, manuals = memory.get(key) or ({}, {})
        self.programs.update(programs)
        self._manuals.update(manuals)
        yield
        if self.programs.keys() - programs.keys() or self._manuals.keys() - manuals.keys():
            memory.put(key, (dict(self.programs), self._manuals))


class _Template(Template):
    """A template whose names are those of its environment, for good."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        # pages bring names of their own, but no other ones for all templates
        return super()._get_default_module()


class Workbench(Environment):
    """An environment whose templates stay as they are, and say what is ``known`` without looking.

    Both hold until it is thrown away: a preview makes a new one for each build.
    """

    code_generator_class = Generator
    template_class = _Template
    shown = staticmethod(shown)
    macro = QuickMacro

    def __init__(self, known: Mapping[str, object], later: Collection[str], **options: Any) -> None:
        super().__init__(**options, auto_reload=False, cache_size=-1, optimized=False)
        self._known, self._later = known, later
        self._loaded: dict[str, Template] = {}
        self.globals.update(known)

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Return a template; the same one each time that it is asked for."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        found = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = super().get_template(name, parent)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the names of a template, in one plain table that is quick to copy for each page."""
        return {**self.globals, **(d or {})}

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        fold(source, self, self._known, self._later)
        return super()._generate(source, name, filename, defer_init)
