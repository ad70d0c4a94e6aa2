"""Learns the encoder:

    python train.py --vectors words.npz --silver gold.pt news.pt --out run

Each epoch writes run/epochN.pt and run/last.pt, from which --resume goes on, and a line
of scores on the dev sets.
"""
import argparse
import pathlib
import random
import time
from collections import Counter

import numpy as np
import torch

import corpora
import scores
from corpora import PAD
from features import hashed, normal
from net import HEAD, WIDTH, Encoder, batches, cross


def arguments():
    a = argparse.ArgumentParser()
    a.add_argument("--vectors", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--epochs", type=int, default=14)
    a.add_argument("--decay", type=int, default=11, help="last epochs, in which the rate falls to 0")
    a.add_argument("--rate", type=float, default=2e-3)
    a.add_argument("--tokens", type=int, default=2500, help="tokens of a batch")
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--resume", action="store_true")
    a.add_argument("--gold", nargs="+", help="the gold sentences with the teacher's labels, for what a corpus does not tell")
    a.add_argument("--silver", nargs="+", help="other sentences with the teacher's labels")
    a.add_argument("--share", type=float, default=2.0, help="silver words of an epoch for each gold word")
    a.add_argument("--sure", type=float, default=0.6, help="labels less probable than this are left out")
    a.add_argument("--pure", type=int, default=1, help="last epochs, which see gold sentences alone")
    a.add_argument("--names", type=float, default=1.0, help="weight of names against tags, heads and relations")
    a.add_argument("--drop", type=float, default=0.15)
    a.add_argument("--width", type=int, default=WIDTH)
    a.add_argument("--head", type=int, default=HEAD)
    return a.parse_args()


class Vocabulary:
    """Words with a vector, then words seen twice in training without one. Row 0 is unknown."""

    def __init__(self, file, sentences):
        found = np.load(file)
        counts = Counter(normal(form) for forms in sentences for form in forms)
        words = [""] + list(found["words"])
        have = set(words)
        words += sorted(w for w, c in counts.items() if c > 1 and w not in have)
        self.row = {w: i for i, w in enumerate(words)}
        self.words = words
        self.vectors = torch.zeros(len(words), found["vectors"].shape[1])
        self.vectors[1 : 1 + len(found["words"])] = torch.tensor(found["vectors"])
        self.known = torch.zeros(len(words), dtype=torch.long)
        for i, w in enumerate(w for w in words if counts[w] > 1):
            self.known[self.row[w]] = i + 1

    @classmethod
    def of(cls, saved):
        """The vocabulary of a checkpoint."""
        self = cls.__new__(cls)
        self.words, self.vectors, self.known = saved["words"], saved["net"]["vectors"], saved["net"]["known"]
        self.row = {w: i for i, w in enumerate(self.words)}
        return self


class Coder:
    """Turns sentences into tensors: what is seen of the words, and the four labels."""

    def __init__(self, vocabulary, tags, relations):
        self.row, self.seen = vocabulary.row, {}
        self.tags = {t: i for i, t in enumerate(tags)}
        self.relations = {r: i for i, r in enumerate(relations)}

    def looks(self, forms):
        for form in forms:
            if form not in self.seen:
                self.seen[form] = [self.row.get(normal(form), 0), *hashed(form)]
        return torch.tensor([self.seen[w] for w in forms])

    def code(self, s, taught=None):
        """taught: the teacher's labels, which fill what the corpus leaves open."""
        none = torch.full((len(s.forms),), PAD)
        tags, heads, relations, names = taught if taught is not None else (none,) * 4
        if s.tags:
            tags = torch.tensor([self.tags.get(t, PAD) for t in s.tags])
            heads = torch.tensor(s.heads)
            relations = torch.tensor([self.relations.get(r, PAD) for r in s.relations])
        if s.names:
            gold = torch.tensor(s.names)
            names = torch.where((gold == PAD) & (names > 12), names, gold)  # other kinds alone may be missing
        return self.looks(s.forms), tags, heads, relations, names


def recased(sentences):
    """Some of the sentences again in the letters of headlines: all capitals, or every long word with one."""
    for i, s in enumerate(sentences):
        if i % 16 == 3:
            yield s, [w.upper() for w in s.forms]
        elif i % 16 == 9:
            yield s, [w[:1].upper() + w[1:] if len(w) > 3 else w for w in s.forms]


class Silver:
    """Sentences with the teacher's labels; those that it doubts are left out."""

    def __init__(self, paths, sure):
        self.sentences, self.found, self.sure = [], [], sure
        for saved in map(torch.load, paths):
            self.sentences += saved["sentences"]
            self.found += saved["labels"]
            self.tags, self.relations = saved["tags"], saved["relations"]
        self.place = {" ".join(s): i for i, s in enumerate(self.sentences)}

    def labels(self, i):
        labels = self.found[i][:4].long()
        labels[self.found[i][4:] < self.sure] = PAD
        labels[2][labels[1] == PAD] = PAD  # the relation to a head in doubt is of no use
        return labels

    def of(self, forms):
        i = self.place.get(" ".join(forms))
        return None if i is None else self.labels(i)

    def draw(self, coder, words):
        """A part of the sentences with so many words."""
        found = []
        for i in random.sample(range(len(self.sentences)), len(self.sentences)):
            found.append((coder.looks(self.sentences[i]), *self.labels(i)))
            words -= len(self.sentences[i])
            if words < 0:
                break
        return found


def batch(sentences):
    sizes = [len(s[0]) for s in sentences]
    fill = lambda k, value: torch.nn.utils.rnn.pad_sequence([s[k] for s in sentences], True, value)
    looks = fill(0, 0)
    mask = (torch.arange(max(sizes)) < torch.tensor(sizes).unsqueeze(1)).float().unsqueeze(-1)
    return (looks[..., 0], looks[..., 1:], mask), [fill(k, PAD) for k in range(1, 5)]


def loss_of(net, looks, labels, weight):
    """weight: of names against each of the three others."""
    tags, heads, relations, names = labels
    tag, arcs, dep, head, label = net(*looks)
    relation = net.names(dep, head, heads.clamp(min=0))
    return cross(tag, tags) + cross(arcs, heads) + cross(relation, relations) + weight * cross(label, names)


@torch.no_grad()
def read(net, coder, sentences):
    """Tags, heads, relations and labels of names of sentences of words, as numbers."""
    net.eval()
    looks, found = [(coder.looks(s),) for s in sentences], [None] * len(sentences)
    for ids in batches([len(s) for s in sentences], 4000):
        (words, parts, mask), _ = batch([looks[i] * 5 for i in ids])
        tag, arcs, dep, head, label = net(words, parts, mask)
        heads = arcs.argmax(-1)
        best = torch.stack([tag.argmax(-1), heads, net.names(dep, head, heads).argmax(-1), label.argmax(-1)], 1)
        for k, i in enumerate(ids):
            found[i] = best[k, :, : len(sentences[i])].tolist()
    net.train()
    return found


def rate_at(epoch, step, a):
    """The share of the rate: it rises in 200 steps and falls in the last epochs."""
    return min(1.0, (step + 1) / 200, max(0.01, (a.epochs - epoch) / a.decay))


def main():
    a = arguments()
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    torch.set_num_threads(a.threads)
    out = pathlib.Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    sentences = [s for s in corpora.train() + corpora.names() if len(s.forms) <= 120]
    tags = sorted({t for s in sentences for t in s.tags or ()})
    relations = sorted({r for s in sentences for r in s.relations or ()})
    taught = Silver(a.gold, a.sure) if a.gold else None
    silver = Silver(a.silver, a.sure) if a.silver else None
    for labelled in filter(None, (taught, silver)):
        if (labelled.tags, labelled.relations) != (tags, relations):
            raise SystemExit("the teacher has other labels")
    saved = torch.load(out / "last.pt", weights_only=False) if a.resume else None
    vocabulary = (Vocabulary.of(saved) if saved else
                  Vocabulary(a.vectors, [s.forms for s in sentences] + (silver.sentences if silver else [])))
    coder = Coder(vocabulary, tags, relations)
    gold = [coder.code(s, taught and taught.of(s.forms)) for s in sentences]
    gold += [(coder.looks(forms), *coder.code(s, taught and taught.of(s.forms))[1:]) for s, forms in recased(sentences)]
    words = sum(len(s.forms) for s in sentences)
    net = Encoder(vocabulary.vectors, vocabulary.known, len(tags), len(relations), a.width, a.head)
    net.drop.p, net.drop_in.p = a.drop, a.drop * 2 / 3
    optimiser = torch.optim.AdamW(net.parameters(), lr=a.rate, betas=(0.9, 0.95), weight_decay=1e-3, fused=True)
    first = 0
    if saved:
        net.load_state_dict(saved["net"])
        optimiser.load_state_dict(saved["optimiser"])
        first = saved["epoch"] + 1
    dev, dev_names = corpora.dev(), corpora.dev_names()
    print(len(sentences), "sentences", words, "words", len(vocabulary.words), "known", flush=True)
    for epoch in range(first, a.epochs):
        began, total = time.time(), 0.0
        coded = list(gold)
        if silver and epoch < a.epochs - a.pure:
            coded += silver.draw(coder, a.share * words)
        groups = batches([len(c[0]) for c in coded], a.tokens)
        random.shuffle(groups)
        for k, ids in enumerate(groups):
            rate = a.rate * rate_at(epoch + k / len(groups), epoch * len(groups) + k, a)
            for g in optimiser.param_groups:
                g["lr"] = rate
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(net, *batch([coded[i] for i in ids]), a.names)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            total += loss.item()
        numbers = lambda forms: read(net, coder, forms)
        print(epoch, f"loss {total/len(groups):.3f} {time.time()-began:.0f}s", scores.trees(dev, numbers, tags, relations),
              scores.names(dev_names, numbers), sep="; ", flush=True)
        saved = {"net": net.state_dict(), "epoch": epoch, "tags": tags, "relations": relations, "words": vocabulary.words}
        torch.save(saved, out / f"epoch{epoch}.pt")
        torch.save({**saved, "optimiser": optimiser.state_dict()}, out / "last.pt")


if __name__ == "__main__":
    main()
