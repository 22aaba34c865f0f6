"""Words in several languages: what the checks see, what stands beside it, and a record as one language tells it."""

from __future__ import annotations

from site_builder.model.claim import Claim
from site_builder.model.project import ClaimFile
from site_builder.model.source import Source
from site_builder.model.told import Told, told_in
from site_builder.reading.claims import parse_claim

TEXT = """\
article: piece
quote: The bridge cost 1,600 euros
claim:
  en: The bridge cost 1,600 euros.
  id: "Jembatan itu berbiaya 1.600 euro. "
verdict: right
conclusion: It did.
evidence:
  - stance: supports
    publisher: The Town
    quote: 1,600 euros
    translation:
      id: 1.600 euro
    shows: {en: The cost., id: Biayanya.}
  - stance: context
    publisher: The Paper
    shows: The day.
topics: [Bridges]
"""


def read(text: str = TEXT, language: str = "en") -> tuple[ClaimFile, Claim]:
    file = parse_claim(Source("claims/a.yaml", text), "a", language)
    assert file.claim is not None, file.problems
    return file, file.claim


def test_claim_is_that_of_the_sites_language():
    file, claim = read()
    assert claim.claim == "The bridge cost 1,600 euros."
    assert type(claim.claim) is str
    assert (claim.evidence[0].shows, claim.evidence[0].translation) == ("The cost.", None)
    assert file.translations == {
        ("claim",): {"id": "Jembatan itu berbiaya 1.600 euro."},
        ("evidence", 0, "translation"): {"id": "1.600 euro"},
        ("evidence", 0, "shows"): {"id": "Biayanya."},
    }


def test_site_of_another_language_reads_the_same_file():
    text = TEXT.replace("conclusion: It did.", "conclusion: Benar.")
    file, claim = read(text, "id")
    assert claim.claim == "Jembatan itu berbiaya 1.600 euro."
    assert file.translations["claim",] == {"en": "The bridge cost 1,600 euros."}


def test_plain_claim_has_no_translations():
    assert read("article: a\nquote: q\nclaim: c\nverdict: v\n")[0].translations == {}


def language(words: object) -> str:
    assert isinstance(words, Told)
    return words.language


def test_tells_a_claim_in_another_language():
    file, claim = read()
    told = told_in(claim, file.translations, "id", "en")
    assert (told.claim, language(told.claim)) == ("Jembatan itu berbiaya 1.600 euro.", "id")
    assert isinstance(told.claim, Told)
    assert told.claim.said == claim.claim
    assert (told.evidence[0].translation, told.evidence[0].shows) == ("1.600 euro", "Biayanya.")
    assert told.quote == claim.quote
    assert claim.claim == "The bridge cost 1,600 euros."


def test_missing_words_are_those_of_the_sites_language_and_say_so():
    file, claim = read()
    told = told_in(claim, file.translations, "id", "en")
    assert (told.conclusion, language(told.conclusion)) == ("It did.", "en")
    assert (told.evidence[1].shows, language(told.evidence[1].shows)) == ("The day.", "en")
    assert (told.explanation, told.evidence[1].translation) == (None, None)
