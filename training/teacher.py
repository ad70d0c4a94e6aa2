"""Fine-tunes a pretrained encoder on the treebanks and the sets of names, to label raw
news for the small one:

    python teacher.py learn MODEL_FOLDER teacher.pt
    python teacher.py label MODEL_FOLDER teacher.pt sentences.txt labelled.pt

sentences.txt has a sentence a line, words parted by spaces; "gold" stands for those
learned from that lack names or trees. The labels are the most probable
tag, head, relation and name, and how probable each is.
"""
import os
import random
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

import corpora
import scores
from corpora import PAD
from mpnet import END, PAD as NO_PIECE, START, Mpnet, Pieces
from net import LABELS, Heads, batches, cross

LENGTH, BATCH, RATE, TREES = 90, 3600, 8e-5, 2
STYLES = ("conll", "gmb", "wikigold", "btc", "wnut", "re3d", "politics", "uner", "gum")
HOUSE = ("uner", "gum", "politics", "re3d", "wikigold")  # the guidelines that silver names follow
WANTED = ("wikigold", "btc", "wnut", "re3d", "politics", "uner")  # whose trees are worth a reading


class Teacher(Heads):
    def __init__(self, folder, tags, relations):
        super().__init__(768, 256, tags, relations)
        self.bert = Mpnet(folder, SHAPES)
        self.shape = nn.Embedding(SHAPES, self.bert.width)
        nn.init.zeros_(self.shape.weight)
        self.named = nn.Linear(768, 256)
        self.style = nn.Embedding(len(STYLES), 256)
        nn.init.zeros_(self.style.weight)
        self.label = nn.Linear(256, LABELS)

    def states(self, pieces, cases, first, shapes, mask):
        """first: place of the first piece of each word."""
        x = self.bert(pieces, cases)
        h = x.gather(1, first.unsqueeze(-1).expand(-1, -1, x.shape[-1])) + self.shape(shapes)
        return h * mask

    def called(self, h, styles):
        """Scores of the labels of names by the guidelines of a corpus."""
        return self.label(F.relu(self.named(self.drop(h)) + self.style(styles))).float()

    def house(self, h):
        """Probabilities of the labels, the mean of several guidelines."""
        styles = torch.tensor([STYLES.index(s) for s in HOUSE])
        return sum(self.called(h, s).softmax(-1) for s in styles) / len(styles)


SHAPES = 8


def shape_of(word):
    """The case that the pieces do not keep."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 1
    if all(c.islower() for c in letters):
        return 2
    if word[0].isupper():
        return 3 if len(letters) == 1 else 4 if all(c.isupper() for c in letters) else 5
    return 6


class Reader:
    """Turns sentences into pieces for the network and labels to learn."""

    def __init__(self, folder, tags, relations):
        self.cutter = Pieces(folder + "/vocab.txt")
        self.tags = {t: i for i, t in enumerate(tags)}
        self.relations = {r: i for i, r in enumerate(relations)}

    def size(self, forms):
        return sum(len(self.cutter.split(w)) for w in forms) + 2

    def looks(self, sentences):
        rows, cases, firsts, shapes = [], [], [], []
        for forms in sentences:
            row, case, first = [START], [0], []
            shape = [shape_of(w) for w in forms]
            for w, s in zip(forms, shape):
                first.append(min(len(row), 510))
                pieces = self.cutter.split(w)
                row += pieces
                case += [s] * len(pieces)
            rows.append(torch.tensor(row[:511] + [END]))
            cases.append(torch.tensor(case[:511] + [0]))
            firsts.append(torch.tensor(first))
            shapes.append(torch.tensor(shape))
        pad = lambda x, value=0: nn.utils.rnn.pad_sequence(x, True, value)
        sizes = torch.tensor([len(f) for f in firsts])
        mask = (torch.arange(int(sizes.max())) < sizes.unsqueeze(1)).float().unsqueeze(-1)
        return pad(rows, NO_PIECE), pad(cases), pad(firsts), pad(shapes), mask

    def labels(self, sentences):
        def column(of):
            rows = [torch.tensor(of(s) or [PAD] * len(s.forms)) for s in sentences]
            return nn.utils.rnn.pad_sequence(rows, True, PAD)

        return (column(lambda s: s.tags and [self.tags[t] for t in s.tags]), column(lambda s: s.heads),
                column(lambda s: s.relations and [self.relations[r] for r in s.relations]), column(lambda s: s.names))

    def batches(self, sentences, size):
        return batches([self.size(s) for s in sentences], size)


def loss_of(net, looks, labels, styles):
    tags, heads, relations, names = labels
    h = net.states(*looks)
    marks = cross(net.called(h, styles.unsqueeze(1)), names)
    parsed = (tags != PAD).any(1)
    if not parsed.any():
        return marks
    tag, arcs, dep, head = net.score(h[parsed], looks[-1][parsed])
    relation = net.names(dep, head, heads[parsed].clamp(min=0))
    return marks + cross(tag, tags[parsed]) + cross(arcs, heads[parsed]) + cross(relation, relations[parsed])


def optimiser_of(net):
    old = [p for n, p in net.bert.named_parameters() if p.requires_grad and n not in ("mix", "shape.weight")]
    ids = set(map(id, old))
    new = [p for p in net.parameters() if p.requires_grad and id(p) not in ids]
    groups = [{"params": old, "peak": RATE, "lr": 0.0}, {"params": new, "peak": 1e-3, "lr": 0.0}]
    return torch.optim.AdamW(groups, fused=True, weight_decay=0.01)


def learn(folder, out):
    torch.manual_seed(1)
    random.seed(1)
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    trees = corpora.train()
    tags = sorted({t for s in trees for t in s.tags})
    relations = sorted({r for s in trees for r in s.relations})
    sentences = [s for s in trees * TREES + corpora.names() if len(s.forms) <= LENGTH]
    reader, net = Reader(folder, tags, relations), Teacher(folder, len(tags), len(relations))
    optimiser = optimiser_of(net)
    groups = reader.batches([s.forms for s in sentences], BATCH)
    random.shuffle(groups)
    began = time.time()
    for step, ids in enumerate(groups):
        share = min((step + 1) / 60, (len(groups) - step) / (len(groups) - 60))
        for g in optimiser.param_groups:
            g["lr"] = g["peak"] * share
        group = [sentences[i] for i in ids]
        styles = torch.tensor([STYLES.index(s.style) if s.style else 0 for s in group])
        with torch.autocast("cpu", torch.bfloat16):
            loss = loss_of(net, reader.looks([s.forms for s in group]), reader.labels(group), styles)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        if step % 20 == 0:
            print(step, len(groups), f"{loss.item():.3f} {time.time()-began:.0f}s", flush=True)
        if step % 100 == 99:
            torch.save({"net": net.state_dict(), "tags": tags, "relations": relations}, out)
    torch.save({"net": net.state_dict(), "tags": tags, "relations": relations}, out)
    evaluate(net, reader, tags, relations)


@torch.no_grad()
def read(net, reader, sentences, size=4000):
    """Labels and their probabilities, in the order of the sentences."""
    net.eval()
    found = [None] * len(sentences)
    order = reader.batches(sentences, size)
    began, done = time.time(), 0
    for k, ids in enumerate(order):
        looks = reader.looks([sentences[i] for i in ids])
        with torch.autocast("cpu", torch.bfloat16):
            h = net.states(*looks)
            tag, arcs, dep, head = net.score(h, looks[-1])
            relation = net.names(dep, head, arcs.argmax(-1))
            label = net.house(h)
        best = [x.softmax(-1).max(-1) for x in (tag, arcs, relation)] + [label.max(-1)]
        for j, i in enumerate(ids):
            n = len(sentences[i])
            found[i] = torch.stack([b.indices[j, :n].half() for b in best] + [b.values[j, :n].half() for b in best])
        done += sum(len(sentences[i]) for i in ids)
        if k % 100 == 0:
            print(k, len(order), f"{done/(time.time()-began):.0f} words/s", flush=True)
    net.train()
    return found


def evaluate(net, reader, tags, relations):
    numbers = lambda sentences: [x[:4].int().tolist() for x in read(net, reader, sentences)]
    print(scores.trees(corpora.dev(), numbers, tags, relations), flush=True)
    print(scores.names(corpora.dev_names(), numbers), flush=True)


def label(folder, weights, source, out):
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    saved = torch.load(weights)
    net = Teacher(folder, len(saved["tags"]), len(saved["relations"]))
    net.load_state_dict(saved["net"])
    for part in net.bert.modules():
        if isinstance(part, nn.Linear):
            part.to(torch.bfloat16)
    if source == "gold":
        sentences = [s.forms for s in corpora.train() + corpora.names() if not s.names or s.style in WANTED]
    else:
        with open(source, encoding="utf-8") as lines:
            sentences = [line.split() for line in lines]
    sentences = [s for s in sentences if 3 <= len(s) <= 70]
    found = read(net, Reader(folder, saved["tags"], saved["relations"]), sentences)
    torch.save({"sentences": sentences, "labels": found, "tags": saved["tags"], "relations": saved["relations"]}, out)


if __name__ == "__main__":
    {"learn": learn, "label": label}[sys.argv[1]](*sys.argv[2:])
