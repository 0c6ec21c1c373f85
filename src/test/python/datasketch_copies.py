"""A yardstick of jobs/benchmark: near-duplicates by datasketch, as its documentation has them found.

MinHash of the same size and bands as the product's, then each candidate compared exactly, by the same definition of a
copy. JSON Lines in, with an id and a body; the pairs out, as CSV, and the seconds that it took from texts to pairs.

    datasketch_copies.py BODIES.jsonl OUTPUT_DIR
"""

import csv
import json
import sys
import time
from pathlib import Path

from datasketch import MinHash, MinHashLSH

from copy_likeness import is_copy, shingles

BANDS, ROWS = 64, 3


def main(bodies, output):
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    with open(bodies, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    start = time.perf_counter()
    found = list(pairs(records))
    (folder / "seconds").write_text(str(time.perf_counter() - start))
    with open(folder / "pairs.csv", "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(found)


def pairs(records):
    sets = ((record["id"], shingles(None, record["body"])) for record in records)
    articles = {article: found for article, found in sets if found}
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
