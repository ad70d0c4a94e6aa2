"""The treebanks and the sets of names that the encoder learns from, without the documents
under NC licences."""
import dataclasses
import gzip
import os
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = pathlib.Path(os.environ.get("CORPORA", HERE.parent.parent / "shared")) / "corpora"

PAD = -100  # a label that is not known
KINDS = ("PER", "ORG", "LOC", "MISC")
ALONE, FIRST, INSIDE, LAST = range(4)  # places in a name; label 1 + 4 * kind + place, 0 is no name


@dataclasses.dataclass
class Sentence:
    """Words with what is known of them; None where a corpus does not tell."""

    forms: list
    tags: list = None  # "NOUN/NN"
    heads: list = None  # counted from 1, 0 is the root
    relations: list = None
    names: list = None
    style: str = ""  # the corpus whose guideline the names follow


def closed_documents():
    """Documents of GUM whose licence forbids a use in shipped weights."""
    with open(ROOT / "ud" / "gum_docs.tsv", encoding="utf-8") as table:
        rows = (line.rstrip("\n").split("\t") for line in table)
        return {row[0] for row in rows if "NC" in row[3]}


def treebank(name, skip=()):
    document, rows, found = None, [], []
    with gzip.open(ROOT / "ud" / f"{name}.conllu.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document = line[14:]
            elif not line:
                if rows and document not in skip:
                    found.append(Sentence(*map(list, zip(*rows))))
                rows = []
            elif not line.startswith("#"):
                column = line.split("\t")
                if column[0].isdigit():
                    rows.append((column[1], f"{column[3]}/{column[4]}", int(column[6]), column[7]))
    return found


def iob2(name):
    """Sentences of a set of names as (document, words, labels in IOB2)."""
    document, rows, found = "", [], []
    with gzip.open(ROOT / "ner" / f"{name}.iob2.gz", "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            line = line.rstrip("\n")
            if line.startswith("# ") and "\t" not in line:
                document = line[8:] if line.startswith("# doc = ") else document
            elif line:
                rows.append(line.split("\t")[:2])
            elif rows:
                found.append((document, *map(list, zip(*rows))))
                rows = []
    return found


# Titles stand inside names of persons in one corpus and are cut off.
TITLES = set("""President Prime Minister Vice Secretary Foreign Defense Defence Interior Finance State General Gen. Gen
Lieutenant Lt. Colonel Col. Major Admiral Mr. Mr Mrs. Mrs Ms. Ms Dr. Dr Doctor Senator Sen. Representative Rep. Governor Gov. Mayor
King Queen Prince Princess Pope Sheikh Ayatollah Cardinal Bishop Archbishop Chancellor Judge Justice Ambassador Chief Deputy Former
Professor Spokesman Sir Lord Captain Sergeant Commander Attorney Premier Director Chairman Congressman Congresswoman Reverend Rev.
First Lady Acting Special Envoy U.S.""".split())


def numbered(forms, labels, misc_open=False, titled=False):
    """Labels in IOB2 as numbers. misc_open: the corpus does not mark names of other kinds,
    so that nothing is known of a capitalised word outside names."""
    found = [PAD if misc_open and w[:1].isupper() else 0 for w in forms]
    at = 0
    while at < len(labels):
        if labels[at][0] != "B":
            at += 1
            continue
        first, kind = at, labels[at][2:]
        at += 1
        while at < len(labels) and labels[at] == "I-" + kind:
            at += 1
        while titled and kind == "PER" and first < at - 1 and forms[first] in TITLES:
            found[first] = 0
            first += 1
        base = 1 + 4 * KINDS.index(kind)
        for i in range(first, at):
            place = ALONE if at - first == 1 else FIRST if i == first else LAST if i == at - 1 else INSIDE
            found[i] = base + place
    return found


def named(name, style="", times=1, keep=lambda document, i: True, **how):
    return times * [
        Sentence(forms, names=numbered(forms, labels, **how), style=style or name)
        for i, (document, forms, labels) in enumerate(iob2(name))
        if keep(document, i)
    ]


def even_documents(name):
    """Every other document of a dev set is learned from; the rest measures."""
    places = {d: i for i, d in enumerate(dict.fromkeys(d for d, *_ in iob2(name)))}
    return lambda document, i: places[document] % 2 == 0


POLITICS_LEARNED = 270  # sentences of the dev set, which has no documents


def names():
    return [
        *named("conll2003-train", "conll"),
        *named("gmb_part-train", "gmb", titled=True),
        *named("wikigold"),
        *named("btc-train", "btc", misc_open=True),
        *named("wnut17-train", "wnut"),
        *named("re3d-train", "re3d", 2, lambda document, i: "BBC" not in document),
        *named("crossner_politics-train", "politics", 2),
        *named("crossner_politics-dev", "politics", 2, lambda document, i: i < POLITICS_LEARNED),
        *named("uner_pud-wiki", "uner", 2, misc_open=True),
        *named("uner_ewt-dev", "uner", 2, even_documents("uner_ewt-dev"), misc_open=True),
    ]


def train():
    """The treebanks; GUM with its names."""
    closed = closed_documents()
    gum = treebank("en_gum-ud-train", closed)
    marked = [s for s in iob2("gum-train") if s[0] not in closed]
    for sentence, (_, forms, labels) in zip(gum, marked, strict=True):
        if sentence.forms != forms:
            raise SystemExit(f"the names of GUM stand on other words: {' '.join(forms)}")
        sentence.names, sentence.style = numbered(forms, labels, misc_open=True), "gum"
    return treebank("en_ewt-ud-train") + gum


def dev():
    return {"ewt": treebank("en_ewt-ud-dev"), "gum": treebank("en_gum-ud-dev")}


def dev_names():
    """The sets of names that measure; of two, the halves that are not learned from."""
    learned = even_documents("uner_ewt-dev")
    return {
        "uner": named("uner_ewt-dev", keep=lambda d, i: not learned(d, i)),
        "politics": named("crossner_politics-dev", keep=lambda d, i: i >= POLITICS_LEARNED),
        "gum": named("gum-dev"),
        "conll": named("conll2003-dev"),
    }
