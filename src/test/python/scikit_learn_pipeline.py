"""A yardstick of jobs/benchmark: the script that a data scientist would write in an afternoon with scikit-learn.

JSON Lines in; term frequencies, articles of each source and the topic of each article out, as CSV. The product does not
use it, and it knows nothing of the product. It is meant to be a fair opponent: words are counted once, for the
frequencies and for the topics.

    scikit_learn_pipeline.py CORPUS.jsonl[.gz] OUTPUT_DIR TOPICS [LABEL_FIELD]

With LABEL_FIELD, scores.csv says how well the topics agree with the known classes in that field.
"""

import csv
import gzip
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

MIN_DF = 5
MAX_DF_SHARE = 0.5
MAX_FEATURES = 20_000
STARTS = 5
SEED = 1


def main(corpus, output, topics, label_field=None):
    ids, texts, sources, labels = read(corpus, label_field)
    vectorizer = CountVectorizer(stop_words="english")
    counts = vectorizer.fit_transform(texts)
    tf = np.asarray(counts.sum(axis=0)).ravel()
    df = np.bincount(counts.indices, minlength=counts.shape[1])
    found = clusters(counts[:, telling_words(tf, df, len(texts))], int(topics))

    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    terms = zip(vectorizer.get_feature_names_out(), tf, df, strict=True)
    write(folder / "terms.csv", ["term", "tf", "df"], terms)
    write(folder / "sources.csv", ["source", "articles"], sorted(Counter(sources).items()))
    write(folder / "article_topics.csv", ["id", "topic"], zip(ids, found, strict=True))
    if label_field:
        write(folder / "scores.csv", ["nmi", "ari", "labelled_articles"], [scores(labels, found)])


def read(corpus, label_field):
    """The id, text, source and label of each record; a label that is missing is None."""
    ids, texts, sources, labels = [], [], [], []
    with open_text(corpus) as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                record = json.loads(line)
                ids.append(record.get("id", number))
                texts.append(f"{record.get('title') or ''} {record.get('body') or record.get('text') or ''}")
                sources.append(str(record.get("source") or ""))
                labels.append(record.get(label_field))
    return ids, texts, sources, labels


def open_text(corpus):
    with open(corpus, "rb") as file:
        compressed = file.read(2) == b"\x1f\x8b"
    return (gzip.open if compressed else open)(corpus, "rt", encoding="utf-8")


def telling_words(tf, df, articles):
    """Columns of the words to cluster by: what TfidfVectorizer takes for min_df, max_df and max_features."""
    columns = np.flatnonzero((df >= MIN_DF) & (df <= MAX_DF_SHARE * articles))
    return np.sort(columns[np.argsort(-tf[columns], kind="stable")][:MAX_FEATURES])


def clusters(counts, topics):
    weights = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    return KMeans(n_clusters=topics, n_init=STARTS, random_state=SEED).fit_predict(weights)


def scores(labels, found):
    labelled = [(str(label), topic) for label, topic in zip(labels, found, strict=True) if label is not None]
    if not labelled:
        return "", "", 0
    known, topics = zip(*labelled, strict=True)
    return normalized_mutual_info_score(known, topics), adjusted_rand_score(known, topics), len(labelled)


def write(file, names, rows):
    with open(file, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(names)
        writer.writerows(rows)


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit("usage: scikit_learn_pipeline.py CORPUS.jsonl[.gz] OUTPUT_DIR TOPICS [LABEL_FIELD]")
    main(*sys.argv[1:])
