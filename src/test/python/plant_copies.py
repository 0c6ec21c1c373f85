"""Plants copies in a corpus, as outlets make them, so that it is known what a search for copies has to find.

    plant_copies.py CORPUS.jsonl[.gz] COPIES OUTPUT.jsonl

OUTPUT.jsonl gets the articles with an id each, then the copies; OUTPUT.jsonl.bodies the same with nothing but id and body;
OUTPUT.jsonl.planted the pairs of ids, as JSON. The same corpus gets the same copies.
"""

import gzip
import json
import random
import re
import sys
from collections import Counter
from datetime import datetime, timedelta
from typing import NamedTuple

SEED = 20
FEWEST_WORDS = 40
KEPT, DROPPED, CHANGED = 0.6, 0.2, 0.04
MOST_DAYS = 20
OUTLETS = ["alpha.example", "beta.example", "gamma.example"]
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
SENTENCE_WORDS = 20  # where a text has no punctuation


class Planted(NamedTuple):
    original: str
    copy: str
    kind: str


def read(corpus) -> list[dict]:
    """The records, with their line as the id of those that have none."""
    with open(corpus, "rb") as file:
        compressed = file.read(2) == b"\x1f\x8b"
    with (gzip.open if compressed else open)(corpus, "rt", encoding="utf-8") as lines:
        records = [{"id": number} | json.loads(line) for number, line in enumerate(lines, start=1) if line.strip()]
    return [record | {"id": str(record["id"]), "body": record.get("body") or ""} for record in records]


def plant(articles: list[dict], number: int) -> tuple[list[dict], list[Planted]]:
    """Copies of so many articles, a third of each kind, and what each is a copy of."""
    chance = random.Random(SEED)
    some = chance.sample(articles, min(400, len(articles)))
    words = [word for article in some for word in article["body"].split()]
    makers = [verbatim, beginning, edited]
    # What is in the corpus twice may be no article of its own, and could not be found.
    bodies = Counter(article["body"] for article in articles)
    originals = [a for a in articles if bodies[a["body"]] == 1 and len(a["body"].split()) >= FEWEST_WORDS]
    copies, planted = [], []
    for place, original in enumerate(chance.sample(originals, min(number, len(originals)))):
        make = makers[place % len(makers)]
        copy = original | {
            "id": f"planted-{place}",
            "source": chance.choice(OUTLETS),
            "title": f"Planted {place}",
            "body": make(original["body"], words, chance),
        }
        copy.pop("byline", None)
        if "published" in copy:
            copy["published"] = later(original["published"], chance.randint(0, MOST_DAYS))
        copies.append(copy)
        planted.append(Planted(original["id"], copy["id"], make.__name__))
    return copies, planted


def verbatim(body, words, chance):
    return body


def beginning(body, words, chance):
    parts = sentences(body)
    return " ".join(parts[: max(1, round(KEPT * len(parts)))])


def edited(body, words, chance):
    parts = sentences(body)
    dropped = set(chance.sample(range(len(parts)), round(DROPPED * len(parts))))
    kept = " ".join(part for place, part in enumerate(parts) if place not in dropped).split()
    for place in chance.sample(range(len(kept)), round(CHANGED * len(kept))):
        kept[place] = chance.choice(words)
    return " ".join(kept)


def sentences(body):
    parts = SENTENCE_END.split(body)
    if len(parts) >= 3:
        return parts
    words = body.split()
    return [" ".join(words[i : i + SENTENCE_WORDS]) for i in range(0, len(words), SENTENCE_WORDS)]


def later(published, days):
    """A date some days later, in the same form as far as it is one that the corpora have."""
    for form in ("%Y-%m-%d", "%d-%b-%Y"):
        day, _, time = published.strip().partition(" ")
        try:
            moved = datetime.strptime(day, form) + timedelta(days)
        except ValueError:
            continue
        return f"{moved.strftime(form)} {time}".strip()
    return published


def write(file, articles):
    with open(file, "w", encoding="utf-8") as out:
        for article in articles:
            out.write(json.dumps(article, ensure_ascii=False) + "\n")


def main(corpus, number, output):
    articles = read(corpus)
    copies, planted = plant(articles, int(number))
    write(output, articles + copies)
    write(f"{output}.bodies", [{"id": article["id"], "body": article["body"]} for article in articles + copies])
    with open(f"{output}.planted", "w", encoding="utf-8") as out:
        json.dump(planted, out)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: plant_copies.py CORPUS.jsonl[.gz] COPIES OUTPUT.jsonl")
    main(*sys.argv[1:])
