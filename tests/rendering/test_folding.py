"""Templates say what they say in plain Jinja, though what is known of the site is written in beforehand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, FileSystemLoader, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from site_builder import schemas
from site_builder.model.told import Told
from site_builder.rendering import bundles, compiling, environment
from site_builder.rendering.compiling import Compiled, Workbench
from site_builder.rendering.generating import shown
from site_builder.rendering.site import Edition, Site
from site_builder.rendering.wording import Wording
from tests.rendering import abroad, town

SITE = Site(
    "The <Town>",
    "https://town.example/",
    description=Told("Kota", "id", "Town"),
    editions=(Edition("en", "", "English"), Edition("id", "id/", "Bahasa")),
    seal="later",
)
KNOWN = Wording(SITE).globals()
TEMPLATES = {
    "words": "{{ _('Search') }} {{ site.name }} {{ site.name | upper }} {{ site.description | told }}",
    "known branch": "{% if site.url %}yes {{ x }}{% else %}no{% endif %}",
    "dead branch": "{% if site.folder %}{{ nothing.at.all }}{% elif site.card %}b{% else %}{{ x }}{% endif %}",
    "half known": "{% if not site.url %}a{% elif x %}b{% elif site.url %}c{% else %}d{% endif %}",
    "and": "{{ 'a' if site.url and x == 'X' else 'b' }}{{ 'c' if site.folder or x }}",
    "loop": "{% for i in site.navigation %}{{ i.label }} {{ x }} {{ root }}/{{ i.path }};{% endfor %}{{ i }}",
    "counted": "{% for e in site.editions %}{{ loop.index }}{{ e.name }}{{ ', ' if not loop.last }}{% endfor %}",
    "pairs": "{% for code, way in site.alternates('a/') %}{{ code }}: {{ way }} {% endfor %}",
    "inner loop": "{% for e in site.editions %}{% for e in [1, x] %}{{ e }}{% endfor %}{{ e.folder }}{% endfor %}",
    "loop that sets": "{% for e in site.editions %}{% set y = e.name %}{{ y }}{% endfor %}{{ y is defined }}",
    "filtered loop": "{% for e in site.editions if e.folder %}{{ e.name }}{% else %}none{% endfor %}",
    "with": "{% with page = site.own_page('glossary/') %}{% if page %}{{ page.path }}{{ x }}{% endif %}{% endwith %}",
    "with that sets": "{% with e = site.editions[0] %}{% set e = x %}{{ e }}{% endwith %}",
    "include": "{% for e in site.editions %}{% include 'part' %}{% endfor %}",
    "include without": "{{ x }}{% include 'words' without context %}{{ x }}{% include 'lonely' without context %}",
    "include without, inside": "{% for e in site.editions %}{{ x }}{% include 'lonely' without context %}{% endfor %}",
    "lonely": "{{ site.name }}!",
    "maybe child": "{{ x }}{% if x %}{% extends 'block' %}{% endif %}{{ x }}{% block a %}b{{ x }}{% endblock %}{{ x }}",
    "some arguments": "{% macro m(a, b='<', c=a) %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m(x) }}{{ m(x, c=2) }}",
    "too many": "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x, 2) }}",
    "no argument": "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}",
    "further arguments": "{% macro m(a) %}{{ a }}{{ varargs | length }}{{ kwargs.b }}{% endmacro %}{{ m(x, 2, b=3) }}",
    "mapped": "{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{{ m(x) | upper }}{{ [x] | map('upper') | join(m(1)) }}",
    "block in a block": "{% set y %}{% block b %}{{ x }}{% endblock %}{% endset %}{{ y }}{{ self.b() }}{{ y }}",
    "html": "{{ x | told }}{{ x | lang }}{{ x | fill(a=1) }}{{ x | remark ~ x }}",
    "part": "{{ e.name if e is defined }}{{ site.name }}{{ x }}",
    "set": "{% set site = x %}{{ site }}{% set kept = _('Search') %}{{ kept }}",
    "own name": "{% for _ in [1, 2] %}{{ _ }}{% endfor %}",
    "parameter": "{% macro m(site, _='d') %}{{ site }}{{ _ }}{% endmacro %}{{ m(x) }}{{ m('<', 2) }}",
    "macro": "{% macro m(a) -%}<b>{{ a }}{{ site.name }}</b>{% endmacro %}{{ m(x) }}{{ m(a='&') ~ '<' }}",
    "call block": "{% macro m(a) %}{{ caller(a) }}{% endmacro %}{% call(b) m(x) %}{{ b }}{{ _('Data') }}{% endcall %}",
    "filter block": "{% filter upper %}{{ site.name }}{{ x }}&amp;{% endfilter %}",
    "import": "{% import 'macro' as site %}{{ site.m(1) }}{% from 'macro' import m as direction %}{{ direction(2) }}",
    "unescaped": "{% autoescape false %}{{ site.name }}{{ x }}{% endautoescape %}{{ site.name }}",
    "arguments": "{{ dict(a=x, **{'b': 1}) }}{{ range(*[3]) | list }}{{ '{a}{b}'.format(a=x, b=site.name) }}",
    "keyword": "{{ dict(**{'class': x}) }}{{ dict(class=x) }}",
    "seal": "{{ site.seal }}{% if site.seal %}sealed{% endif %}",
    "block": "{% block a %}{{ site.name }}{{ x }}{% endblock %}{{ self.a() }}",
    "child": "{% extends 'block' %}{% block a %}{{ super() }}{{ site.language }}{% endblock %}",
    "namespace": "{% set n = namespace(a=0) %}{% for e in site.editions %}{% set n.a = n.a + 1 %}{% endfor %}{{ n.a }}",
    "line": "{{ x }}\n\n{{ x.y.z }}",
    "known fault": "{{ x }}\n{{ site.nothing }}",
}


def plain() -> Environment:
    bare = Environment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    return environment.equip(bare, SITE)


def workbench() -> Environment:
    made = Workbench(KNOWN, {"seal"}, loader=DictLoader(TEMPLATES), bytecode_cache=Compiled("test"))
    return environment.equip(made, SITE)


def said(bench: Environment, name: str, x: object) -> str:
    try:
        return bench.get_template(name).render(x=x, root="..")
    except (TypeError, UndefinedError) as error:
        return str(error)


@pytest.mark.parametrize("x", ["<X>", "", Told("ya", "id", "yes")])
@pytest.mark.parametrize("name", TEMPLATES)
def test_template_says_what_plain_jinja_says(name: str, x: object) -> None:
    assert said(workbench(), name, x) == said(plain(), name, x)


def test_what_is_known_is_written_in() -> None:
    program = workbench().compile(TEMPLATES["loop"], "loop", raw=True)
    assert "Glossary" not in program
    assert "'Articles '" in program
    assert "site" not in program.partition("def root")[2]


def test_fault_names_the_line_of_the_template() -> None:
    with pytest.raises(UndefinedError) as raised:
        workbench().get_template("line").render(x="X")
    assert [frame.lineno for frame in raised.traceback if str(frame.path) == "<template>"] == [2]


def _plainly(folders: Sequence[Path], site: Site, *_: object) -> Environment:
    loader = FileSystemLoader([str(folder) for folder in folders])
    return environment.equip(Environment(loader=loader, autoescape=True, undefined=StrictUndefined), site)


@pytest.fixture
def plain_jinja() -> Iterator[None]:
    with (
        patch.object(environment, "make_environment", _plainly),
        patch.object(bundles, "make_environment", _plainly),
        patch.object(bundles, "_renderers", {}),
    ):
        yield


@pytest.mark.usefixtures("plain_jinja")
@pytest.mark.parametrize("address", [town.URL, ""])
def test_site_is_that_of_plain_jinja(address: str) -> None:
    assert town.build(site_url=address) == (town.site() if address else town.homeless())


@pytest.mark.usefixtures("plain_jinja")
def test_site_in_several_languages_is_that_of_plain_jinja() -> None:
    assert abroad.build(abroad.english()) == abroad.site()
    assert abroad.build(abroad.arabic()) == abroad.arabic_site()


@given(st.text() | st.text(alphabet="&<>'\"a") | st.integers() | st.none() | st.builds(Markup, st.text()))
def test_shown_is_escaped(value: object) -> None:
    assert "".join([shown(value)]) == str(escape(value))


def test_words_that_know_their_language_are_escaped() -> None:
    assert shown(Told("<ya>", "id", "yes")) == "&lt;ya&gt;"


class Memory(dict[str, Any]):
    def key(self, purpose: str, piece: Any) -> str:
        return "\n".join((purpose, *piece.parts()))

    def put(self, key: str, value: object) -> None:
        self[key] = value


def test_what_was_compiled_for_a_site_is_not_compiled_again() -> None:
    memory = Memory()
    with patch.object(Compiled, "_kept", {}):
        assert town.build(memory=memory) == town.site()
    kept = list(memory.items())
    with (
        patch.object(Compiled, "_kept", {}),
        patch.object(bundles, "_renderers", {}),
        patch.object(Workbench, "compile", side_effect=AssertionError("it is known")),
        patch.object(compiling, "markdown", side_effect=AssertionError("it is known")),
        patch.object(schemas, "schema", side_effect=AssertionError("it is known")),
    ):
        assert town.build(memory=memory) == town.site()
    assert list(memory.items()) == kept


def test_another_site_is_compiled_for_itself() -> None:
    memory = Memory()
    assert town.build(memory=memory) == town.site()
    assert town.build(memory=memory, site_url="") == town.homeless()
    assert Counter(key.partition("\n")[0] for key in memory) == {
        "data": 2,
        "lists": 2,
        "schemas": 1,
        "sitemap": 1,
        "templates": 2,
        "together": 2,
    }
