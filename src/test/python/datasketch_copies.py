"""A yardstick of jobs/benchmark: near-duplicates by datasketch, as its documentation has them found.

MinHash of the same size and bands as the product's, then each candidate compared exactly, by the same definition of a
copy. JSON Lines in, with an id and a body; the pairs out, as CSV.

    datasketch_copies.py BODIES.jsonl OUTPUT_DIR
"""

import csv
import json
import sys
from pathlib import Path

from datasketch import MinHash, MinHashLSH

from copy_likeness import is_copy, shingles

BANDS, ROWS = 64, 3


def main(bodies, output):
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "pairs.csv", "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(pairs(read(bodies)))


def read(bodies):
    with open(bodies, encoding="utf-8") as lines:
        articles = ((record["id"], shingles(None, record["body"])) for record in map(json.loads, lines))
        return {article: found for article, found in articles if found}


def pairs(articles):
    index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
    contents = ([" ".join(shingle).encode() for shingle in found] for found in articles.values())
    # One generator for all: the permutations are drawn once.
    signatures = MinHash.generator(contents, num_perm=BANDS * ROWS)
    for article, signature in zip(articles, signatures, strict=True):
        for other in index.query(signature):
            if is_copy(articles[article], articles[other]):
                yield other, article
        index.insert(article, signature, check_duplication=False)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: datasketch_copies.py BODIES.jsonl OUTPUT_DIR")
    main(*sys.argv[1:])
