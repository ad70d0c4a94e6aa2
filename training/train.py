"""Learns the encoder: python train.py --vectors words.npz --out run

Each epoch writes run/last.pt, from which --resume goes on, and a line of scores on
the dev sets from gold words (greedy heads; the trees of the product are a little better).
"""
import argparse
import pathlib
import random
import time
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F

import corpora
from features import hashed, normal
from net import Encoder

PAD = -100


def arguments():
    a = argparse.ArgumentParser()
    a.add_argument("--vectors", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--epochs", type=int, default=20)
    a.add_argument("--decay", type=int, default=10, help="last epochs, in which the rate falls to 0")
    a.add_argument("--rate", type=float, default=2e-3)
    a.add_argument("--tokens", type=int, default=1500, help="tokens of a batch")
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--limit", type=int, default=0, help="sentences to learn from, for a trial")
    a.add_argument("--resume", action="store_true")
    a.add_argument("--silver", nargs="+", help="sentences labelled by teacher.py, to learn from as well")
    a.add_argument("--start", help="checkpoint of a network learned from gold alone, to start from")
    a.add_argument("--share", type=float, default=2.0, help="silver words of an epoch for each gold word")
    a.add_argument("--sure", type=float, default=0.6, help="labels less probable than this are left out")
    a.add_argument("--pure", type=int, default=2, help="last epochs, which see gold alone")
    a.add_argument("--drop", type=float, default=0.3)
    a.add_argument("--half", action="store_true", help="bfloat16 products")
    return a.parse_args()


class Vocabulary:
    """Words with a vector, then words seen twice in training without one. Row 0 is unknown."""

    def __init__(self, file, sentences, silver=None):
        found = np.load(file)
        counts = Counter(normal(form) for s in sentences for form, *_ in s)
        if silver:
            counts.update(normal(form) for s in silver.sentences for form in s)
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


class NoWords:
    """The vocabulary of a network that sees words in another way."""

    row = {}


class Coder:
    """Turns sentences into tensors."""

    def __init__(self, vocabulary, tags, relations):
        self.row, self.seen = vocabulary.row, {}
        self.tags = {t: i for i, t in enumerate(tags)}
        self.relations = {r: i for i, r in enumerate(relations)}

    def word(self, form):
        if form not in self.seen:
            self.seen[form] = [self.row.get(normal(form), 0), *hashed(form)]
        return self.seen[form]

    def code(self, sentence):
        return (
            torch.tensor([self.word(w) for w, *_ in sentence]),
            torch.tensor([self.tags.get(t, PAD) for _, t, *_ in sentence]),
            torch.tensor([h for *_, h, _ in sentence]),
            torch.tensor([self.relations.get(r, PAD) for *_, r in sentence]),
        )


class Silver:
    """Sentences with the teacher's labels; those that it doubts are left out."""

    def __init__(self, paths, sure):
        self.sentences, self.labels, self.sure = [], [], sure
        for saved in map(torch.load, paths):
            self.sentences += saved["sentences"]
            self.labels += saved["labels"]
            self.tags, self.relations = saved["tags"], saved["relations"]

    def code(self, coder, i):
        labels = self.labels[i][:3].long()
        labels[self.labels[i][3:] < self.sure] = PAD
        labels[2][labels[1] == PAD] = PAD  # the relation to a head in doubt is of no use
        return (torch.tensor([coder.word(w) for w in self.sentences[i]]), *labels)

    def draw(self, coder, words):
        """A part of the sentences with so many words."""
        found = []
        for i in random.sample(range(len(self.sentences)), len(self.sentences)):
            found.append(self.code(coder, i))
            words -= len(self.sentences[i])
            if words < 0:
                break
        return found


def batch(sentences):
    sizes = [len(s[0]) for s in sentences]
    fill = lambda k, value: torch.nn.utils.rnn.pad_sequence([s[k] for s in sentences], True, value)
    looks = fill(0, 0)
    mask = (torch.arange(max(sizes)) < torch.tensor(sizes).unsqueeze(1)).float().unsqueeze(-1)
    return looks[..., 0], looks[..., 1:], mask, fill(1, PAD), fill(2, PAD), fill(3, PAD)


def batches(coded, tokens):
    """Sentences of like length together."""
    order = sorted(range(len(coded)), key=lambda i: (len(coded[i][0]), random.random()))
    found, now = [], []
    for i in order:
        if now and (len(now) + 1) * len(coded[i][0]) > tokens:
            found.append(now)
            now = []
        now.append(i)
    return found + [now]


def loss_of(net, looks, tags, heads, relations):
    tag, arcs, dep, head = net(*looks)
    names = net.names(dep, head, heads.clamp(min=0))
    cross = lambda x, y: F.cross_entropy(x.flatten(0, 1), y.flatten(), ignore_index=PAD)
    return cross(tag, tags) + cross(arcs, heads) + cross(names, relations)


@torch.no_grad()
def evaluate(net, coder, sets, tags, relations):
    net.eval()
    plain = [r.split(":")[0] for r in relations]
    lines = []
    for name, sentences in sets.items():
        coded = [coder.code(s) for s in sentences]
        upos = arcs = named = total = 0
        for ids in batches(coded, 4000):
            words, parts, mask, *_ = batch([coded[i] for i in ids])
            tag, arc, dep, head = net(words, parts, mask)
            heads = arc.argmax(-1)
            tag, rel = tag.argmax(-1), net.names(dep, head, heads).argmax(-1)
            for k, i in enumerate(ids):
                for q, (_, t, h, r) in enumerate(sentences[i]):
                    right = heads[k, q].item() == h
                    upos += tags[tag[k, q]].split("/")[0] == t.split("/")[0]
                    arcs += right
                    named += right and plain[rel[k, q]] == r.split(":")[0]
                    total += 1
        lines.append(f"{name} upos {100*upos/total:.2f} uas {100*arcs/total:.2f} las {100*named/total:.2f}")
    net.train()
    return "; ".join(lines)


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
    sentences = [s for s in corpora.train() if len(s) <= 120]
    if a.limit:
        sentences = sentences[:: len(sentences) // a.limit]
    tags = sorted({t for s in sentences for _, t, *_ in s})
    relations = sorted({r for s in sentences for *_, r in s})
    silver = Silver(a.silver, a.sure) if a.silver else None
    if silver and (silver.tags, silver.relations) != (tags, relations):
        raise SystemExit("the teacher has other labels")
    vocabulary = Vocabulary(a.vectors, sentences, None if a.start else silver)
    coder = Coder(vocabulary, tags, relations)
    gold = [coder.code(s) for s in sentences]
    words = sum(len(s) for s in sentences)
    net = Encoder(vocabulary.vectors, vocabulary.known, len(tags), len(relations))
    net.drop.p, net.drop_in.p = a.drop, a.drop * 2 / 3
    optimiser = torch.optim.AdamW(net.parameters(), lr=a.rate, betas=(0.9, 0.95), weight_decay=1e-3, fused=True)
    if a.start:
        net.load_state_dict(torch.load(a.start, weights_only=False)["net"])
    first = 0
    if a.resume:
        saved = torch.load(out / "last.pt", weights_only=False)
        net.load_state_dict(saved["net"])
        optimiser.load_state_dict(saved["optimiser"])
        first = saved["epoch"] + 1
    dev = corpora.dev()
    print(len(sentences), "sentences", len(vocabulary.words), "words", flush=True)
    for epoch in range(first, a.epochs):
        began, total = time.time(), 0.0
        coded = list(gold)
        if silver and epoch < a.epochs - a.pure:
            coded += silver.draw(coder, a.share * words)
        groups = batches(coded, a.tokens)
        random.shuffle(groups)
        for k, ids in enumerate(groups):
            rate = a.rate * rate_at(epoch + k / len(groups), epoch * len(groups) + k, a)
            for g in optimiser.param_groups:
                g["lr"] = rate
            with torch.autocast("cpu", torch.bfloat16, enabled=a.half):
                *looks, tag, head, relation = batch([coded[i] for i in ids])
                loss = loss_of(net, looks, tag, head, relation)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            total += loss.item()
        print(epoch, f"loss {total/len(groups):.3f} {time.time()-began:.0f}s",
              evaluate(net, coder, dev, tags, relations), flush=True)
        torch.save({"net": net.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch, "tags": tags,
                    "relations": relations, "words": vocabulary.words}, out / "last.pt")


if __name__ == "__main__":
    main()
