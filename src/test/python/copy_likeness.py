"""What copy_pairs.yaml calls a copy, in plain Python: sets of strings, all pairs with words in common, nothing estimated.

It shares no code with the product. The tests compare the product with it, and the peers of jobs/benchmark verify their
candidates by it.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

# Words as Unicode divides them: marks inside a word or a number do not end it.
WORD = re.compile(r"\w+(?:(?:(?<=[^\W\d_])['’.:·](?=[^\W\d_])|(?<=\d)['’.,;](?=\d))\w+)*")
UNHEARD = re.compile(r"[^\w]|_")

WORDS, FEWEST_WORDS, SHORT_BODY = 3, 5, 20
USUAL, SHORT, LATE = (0.3, 0.6), (0.5, 0.8), (0.7, 0.9)
FEW_SHARED, FEWEST_SHARED, SHORTEST = 65, 10, 0.2
DAYS, DAYS_OF_UPDATES = 30, 3


def words(text: str) -> list[str]:
    """In lower case, without apostrophes and the other marks inside."""
    found = WORD.findall(unicodedata.normalize("NFC", text).lower())
    return [UNHEARD.sub("", word) for word in found]


def shingles(title: str | None, body: str | None) -> set[tuple]:
    found = words(body or "")
    if len(found) < SHORT_BODY:
        found = words(title or "") + found
    return set(zip(*(found[i:] for i in range(WORDS)))) if len(found) >= FEWEST_WORDS else set()


def jaccard(one: set, other: set) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def containment(one: set, other: set) -> float:
    return len(one & other) / min(len(one), len(other))


def is_copy(one: set, other: set, is_late: bool = False) -> bool:
    shared = len(one & other)
    if shared > 0 and one == other:
        return True
    if shared < FEWEST_SHARED:
        return False
    least_jaccard, least_containment = LATE if is_late else SHORT if shared < FEW_SHARED else USUAL
    is_part = min(len(one), len(other)) < SHORTEST * max(len(one), len(other))
    return jaccard(one, other) >= least_jaccard or containment(one, other) >= least_containment and not is_part


def is_late(source, day, other_source, other_day) -> bool:
    """Of one outlet, and days apart: then a version has to be much alike. What is left out of series is not looked at."""
    if None in (source, other_source, day, other_day):
        return False
    return source == other_source and abs((day - other_day).days) > DAYS_OF_UPDATES


def are_near(day, other_day, size: int = FEWEST_SHARED) -> bool:
    """Headlines come back: texts of few shingles are of one story on one day only."""
    if size < FEWEST_SHARED:
        return day is not None and day == other_day
    return day is None or other_day is None or abs((day - other_day).days) <= DAYS


def pairs_with_common(sets: dict[str, set]) -> Iterator[tuple[str, str]]:
    """All pairs that have enough shingles in common to be copies, each once, the smaller id first."""
    holders = defaultdict(list)
    for article in sorted(sets):
        earlier = Counter()
        for shingle in sets[article]:
            earlier.update(holders[shingle])
            holders[shingle].append(article)
        for other, shared in earlier.items():
            if shared >= FEWEST_SHARED or sets[other] == sets[article]:
                yield other, article
