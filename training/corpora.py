"""The treebanks that the encoder learns from, without the documents under NC licences."""
import gzip
import os
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = pathlib.Path(os.environ.get("CORPORA", HERE.parent.parent / "shared")) / "corpora"


def closed_documents():
    """Documents of GUM whose licence forbids a use in shipped weights."""
    with open(ROOT / "ud" / "gum_docs.tsv", encoding="utf-8") as table:
        rows = (line.rstrip("\n").split("\t") for line in table)
        return {row[0] for row in rows if "NC" in row[3]}


def read(name, skip=()):
    """Sentences as lists of (form, tag, head, relation); the head counts from 1, 0 is the root."""
    document, sentence, found = None, [], []
    with gzip.open(ROOT / "ud" / f"{name}.conllu.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document = line[14:]
            elif not line:
                if sentence and document not in skip:
                    found.append(sentence)
                sentence = []
            elif not line.startswith("#"):
                column = line.split("\t")
                if column[0].isdigit():
                    sentence.append((column[1], f"{column[3]}/{column[4]}", int(column[6]), column[7]))
    return found


def train():
    return read("en_ewt-ud-train") + read("en_gum-ud-train", closed_documents())


def dev():
    return {"ewt": read("en_ewt-ud-dev"), "gum": read("en_gum-ud-dev")}
