"""Catalogues: complete, up to date, their gaps the same, and nothing on a page that no catalogue could tell."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from selectolax.lexbor import LexborHTMLParser

from bench import messages as tool
from site_builder import pipeline, rendering
from site_builder.model.finding import Report
from site_builder.rendering import bundles, messages
from site_builder.rendering.messages import Messages, load_messages
from tests.printing import printed
from tests.rendering import abroad
from tests.rules import newsroom

CATALOGUES = {path.stem: catalogue for path, catalogue in tool.catalogues()}


@pytest.fixture(scope="module")
def extracted() -> Catalog:
    return tool.extracted()


def forms(message: Message) -> Sequence[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def gaps(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


def test_there_are_indonesian_and_vietnamese() -> None:
    assert {"id", "vi"} <= set(CATALOGUES)


@pytest.mark.parametrize("code", CATALOGUES)
def test_catalogue_is_complete_and_up_to_date(code: str, extracted: Catalog) -> None:
    catalogue = CATALOGUES[code]
    assert {m.id for m in catalogue if m.id} == {m.id for m in extracted if m.id}, "run `make messages`"
    assert not catalogue.obsolete
    assert [m.id for m in catalogue if m.id and (m.fuzzy or not all(forms(m)))] == []


@pytest.mark.parametrize("code", CATALOGUES)
def test_gaps_are_the_same(code: str) -> None:
    for message in CATALOGUES[code]:
        wanted = gaps(message.id[-1] if isinstance(message.id, tuple) else message.id)
        for form in forms(message) if message.id else ():
            assert gaps(form) == wanted, message.id


@pytest.mark.parametrize("code", CATALOGUES)
def test_spaces_and_stops_are_the_same(code: str) -> None:
    for message in CATALOGUES[code]:
        said = message.id[-1] if isinstance(message.id, tuple) else message.id
        for form in forms(message) if said else ():
            assert form == form.strip(), said
            assert (form[-1] in ".:") == (said[-1] in ".:") or said == "n.d.", said


def test_updating_changes_nothing_but_what_changed(extracted: Catalog) -> None:
    path = tool.FOLDER / "id.po"
    catalogue = CATALOGUES["id"]
    assert tool.written(path.read_bytes(), catalogue).decode() == path.read_text(encoding="utf-8")


def marked(said: str) -> str:
    return f"⟦{said}⟧"


class Marked(Messages):
    """Says everything in brackets, so that what was said by no catalogue stands out."""

    def say(self, words: str) -> str:
        return marked(words)

    def count(self, one: str, many: str, number: int) -> str:
        return marked((one if number == 1 else many).format(count=number))

    def date(self, value: object) -> str:
        return marked(str(value))

    def day(self, value: object) -> str:
        return marked(str(value))


_OURS = re.compile(r"⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧")
_NAMES = re.compile(
    r"JSON-LD|JSON|Feed|CSV|Atom|llms\.txt|sitemap\.xml|(?:claim|article|scale)\.json|kB|B|GB|MB"
)


@pytest.fixture(scope="module")
def spoken() -> dict[str, str]:
    """Return a site whose interface says everything in brackets, and whose claims hold no word of English."""
    data = abroad.english(languages=["en"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rendering, "load_messages", lambda language, folders: Marked(language))
        # other tests may have printed this newsroom in the words of our catalogues
        patch.setattr(bundles, "_renderers", {})
        made = newsroom.project(data)
        site = rendering.make_site(made.settings)
        pages = printed(made, pipeline.make_cases(made), Report(), site, rendering.template_folders())
        return {page.path: page.content for page in pages if isinstance(page.content, str)}


def said_by_templates(html: str) -> Iterator[str]:
    body = LexborHTMLParser(html).css_first("body")
    assert body
    for node in body.traverse(include_text=True):
        if node.tag == "-text" and node.parent.tag not in ("code", "script", "style"):
            yield node.text(deep=False)
        for name in ("aria-label", "title", "placeholder", "alt"):
            if node.tag != "-text" and (value := node.attributes.get(name)):
                yield value


def test_every_word_of_the_interface_is_in_a_catalogue(spoken: dict[str, str]) -> None:
    """What templates write themselves is either the newsroom's or said through a catalogue."""
    newsrooms = " ".join(map(str, (abroad.english(), abroad.ARTICLE, newsroom.CLAIM)))
    for path, html in spoken.items():
        if not path.endswith(".html") or path.startswith("rules/"):
            continue
        for text in said_by_templates(html):
            left = _NAMES.sub("", _OURS.sub("", text))
            for word in re.findall(r"[^\W\d_]{2,}", left):
                assert word in newsrooms or word.lower() in newsrooms, f"{path}: {text!r}"


def test_a_newsroom_may_bring_a_catalogue_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "locale").mkdir()
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
    words = 'msgid "Claims"\nmsgstr "Affirmations"\n\nmsgid "{count} claim"\nmsgid_plural "{count} claims"\n'
    plural = 'msgstr[0] "{count} affirmation"\nmsgstr[1] "{count} affirmations"\n'
    (tmp_path / "locale/fr.po").write_text(f"{head}\n{words}{plural}", encoding="utf-8")
    found = load_messages("fr", [tmp_path, *rendering.template_folders()])
    assert found.language == "fr"
    assert (found.say("Claims"), found.say("Topics")) == ("Affirmations", "Topics")
    assert found.count("{count} claim", "{count} claims", 0) == "0 affirmation"
    assert found.count("{count} claim", "{count} claims", 1200).startswith("1\u202f200 aff")


def test_a_language_without_a_catalogue_is_english_and_says_so() -> None:
    found = load_messages("sw", rendering.template_folders())
    assert (found.language, found.say("Claims")) == (messages.SOURCE, "Claims")


def test_numbers_and_sizes_are_written_as_the_language_has_them() -> None:
    folders = rendering.template_folders()
    english, indonesian = (load_messages(code, folders) for code in ("en", "id"))
    assert (english.number(999), english.number(12345)) == ("999", "12,345")
    assert (indonesian.number(12345), indonesian.size(1_234_567)) == ("12.345", "1,2 MB")
    assert (english.size(512), english.size(1500)) == ("512 B", "1.5 kB")
