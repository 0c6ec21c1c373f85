"""The tables about outlets, and what counts once there, computed again from the other tables and from the texts.

Run on the sample and on larger corpora.
"""

import math
import re

import duckdb
import numpy
import pandas
import pytest
from scipy.spatial.distance import jensenshannon
from scipy.stats import entropy

import corpora
import runs
from test_measures import table

WORDS = ["ferry", "harbour", "council", "flood", "premier", "strike", "water", "hospital"]


@pytest.fixture(scope="module", params=["sample", *corpora.available("uk-immigration-2014", "reuters")])
def run(request, tmp_path_factory) -> runs.Run:
    if request.param == "sample":
        return request.getfixturevalue("sample_with_text")
    output = tmp_path_factory.mktemp("sources")
    corpus = corpora.file(request.param, output)
    job = output / "job.yaml"
    job.write_text(
        f"input: [{{path: '{corpus}'}}]\noutput: out\nlanguage: en\narticles: {{text: true}}\nterms: {{ngrams: 1}}\ntopics: {{k: 8}}\n"
    )
    tables = "tables=[articles, terms, term_sources, article_topics, sources, source_pairs, source_periods, copy_flows]"
    return runs.java_jar(output / "out", job=job, settings=[tables, "syndication.count=all"])


@pytest.fixture(scope="module")
def run_with_all_copies(run, tmp_path_factory) -> runs.Run:
    """A run in which term_sources has a row for every word of every copy."""
    if "sample" not in run.folder.parts[-3]:
        return run
    return runs.java_jar(tmp_path_factory.mktemp("all-copies"), settings=["syndication.count=all"])


@pytest.fixture(scope="module")
def sources(run) -> pandas.DataFrame:
    return table(run, "sources").set_index("source")


@pytest.fixture(scope="module")
def articles(run) -> pandas.DataFrame:
    return table(run, "articles")


def test_roles_add_up(sources, articles):
    roles = articles.groupby(["source", "copy_role"]).size().unstack(fill_value=0)
    roles = roles.reindex(columns=["single", "first", "copy", "own_update"], fill_value=0).loc[sources.index]
    assert (sources["originals"] == roles["single"] + roles["first"]).all()
    assert (sources["copies"] == roles["copy"]).all()
    assert (sources["own_updates"] == roles["own_update"]).all()


def test_what_others_copied_is_what_flows_from_an_outlet(run, sources):
    flows = table(run, "copy_flows").groupby("from_source")["articles"].sum()
    # A copy of no known outlet flows nowhere.
    assert (sources["copied_by_others"] >= flows.reindex(sources.index, fill_value=0)).all()


def test_the_feed_is_as_steady_as_the_articles_say(run, sources, articles):
    dated = articles.dropna(subset="published_date")
    monday = dated["published_date"].dt.to_period("W-SUN").dt.start_time
    found = 0
    for source, weeks in dated.groupby(["source", monday]).size().groupby(level=0):
        weeks = weeks.droplevel(0)
        said = sources.loc[source]
        all_weeks = pandas.date_range(weeks.index.min(), weeks.index.max(), freq="7D")
        if len(all_weeks) < 8:
            assert pandas.isna(said["expected_per_week"]) and pandas.isna(said["gap_weeks"])
            continue
        counts = weeks.reindex(all_weeks, fill_value=0)
        assert said["expected_per_week"] == weeks.median()
        gaps = counts.iloc[1:-1][counts.iloc[1:-1] < weeks.median() / 4].index
        assert said["gap_weeks"] == len(gaps)
        place, p = pettitt(counts.iloc[1:-1].to_numpy())
        is_shift = len(all_weeks) >= 10 and p < 0.01
        assert pandas.isna(said["level_shift_week"]) != is_shift
        if is_shift:
            assert said["level_shift_week"] == counts.index[place + 1]
            assert said["level_shift_p"] == pytest.approx(p)
        flagged = table(run, "source_periods", f"source = '{source}' AND is_gap")["period"]
        assert set(flagged) == set(gaps)
        found += 1
    assert found > 0 or dated.empty


def pettitt(values: numpy.ndarray) -> tuple[int, float]:
    """Pettitt 1979, with every pair looked at: the first place of the new level, and its probability."""
    n = len(values)
    u = [numpy.sign(values[:t, None] - values[None, t:]).sum() for t in range(1, n)]
    at = int(numpy.argmax(numpy.abs(u)))
    return at + 1, min(1, 2 * math.exp(-6 * u[at] ** 2 / (n**3 + n**2)))


def test_words_differ_as_scipy_says(run, run_with_all_copies, sources):
    words = table(run_with_all_copies, "term_sources", "n = 1")
    words["word"] = words["language"] + " " + words["term"]
    counts = words.pivot_table(index="word", columns="source", values="printed_tf", fill_value=0)
    everywhere = counts.sum(axis=1)
    for source in counts.columns:
        expected = jensenshannon(counts[source], everywhere, base=2) ** 2
        assert sources.loc[source, "term_divergence"] == pytest.approx(expected, abs=1e-9)
    for pair in table(run, "source_pairs").to_dict("records"):
        if {pair["source"], pair["other_source"]} <= set(counts.columns):
            expected = jensenshannon(counts[pair["source"]], counts[pair["other_source"]], base=2) ** 2
            assert pair["term_divergence"] == pytest.approx(expected, abs=1e-9)


def test_topics_differ_as_scipy_says(run, sources, articles):
    topics = table(run, "article_topics").merge(articles[["article_id", "source"]]).dropna(subset="topic_id")
    counts = topics.groupby(["topic_id", "source"]).size().unstack(fill_value=0)
    for source in counts.columns:
        said = sources.loc[source]
        assert said["topic_articles"] == counts[source].sum()
        assert said["topic_entropy"] == pytest.approx(entropy(counts[source], base=2), abs=1e-9)
        assert said["effective_topics"] == pytest.approx(2 ** said["topic_entropy"])
        expected = jensenshannon(counts[source], counts.sum(axis=1), base=2) ** 2
        assert said["topic_divergence"] == pytest.approx(expected, abs=1e-9)


def test_copy_groups_shared_by_outlets(run, articles):
    groups = articles.dropna(subset="copy_group_id").groupby("source")["copy_group_id"].agg(set)
    for pair in table(run, "source_pairs").to_dict("records"):
        both = groups.get(pair["source"], set()) & groups.get(pair["other_source"], set())
        assert pair["shared_copy_groups"] == len(both)


def test_the_variety_of_words_is_that_of_plain_python(sources, articles):
    """Words of letters and figures alone, so that both divide them alike."""
    bodies = articles[(articles["body_status"] == "full") & (articles["words"] >= 100)]
    for source, rows in bodies.groupby("source"):
        if len(rows) > 500:
            continue
        types, windows = 0, 0
        for body in rows["text"]:
            words = re.findall(r"[^\W_]+(?:[.,'’:·][^\W_]+)*", body.lower().replace("’", "'"))
            for start in range(len(words) - 99):
                types += len(set(words[start : start + 100]))
                windows += 1
        assert sources.loc[source, "mattr_windows"] == pytest.approx(windows, rel=0.03)
        assert sources.loc[source, "mattr_100"] == pytest.approx(types / 100 / windows, rel=0.01)


def test_reading_ease_is_its_formula(sources):
    read = sources[sources["english_sentences"] > 0]
    expected = 206.835 - 1.015 * read["english_words"] / read["english_sentences"]
    expected -= 84.6 * read["english_syllables"] / read["english_words"]
    assert numpy.allclose(read["flesch_reading_ease"], expected)
    assert sources[sources["english_sentences"] == 0]["flesch_reading_ease"].isna().all()


class Story:
    """The copies of an article that have a word, counted again from the texts."""

    def __init__(self, sample: runs.Run):
        rows = duckdb.execute(
            f"""SELECT article_id, source, published_date, words, coalesce(copy_group_id, article_id) AS story,
                       lower(title || chr(10) || text) AS text
                FROM '{sample.folder}/articles/*.parquet' WHERE language = 'en'
                ORDER BY words DESC, published_date NULLS LAST, article_id"""
        ).df()
        self.rows = rows.to_dict("records")

    def tf(self, row: dict, word: str) -> int:
        return len(re.findall(r"(?<![\w.'’])" + word + r"(?:['’]s)?(?![\w'’]|\.\w)", row["text"]))

    def once(self, word: str, among) -> tuple[int, int]:
        """tf and df of a word in the longest copy of each story among some articles."""
        longest: dict[str, dict] = {}
        for row in self.rows:
            if among(row):
                longest.setdefault(row["story"], row)
        counts = [self.tf(row, word) for row in longest.values()]
        return sum(counts), sum(count > 0 for count in counts)


def test_a_story_counts_once_on_either_side(sample_with_text):
    story = Story(sample_with_text)
    terms = table(sample_with_text, "terms", "language = 'en' AND n = 1").set_index("term")
    rows = table(sample_with_text, "term_sources", "language = 'en' AND n = 1")
    compared = 0
    for word in WORDS:
        stories = {row["story"] for row in story.rows if story.tf(row, word)}
        assert terms.loc[word, "copy_groups"] == len(stories), word
        for row in rows[rows["term"] == word].to_dict("records"):
            own = story.once(word, lambda article: article["source"] == row["source"])
            rest = story.once(word, lambda article: article["source"] != row["source"])
            assert (row["tf"], row["df"]) == own, (word, row["source"])
            assert (row["rest_tf"], row["rest_df"]) == rest, (word, row["source"])
            compared += 1
    assert compared > 20


def test_all_copies_count_where_the_job_says_so(tmp_path):
    run = runs.java_jar(tmp_path, settings=["syndication.count=all", "tables=[terms, term_sources]"])
    sums = table(run, "term_sources").groupby(["language", "n", "term"])[["tf", "df"]].sum()
    terms = table(run, "terms").set_index(["language", "n", "term"]).loc[sums.index]
    assert (sums["tf"] == terms["tf"]).all() and (sums["df"] == terms["df"]).all()
    rows = table(run, "term_sources")
    assert (rows["tf"] == rows["printed_tf"]).all() and (rows["df"] == rows["printed_df"]).all()
