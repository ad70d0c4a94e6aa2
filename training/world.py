"""Goes on learning the encoder with sentences whose persons and places have other names, as people and places of
the whole world are called: raw news are American, the product's are not.

    python world.py --from run/last.pt --news sentences.txt --out run-world

Sentences are gold ones and news; what a corpus does not tell and what news mean is what the network itself said
before, so that all else stays as it is.
"""
import argparse
import gzip
import random

import torch

import corpora
from corpora import ALONE, FIRST, HERE, LAST
from stream import DEVICE, Stream
from teacher import Gold
from train import Course, Lesson, course_arguments, gold_lesson, learn, load, report, said, save, taught

PERSON, PLACE = 0, 2  # kinds of names
LARGE = 50_000  # people of a place whose name is given to others


class World:
    """Names of persons by culture, and of places."""

    def __init__(self):
        with open(HERE / "people.tsv", encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines]
        self.cultures = [(given.split(), [f.replace("_", " ") for f in family.split()], order) for _, given, family, order in rows]
        with gzip.open(HERE.parent / "place" / "places.tsv.gz", "rt", encoding="utf-8") as lines:
            rows = [line.split("\t") for line in lines]
        large = {r[1] for r in rows if r[1][:1].isupper() and max(r[1]) <= "ÿ" and int(r[4] or 0) >= LARGE}
        self.places = {n: sorted(p for p in large if p.count(" ") == n - 1 and p.replace(" ", "").isalpha()) for n in (1, 2)}

    def person(self, words):
        """A name of so many words, None if chance finds none."""
        given, family, order = random.choice(self.cultures)
        for _ in range(20):
            if words == 1:
                name = random.choice(family if order != "given-given" else given)
            else:
                first = " ".join(random.sample(given, 1 if words < 4 or random.random() < 0.5 else 2))
                last = random.choice(family if order != "given-given" else given)
                name = f"{last} {first}" if order == "family-given" else f"{first} {last}"
            found = name.replace("-", " - ").split()
            if len(found) == words:
                return found
        return None

    def place(self, words):
        return random.choice(self.places[words]).split() if words in self.places and random.random() < 0.3 else None

    def rename(self, forms, labels):
        """The words with other names of as many words, the same for the same; None if there is nothing to change."""
        new, known = list(forms), {}
        for first, end, kind in names_of(labels):
            old = tuple(forms[first:end])
            if kind not in (PERSON, PLACE) or not all(w[:1].isupper() or w in "-." for w in old):
                continue
            if old not in known:
                known[old] = self.person(len(old)) if kind == PERSON else self.place(len(old))
            new[first:end] = known[old] or old
        return new if new != list(forms) else None


def names_of(labels):
    """Names of labels as (first, end, kind)."""
    first = 0
    for i, label in enumerate(labels):
        kind, place = divmod(label - 1, 4)
        if label > 0 and place in (ALONE, FIRST):
            first = i
        if label > 0 and place in (ALONE, LAST):
            yield first, i + 1, kind


def renamed(vocabulary, world, stream, answers, times):
    """Sentences with other names, whose answers are the same."""
    labels, ids = answers.best(3).cpu(), stream.ids.cpu().numpy()
    found = []
    for a, n in zip(stream.starts.tolist(), stream.sizes.tolist()):
        mine = labels[a : a + n].tolist()
        if n <= 120 and any(mine):
            forms = [stream.forms[i] for i in ids[a : a + n]]
            found += [(a, new) for _ in range(times) if (new := world.rename(forms, mine))]
    copy = Stream(forms for _, forms in found)
    source = torch.cat([torch.arange(a, a + len(forms)) for a, forms in found]).to(DEVICE)
    return Lesson(vocabulary, copy, answers.at(source))


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--from", dest="start", required=True)
    a.add_argument("--news", required=True)
    a.add_argument("--every", type=int, default=16, help="one sentence of so many")
    course_arguments(a, words=8e6, rate=5e-4)
    a = a.parse_args()
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    gold = Gold(corpora.train() + corpora.names())
    net, vocabulary = load(a.start, a.drop)
    with open(a.news, encoding="utf-8") as lines:
        news = Stream(line.split() for i, line in enumerate(lines) if i % a.every == 0)
    heard, known = said(net, vocabulary, news), taught(gold, said(net, vocabulary, gold.stream))
    world = World()
    lessons = [gold_lesson(vocabulary, gold, known), Lesson(vocabulary, news, heard),
               renamed(vocabulary, world, gold.stream, known, 2), renamed(vocabulary, world, news, heard, 2)]
    course = Course(lessons, lambda done: (1, 1, 1, 1), a.room)
    print("before;", report(net, vocabulary, gold), flush=True)
    learn(net, course, a, lambda: report(net, vocabulary, gold))
    save(net, vocabulary, gold, a.out)


if __name__ == "__main__":
    main()
