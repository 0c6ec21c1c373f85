"""The corpora that measures are tried on: public ones in ../shared/corpora where they are there, or else one made here."""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import runs

FOLDER = runs.ROOT.parent / "shared" / "corpora"
GENERATED = "generated"

ARTICLES = 1_500
LABELS = ["sport", "business", "politics", "weather", "culture"]
SOURCES = [f"{name}.example" for name in ("post", "echo", "ledger", "courier", "herald", "gazette", "mercury", "star", "argus")]
# Words that some test looks for, beside the invented ones.
KNOWN_WORDS = ["ferry", "harbour", "council", "flood", "premier", "strike", "water", "hospital"]
FIRST_DAY = date(2025, 1, 6)
DAYS = 365
WORDS_OF_A_LABEL = 120


def available(*names: str) -> list[str]:
    """Those of some corpora that are there; the generated one if none is."""
    return [name for name in names if _public(name).is_file()] or [GENERATED]


def file(name: str, folder: Path) -> Path:
    """The file of an available corpus; the generated one is written to a folder."""
    return write(folder / "generated.jsonl", ARTICLES) if name == GENERATED else _public(name)


def _public(name: str) -> Path:
    return FOLDER / f"{name}.jsonl.gz"


def write(path: Path, number: int, unread: int = 0) -> Path:
    """Writes invented articles as JSON Lines, the same ones every time.

    `unread` is the length of a field beside each article that nothing reads, as exports have many.
    """
    with path.open("w", encoding="utf-8") as out:
        for article in _articles(number, random.Random(7)):
            if unread:
                article["markup"] = "<b>" * (unread // 3)
            out.write(json.dumps(article) + "\n")
    return path


def _articles(number: int, chance: random.Random) -> Iterator[dict]:
    """Articles whose words follow Zipf's law and their label, and every tenth of which copies one of the days before."""
    words = KNOWN_WORDS + [_word(chance) for _ in range(4_000)]
    frequent = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    special = {label: chance.sample(words[100:], WORDS_OF_A_LABEL) for label in LABELS}
    written = []
    for i in range(number):
        day = FIRST_DAY + timedelta(days=i * DAYS // number)
        if written and i % 10 == 9:
            article = dict(chance.choice(written[-40:]))
            article["body"] += " " + _sentence(words, frequent, [], chance)
        else:
            label = LABELS[(i + i * i // 97) % len(LABELS)]
            sentences = [_sentence(words, frequent, special[label], chance) for _ in range(chance.randint(5, 14))]
            article = {"title": _sentence(words, frequent, special[label], chance)[:60].rstrip(" ."), "label": label}
            article["body"] = ("LONDON (Reuters) - " if i % 13 == 0 else "") + " ".join(sentences)
        source = SOURCES[chance.randrange(len(SOURCES)) * chance.randrange(len(SOURCES)) // len(SOURCES)]
        byline = f"By {chance.choice('Ada Ben Cleo Dan'.split())} {chance.choice('Marsh Field Stone'.split())}"
        article |= {"id": str(i), "source": source, "date": day.isoformat(), "author": byline}
        written.append(article)
        yield article


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))


def _sentence(words: list[str], frequent: list[float], special: list[str], chance: random.Random) -> str:
    length = chance.randint(6, 22)
    chosen = chance.choices(words, cum_weights=frequent, k=length)
    chosen = [chance.choice(special) if special and chance.random() < 0.3 else word for word in chosen]
    return " ".join(chosen).capitalize() + "."
