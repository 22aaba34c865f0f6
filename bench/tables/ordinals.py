"""Learning ordinals, what makes an ordinal of digits, and the denominators that ordinals are."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

import unicode_rbnf

from bench.tables.spelling import RULES, Rules, Table, plain
from bench.tables.teaching import COUNTS, LINKS_NEEDED
from site_builder.figures.folding import fold


def teach_ordinals(rules: Rules, table: Table) -> None:
    """Fill ``table`` with the least words from which the ordinals of ``rules`` are read."""
    ranks: dict[str, set[int]] = defaultdict(set)
    for number in range(2, 31):
        for form in rules.forms(number, ordinal=True):
            for card in rules.forms(number):
                if form.endswith(card) and form != card:
                    ranks[form[: -len(card)]].add(number)
    table.note("rank", [word for word, numbers in ranks.items() if len(numbers) > 12])
    for number in [*range(1, 32), *range(40, 100, 10), *range(32, 100), *range(100, 1001, 100), 10**6]:
        if number in (100, 1000, 10**6):
            ordinal_multipliers(rules, table, number)
        for form in rules.forms(number, ordinal=True):
            if table.value(form, ordinal=True) != number and table.value(form) != number:
                table.put("nth", form, number)


def ordinal_multipliers(rules: Rules, table: Table, power: int) -> None:
    seen: dict[str, set[int]] = defaultdict(set)
    for count in (1, *COUNTS):
        for form in rules.forms(count * power, ordinal=True):
            for spelled in rules.forms(count):
                if form.startswith(spelled) and form != spelled:
                    seen[form[len(spelled) :].strip()].add(count)
    for word, counts in seen.items():
        if len(counts) >= LINKS_NEEDED:
            table.put("nth times", word, power)


def ordinal_marks(rules: Rules, table: Table) -> None:
    """Find what stands around digits to make an ordinal, in the text of the rules: ``3rd``, ``ke-3``, ``第3``."""
    before, after = set(), set()
    for name in RULES.get(rules.language, [rules.language]):
        tree = ElementTree.parse(Path(unicode_rbnf.__file__).parent / "rbnf" / f"{name}.xml")
        for rule in tree.iterfind(".//ruleset/rbnfrule"):
            head, mark, tail = (rule.text or "").partition("=#,##0=")
            if mark:
                before.add(plain(head.strip("'"), table.language) + " " * head.endswith(" "))
                after.update(re.findall(r"\w+\{([^{}]*)\}", tail) or [tail.rstrip(";").strip("'")])
    words = {fold(word.lstrip(".:-'’"), table.language, table.data["unmark"])[0] for word in after}
    table.note("rank", sorted(word for word in before if word.strip(" -−") and "=" not in word))
    table.note("after ordinal", sorted(word for word in words if word.isalpha()))


def parts(table: Table, pattern: str, plural: bool) -> None:
    """Make denominators from ordinals: as they are, with an ending, or with one ending for another."""
    for word, value in list(table.data.get("nth", {}).items()) + list(
        table.data.get("nth times", {}).items()
    ):
        old, _, new = pattern.partition(">")
        stem, plus, ending = pattern.partition("+")
        made = word + ending if word.endswith(stem) and plus else "" if plus else word
        if ">" in pattern:
            made = word.removesuffix(old) + new if word.endswith(old) else ""
        if value > 2 and made:
            table.put("part", made, [value, int(not (plural and pattern == ""))])
