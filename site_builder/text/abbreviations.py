"""Short words with a point that do not end a sentence, where the base segmenter does not know them.

Titles and words for places stand before a name; they are grouped by language and, in ``EVERYWHERE``, by use in
many languages. A word belongs here only if a sentence hardly ever ends with it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

EVERYWHERE = "Vol vol Vols Fig Figs fig St Mr Mrs Ms Mx Messrs Dr Prof Mgr Msgr Mme Mlle vs v Hon Rev cf ca"

# These end no sentence before a number, though they may before a word: "No. 5", but "No. She stayed."
_BEFORE_NUMBERS = (
    "No no Nr nr Nos nos kl Kl Eq Eqs Sec Ch Tab č čl ul godz pkt Art art hal hlm p pp pg pág núm núms Abs Bab bab "
    "Pasal pasal S"
)

BEFORE_NAMES = {
    "de": "Hr Fr Frl Abg bzw ggf evtl usf zzgl inkl exkl sog Bd Kap Str",
    "en": "Sen Rep Gen Col Lt Capt Sgt Gov Pres Supt Det Adm Cmdr Maj Fr Sr",
    "es": "Sr Sra Srta Sres Dra D Dª Av Avda Sto Sta Ud Uds Gral Cap Lic Ing Arq pág núm aprox",
    "fr": "M MM Mlles Mmes Pr Ste Mgr bd av",
    "hi": "डॉ प्रो",
    "id": "Tn Ny Nn Sdr Sdri Bpk Bp drg Drs Dra Ir Hj KH R Rd Rr Tb Jl Jln Gg Kab Kec Kel Ds Dsn Dk Kp hlm tgl "
    "tlp telp sbb yth kol letkol mayjen brigjen jend",
    "it": "sig sigg dott dotto avv ing arch on sen sig.ra prof.ssa",
    "ms": "Tn Pn En Hj Hjh Kpt Kol Jen Jln Kg",
    "nl": "dhr mevr mw ir ing drs mr prof dr",
    "pt": "Sr Sra Srs Dra Exmo Exma Av Eng Pe D",
    "tr": "Sn Av Doç Yrd Uzm Op Gen Alb Cad Sok Mah",
    "vi": "TP Tp tp TX Tx TT Tt P Q H X GS PGS TS ThS Ths BS KS LS NS NSND NSƯT CN Nxb tr",
}

_STARTERS = {
    "da": "Det Den De Der Han Hun Vi Jeg Hvad Hvor Hvem Hvornår Men Og Hvis Når Som En Et",
    "de": "Der Die Das Er Sie Es Wir Ich Was Wie Wo Wer Wann Aber Und Wenn Ein Eine Dies Diese",
    "en": "The He She It We They You I This That These Those What How Who When Where Why But And If Did Do Does "
    "Is Are Was Were His Her Its Our Their There Here Then So Yet",
    "es": "El La Los Las Él Ella Ellos Ellas Yo Qué Cómo Pero Y Si Un Una Esto Este Esta",
    "fr": "Le La Les Il Elle Ils Elles Nous Vous Je Mais Et Si Un Une Ce Cette Que",
    "id": "Ini Itu Dia Ia Mereka Kami Kita Saya Namun Dan Tetapi Jika Apa Siapa Bagaimana Menurut",
    "it": "Il Lo La I Gli Le Lui Lei Loro Noi Io Ma E Se Un Una Questo Questa Che",
    "nl": "De Het Een Hij Zij Ze Wij We Ik Wat Hoe Wie Maar En Als Dit Dat",
    "pt": "O A Os As Ele Ela Eles Elas Eu Mas E Se Um Uma Este Esta",
}
# Where ordinals have a point, a number after one of these words is an ordinal: der 18. Gipfel.
_BEFORE_ORDINALS = {
    "da": "den det de Den Det De",
    "de": "der die das dem den des am vom zum zur im beim ab bis und Der Die Das Dem Den Am Vom Zum Im",
    "nb": "den det de Den Det De",
    "no": "den det de Den Det De",
}
_SHORT = "Co Corp Inc Ltd Bros Jr Sr etc"
_ACRONYM = "|".join(
    (r"(?<=\b\w\.\w\.)", r"(?<=\.\w\.\w\.)", *(rf"(?<=\b{word}\.)" for word in _SHORT.split()))
)


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    names = f"{EVERYWHERE} {BEFORE_NAMES.get(language, '')}"
    numbered = frozenset(_BEFORE_NUMBERS.split())
    return frozenset(names.split()), numbered, frozenset(_BEFORE_ORDINALS.get(language, "").split())


def awaits_more(words: str, following: str, language: str) -> bool:
    """Tell whether ``words`` end with a point that ends no sentence: a title, or an ordinal after its article.

    ``following`` is what stands after them.
    """
    if not words.endswith("."):
        return False
    *_, before, word = ("", "", *words[:-1].split())
    word, after = word.lstrip('"“«(['), following.lstrip()[:1]
    if not word:
        return False
    names, numbered, articles = _words(language)
    if after.isdecimal() and (word in numbered or ("." in word and word[0].isupper())):
        return True
    if word.isdecimal():
        return before in articles and len(word) < 3
    return (
        word in names
        or (after.islower() and ("." in word or len(word) <= _short(language)))
        or _initial(word)
    )


def _short(language: str) -> int:
    """Return how many letters before a point and a small letter are an abbreviation rather than the last word.

    sentencex knows those of English; there a short word may well end a sentence in a careless text.
    """
    return 1 if language == "en" else 3


def _initial(word: str) -> bool:
    """Tell whether ``word`` is one letter of a script without capitals, such as the title د in Arabic."""
    return len(word) == 1 and unicodedata.category(word) == "Lo" and word < "\u3000"


@cache
def after_acronym(language: str) -> re.Pattern[str] | None:
    """Return a pattern of acronyms before a word that is written small unless a sentence begins: ``U.S. He``."""
    if language not in _STARTERS:
        return None
    return re.compile(rf"\.(?:{_ACRONYM})(?=\s+(?:{'|'.join(_STARTERS[language].split())})\s)")
