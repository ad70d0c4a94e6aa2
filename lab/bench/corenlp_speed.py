"""Reads the same reports with CoreNLP and with onrecord-lab bench, both on one core:

    python corenlp_speed.py --jars corenlp/lib --lab ../../bin/onrecord-lab --corpus news.jsonl --reports 30

The corpus is JSON Lines with a "text" a line. CoreNLP reads up to its quote annotator: who
said which quotation. onrecord reads to its record. Words are the tokens of each program, signs
among them; the time is that of the processor. Prints a table in Markdown.
"""
import argparse
import json
import pathlib
import subprocess

SOURCE = pathlib.Path(__file__).with_name("CoreNlpSpeed.java")


def texts(path, reports):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line)["text"].replace("\0", " ") for _, line in zip(range(reports), lines)]


def theirs(args):
    java = ["java", "-Xmx6g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-cp", args.jars + "/*", str(SOURCE)]
    given = "\0".join(texts(args.corpus, args.reports)).encode()
    out = subprocess.run(java, input=given, stdout=subprocess.PIPE, check=True).stdout
    return json.loads(out.decode().splitlines()[-1])


def ours(args):
    run = [args.lab, "bench", "--json", "--corpus", args.corpus, "--reports", str(args.reports), "--seconds", str(args.seconds)]
    table = json.loads(subprocess.run(run, stdout=subprocess.PIPE, check=True).stdout)
    return next(s for s in table["stages"] if s["stage"] == "whole")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--jars", required=True, help="folder with CoreNLP, its models and what it needs")
    options.add_argument("--lab", default="../../bin/onrecord-lab")
    options.add_argument("--corpus", required=True)
    options.add_argument("--reports", type=int, default=30)
    options.add_argument("--seconds", type=float, default=10)
    args = options.parse_args()
    mine, other = ours(args), theirs(args)
    rate, slow = mine["words"] / mine["seconds"], other["words"] / other["seconds"]
    print("| who said what | onrecord words/s | CoreNLP words/s | ratio |\n|---|---|---|---|")
    print(f"| {args.reports} reports | {rate:.0f} | {slow:.0f} | {rate / slow:.0f} |")
    print(f"\nCoreNLP: {other['quotes']} quotations, {other['attributed']} with a speaker")


if __name__ == "__main__":
    main()
