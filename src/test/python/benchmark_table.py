"""Runs jobs/benchmark on invented corpora of several sizes, and writes what it measured as a table in Markdown and as a picture:
benchmark.md and benchmark.svg.

    benchmark_table.py OUTPUT_DIR [ARTICLES]

ARTICLES is the size of the largest corpus, 200,000 unless given; the others are smaller in proportion.
"""

import re
import subprocess
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path

BENCHMARK = Path(__file__).parents[3] / "jobs" / "benchmark"
LARGEST = 200_000
FEWEST = 500

NAMES = {
    "broadsheet": "Broadsheet",
    "any-language": "Broadsheet, language to be found",
    "words": "Broadsheet",
    "hand-written": "hand-written Spark",
    "scikit-learn": "scikit-learn",
    "duckdb": "DuckDB",
    "polars": "polars",
}

BAR, GAP, LABEL, WIDTH, SCALE = 16, 6, 230, 760, 440


@dataclass(frozen=True)
class Workload:
    """What is measured: a mode of jobs/benchmark on a corpus."""

    title: str
    mode: str
    share: float
    outlets: int

    def corpus(self, largest):
        return f"generated:{max(FEWEST, round(largest * self.share))}:{self.outlets}"


WORKLOADS = [
    Workload("all tables", "", 0.01, 20),
    Workload("terms, topics, sources", "topics", 0.1, 20),
    Workload("terms, topics, sources", "topics", 1, 20),
    Workload("terms, topics, sources", "topics", 1, 300),
    Workload("words alone", "words", 1, 300),
]


@dataclass(frozen=True)
class Figures:
    """The medians of a process: seconds and mebibytes; the peak is None where it was not measured."""

    name: str
    wall: float
    cpu: float
    peak: float | None

    @property
    def is_ours(self):
        return NAMES[self.name].startswith("Broadsheet")


def measure(workload, largest):
    command = [BENCHMARK, workload.corpus(largest), "1", *([workload.mode] if workload.mode else [])]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    rows = re.findall(r"^median +(\S+) +([\d.]+) +([\d.]+) +([\d.]+|-)$", done.stdout, re.MULTILINE)
    return [Figures(name, float(wall), float(cpu), None if peak == "-" else float(peak)) for name, wall, cpu, peak in rows]


def heading(workload, largest):
    _, articles, outlets = workload.corpus(largest).split(":")
    return f"{int(articles):,} articles of {outlets} outlets: {workload.title}"


def markdown(measured):
    lines = ["| | wall | CPU | peak memory | Broadsheet's wall time to its |", "|---|---:|---:|---:|---:|"]
    for title, processes in measured:
        lines.append(f"| **{title}** | | | | |")
        for process in processes:
            ratio = "" if process.is_ours else f"{processes[0].wall / process.wall:.2f}"
            peak = "" if process.peak is None else f"{process.peak / 1024:.1f} GB"
            lines.append(f"| {NAMES[process.name]} | {process.wall:.0f} s | {process.cpu:.0f} s | {peak} | {ratio} |")
    return "\n".join(lines) + "\n"


def picture(measured):
    """Bars of wall time; each workload has a scale of its own."""
    parts, y = [], 4
    for title, processes in measured:
        parts.append(text(0, y + BAR - 3, title, "font-weight='bold'"))
        y += BAR + GAP
        longest = max(process.wall for process in processes)
        for process in processes:
            length = max(1, SCALE * process.wall / longest)
            parts.append(text(LABEL - 8, y + BAR - 4, NAMES[process.name], "text-anchor='end'"))
            color = "#1f4e79" if process.is_ours else "#b8b8b8"
            parts.append(f"<rect x='{LABEL}' y='{y}' width='{length:.0f}' height='{BAR}' fill='{color}'/>")
            parts.append(text(LABEL + length + 6, y + BAR - 4, f"{process.wall:.0f} s"))
            y += BAR + GAP
        y += 2 * GAP
    style = "font-family='sans-serif' font-size='12' fill='#222'"
    frame = f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{y}' viewBox='0 0 {WIDTH} {y}' role='img' {style}>"
    background = f"<rect width='{WIDTH}' height='{y}' fill='white'/>"
    return "\n".join([frame, "<title>Wall time of whole processes</title>", background, *parts, "</svg>"]) + "\n"


def text(x, y, words, attributes=""):
    return f"<text x='{x:.0f}' y='{y:.0f}' {attributes}>{escape(words)}</text>"


def write(folder, workloads, largest):
    measured = [(heading(workload, largest), measure(workload, largest)) for workload in workloads]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "benchmark.md").write_text(markdown(measured), encoding="utf-8")
    (folder / "benchmark.svg").write_text(picture(measured), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: benchmark_table.py OUTPUT_DIR [ARTICLES]")
    write(Path(sys.argv[1]), WORKLOADS, int(sys.argv[2]) if len(sys.argv) == 3 else LARGEST)
