"""Learning the words of whole numbers: a word enters the table only where the reader does not understand yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bench.tables.spelling import Rules, Table

WHOLE_MOST = 120
"""Numbers below a thousand that are taken as wholes where nothing shorter reads them: more say that the
language builds its numbers in another way."""
LINKS_NEEDED = 3
POWERS = [
    10,
    100,
    1000,
    10**4,
    10**5,
    10**6,
    10**7,
    10**8,
    10**9,
    10**10,
    10**11,
    10**12,
    10**15,
    10**16,
    10**18,
]
COUNTS = [*range(2, 10), 11, 12, 20, 21, 30]
SAMPLE = [
    *range(200),
    *range(200, 1000, 37),
    *range(1000, 10000, 997),
    10**4,
    11000,
    12345,
    21011,
    54321,
    100000,
]


def teach(rules: Rules, table: Table) -> None:
    """Fill ``table`` with the least words from which the cardinals of ``rules`` are read."""
    for number in range(11):
        learn(rules, table, number)
    between_tens = links(rules)
    if "turn" not in between_tens and not table.data.get("turn"):
        multipliers(rules, table, 10)
    for number in range(20, 100, 10):
        learn(rules, table, number)
    follow_counts(rules, table)
    for order, words in between_tens.items():
        table.note(order, words)
    bound_units(rules, table)
    for number in range(11, 100):
        learn(rules, table, number)
    for power in POWERS[1:]:
        table.note("link", links_behind(rules, power))
        multipliers(rules, table, power)
        for count in range(1, 10):
            if power <= 1000 or count < 3:
                learn(rules, table, power * count)
    for number in range(100, 200):
        learn(rules, table, number)
    heads(rules, table)
    rest = [
        number for number in range(201, 1000) if any(table.value(f) != number for f in rules.forms(number))
    ]
    for number in rest if len(rest) < WHOLE_MOST else ():
        learn(rules, table, number)


def heads(rules: Rules, table: Table) -> None:
    """Find spellings of hundreds and thousands that only stand in front of smaller numbers."""
    for number in (*range(100, 1000, 100), *range(1000, 10000, 1000)):
        seen: dict[str, set[int]] = defaultdict(set)
        for more in (1, 2, 3, 5, 10, 11, 20, 30):
            for form in rules.forms(number + more):
                for tail in rules.forms(more) if table.value(form) is None else ():
                    if form.endswith(tail):
                        seen[form.removesuffix(tail).strip()].add(more)
        for word, found in seen.items():
            if len(found) >= LINKS_NEEDED:
                table.put("head", word, [number, room(number)])


def learn(rules: Rules, table: Table, number: int) -> None:
    for form in rules.forms(number):
        read = table.value(form)
        broken = read is not None and read != number and form in rules.forms(int(read))
        if read != number and not broken:
            table.data.setdefault("add", {})[form] = [number, room(number)]
            table.built = None


def room(number: int) -> int:
    """Return the most that could be added behind ``number``; evidence narrows it."""
    if number < 10:
        return 1
    size = 10 ** (len(str(number)) - 1)
    return 20 if number in (20, 40, 60, 80) else size if number % size == 0 else 1


def links(rules: Rules) -> dict[str, list[str]]:
    """Find what stands between tens and units, in either order; all three from one rule set."""
    seen: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number in range(21, 100):
        if number % 10:
            for form, tens, units in rules.together(number, number - number % 10, number % 10):
                for order, first, second in (("link", tens, units), ("turn", units, tens)):
                    middle = form[len(first) : len(form) - len(second)].strip()
                    if middle and form.startswith(first) and form.endswith(second):
                        seen[order, middle].add(number)
    found: dict[str, list[str]] = defaultdict(list)
    for (order, word), numbers in seen.items():
        if len(numbers) >= LINKS_NEEDED:
            found[order].append(word)
    return found


def follow_counts(rules: Rules, table: Table) -> None:
    """Find multipliers that stand before their count, as in Swahili *elfu tatu*."""
    for power in POWERS[1:]:
        seen: dict[str, set[int]] = defaultdict(set)
        for count in range(2, 10):
            for form in rules.forms(count * power):
                for spelled in rules.forms(count):
                    if form.endswith(" " + spelled):
                        seen[form.removesuffix(spelled).strip()].add(count)
        for word, counts in seen.items():
            if len(counts) >= LINKS_NEEDED:
                table.put("times", word, [power, 1])
                table.note("habits", ["count follows"])


def links_behind(rules: Rules, power: int) -> list[str]:
    """Find what stands between a hundred, a thousand … and what is added to it."""
    seen: dict[str, set[int]] = defaultdict(set)
    for number in (*range(1, 10), 10, 11, 20, 30):
        for form in rules.forms(power + number):
            for head in rules.forms(power):
                for tail in rules.forms(number):
                    middle = form[len(head) : len(form) - len(tail)].strip()
                    if middle and form.startswith(head) and form.endswith(tail):
                        seen[middle].add(number)
    return [word for word, numbers in seen.items() if len(numbers) >= LINKS_NEEDED]


def bound_units(rules: Rules, table: Table) -> None:
    """Find spellings of a unit that only stand behind tens, such as *lăm*."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number in range(11, 100):
        for form in rules.forms(number):
            for tens in rules.forms(number - number % 10):
                rest = form[len(tens) :]
                if (
                    number % 10
                    and form.startswith(tens)
                    and rest.startswith(" ")
                    and table.value(form) != number
                ):
                    seen[rest.strip(), number % 10].add(number)
    for (word, unit), numbers in seen.items():
        if len(numbers) >= LINKS_NEEDED:
            table.put("add", word, [unit, 0])


def multipliers(rules: Rules, table: Table, power: int) -> None:
    """Find the words that multiply by ``power``: what remains behind a count, for several counts."""
    seen: dict[str, set[int]] = defaultdict(set)
    for count in COUNTS:
        for form in rules.forms(count * power):
            if table.value(form) != count * power and (word := behind(form, rules.forms(count))):
                seen[word].add(count)
        for form in rules.forms(count * power + 5):
            word = between(form, rules.forms(count), rules.forms(5)) if table.value(form) is None else ""
            if word := without_link(word, table):
                seen[word].add(count)
    alone = set(rules.forms(power)) | {
        without_link(form.removesuffix(five).strip(), table)
        for form in rules.forms(power + 5)
        for five in rules.forms(5)
        if form.endswith(five)
    }
    for word, counts in sorted(seen.items(), key=lambda item: -len(item[1])):
        enough = len(counts) >= (6 if power == 10 else 2) or (power >= 1000 and counts <= {2, 3, 4, 21})
        if enough and word not in table.data.get("times", {}):
            table.data.get("add", {}).pop(word, None)
            table.put("times", word, [power, int(word in alone)])
    for form in rules.forms(power):
        rest = behind(form, rules.forms(1))
        if power > 10 and rest and table.value(form) != power:
            table.put("times", rest, [power, 0])


def behind(form: str, counts: Iterable[str]) -> str:
    """Return what follows the longest of ``counts`` that ``form`` begins with."""
    heads = [head for head in counts if form.startswith(head) and form != head]
    return form[len(max(heads, key=len)) :].strip() if heads else ""


def between(form: str, heads: Iterable[str], tails: Iterable[str]) -> str:
    ends = [tail for tail in tails if form.endswith(tail) and form != tail]
    return behind(form[: -len(max(ends, key=len))].strip(), heads) if ends else ""


def without_link(word: str, table: Table) -> str:
    for link in table.data.get("link", ()):
        word = word.removesuffix(link).strip()
    return word


def narrow(rules: Rules, table: Table) -> None:
    """Keep the room behind a word only where the rules put something there."""
    for word, (value, wide) in list(table.data.get("add", {}).items()):
        if wide < 2 or value == 0:
            continue
        above = [value + more for more in range(1, min(wide, 20))] + [value + wide // 2 + 1] * (wide > 20)
        forms = [(number, form) for number in above for form in rules.forms(int(number)) if word in form]
        readable = [(number, form) for number, form in forms if table.value(form) == number]
        for smaller in (1, 10, wide):
            table.data["add"][word] = [value, smaller]
            table.built = None
            if smaller == wide or all(table.value(form) == number for number, form in readable):
                break
