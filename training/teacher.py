"""Fine-tunes a pretrained encoder on the treebanks and the sets of names, to label raw
news for the small one:

    python teacher.py learn MODEL_FOLDER teacher.pt [SEED [SECONDS]]
    python teacher.py label MODEL_FOLDER sentences.txt labelled.pt teacher.pt...

sentences.txt has a sentence a line, words parted by spaces. The labels are, of several
teachers the mean, the most probable tags, heads, relations and names of each word of the
gold sentences and of these, and how probable each is.
"""
import random
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import corpora
import scores
from corpora import PAD
from mpnet import END, PAD as NO_PIECE, START, Mpnet, Pieces
from net import LABELS, Heads, cross
from stream import DEVICE, Answers, Stream, batches

LENGTH, ROOM, RATE, TREES, READINGS = 90, 6000, 7e-5, 3, 3
PIECES = 8  # of a word, at most
LONGEST = 256  # pieces of a sentence
STYLES = ("conll", "gmb", "wikigold", "btc", "wnut", "re3d", "politics", "uner", "gum")
HOUSE = ("uner", "gum", "politics", "re3d", "wikigold")  # the guidelines that silver names follow


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
        styles = torch.tensor([STYLES.index(s) for s in HOUSE], device=h.device)
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


class Cutter:
    """Turns words of a stream into pieces for the network."""

    def __init__(self, folder, stream):
        cut = Pieces(folder + "/vocab.txt")
        found = [cut.split(w)[:PIECES] for w in stream.forms]
        self.stream, self.count = stream, torch.tensor([len(p) for p in found], device=DEVICE)
        self.pieces = torch.tensor([p + [NO_PIECE] * (PIECES - len(p)) for p in found], device=DEVICE)
        self.shapes = torch.tensor([shape_of(w) for w in stream.forms], device=DEVICE)
        self.sizes = stream.sum(self.count.cpu()) + 2  # pieces of each sentence

    def batches(self, room, keep):
        """Sentences of like size; those that keep tells."""
        kept = np.flatnonzero(keep & (self.sizes <= LONGEST))
        return [kept[ids] for ids in batches(self.sizes[kept], room)]

    def looks(self, sentences):
        at, mask = self.stream.at(sentences)
        words = self.stream.ids[at].long()
        width = (int(self.sizes[sentences].max()) + 7) // 8 * 8  # attention is made for whole eights
        count, shapes = self.count[words] * mask, self.shapes[words] * mask
        first = count.cumsum(1) - count + 1
        rows = torch.full((len(at), width + 1), NO_PIECE, device=DEVICE)  # the last column is thrown away
        cases = torch.zeros_like(rows)
        rows[:, 0] = START
        for k in range(PIECES):
            place = torch.where(count > k, first + k, width)
            rows.scatter_(1, place, self.pieces[words, k])
            cases.scatter_(1, place, shapes)
        rows.scatter_(1, count.sum(1, keepdim=True) + 1, END)
        return at, (rows[:, :width], cases[:, :width], torch.where(mask, first, 0), shapes, mask.unsqueeze(-1).float())


class Gold:
    """The gold sentences as a stream, and what is known of each word, PAD where a corpus does not tell."""

    def __init__(self, sentences):
        self.sentences, self.stream = sentences, Stream(s.forms for s in sentences)
        self.tags = sorted({t for s in sentences for t in s.tags or ()})
        self.relations = sorted({r for s in sentences for r in s.relations or ()})
        number = lambda known: {x: i for i, x in enumerate(known)}
        tags, relations = number(self.tags), number(self.relations)
        self.labels = [self.row(lambda s: s.tags and [tags[t] for t in s.tags]), self.row(lambda s: s.heads),
                       self.row(lambda s: s.relations and [relations[r] for r in s.relations]), self.row(lambda s: s.names)]
        self.styles = torch.tensor([STYLES.index(s.style) if s.style else 0 for s in sentences], device=DEVICE)
        self.parsed = np.array([s.tags is not None for s in sentences])

    def row(self, of):
        return torch.tensor([x for s in self.sentences for x in of(s) or [PAD] * len(s.forms)], device=DEVICE)

    def groups(self, cutter):
        """Batches of one reading, the trees several times."""
        short = self.stream.sizes <= LENGTH
        found = cutter.batches(ROOM, short)
        for _ in range(TREES - 1):
            found += cutter.batches(ROOM, short & self.parsed)
        random.shuffle(found)
        return found


def loss_of(net, gold, cutter, sentences):
    at, looks = cutter.looks(sentences)
    mask = looks[-1]
    tags, heads, relations, names = (torch.where(mask.squeeze(-1) > 0, x[at], PAD) for x in gold.labels)
    h = net.states(*looks)
    marks = cross(net.called(h, gold.styles[torch.as_tensor(sentences, device=DEVICE)].unsqueeze(1)), names)
    parsed = torch.as_tensor(np.flatnonzero(gold.parsed[sentences]), device=DEVICE)
    if not len(parsed):
        return marks
    tag, arcs, dep, head = net.score(h[parsed], mask[parsed])
    relation = net.names(dep, head, heads[parsed].clamp(min=0))
    return marks + cross(tag, tags[parsed]) + cross(arcs, heads[parsed]) + cross(relation, relations[parsed])


def optimiser_of(net):
    old = [p for n, p in net.bert.named_parameters() if p.requires_grad and n not in ("mix", "shape.weight")]
    ids = set(map(id, old))
    new = [p for p in net.parameters() if p.requires_grad and id(p) not in ids]
    groups = [{"params": old, "peak": RATE, "lr": 0.0}, {"params": new, "peak": 1e-3, "lr": 0.0}]
    return torch.optim.AdamW(groups, fused=True, weight_decay=0.01)


def learn(folder, out, seed="1", seconds="86400"):
    """Three readings, or what can be had in so many seconds; the rate falls to 0 in either case."""
    torch.manual_seed(int(seed))
    random.seed(int(seed))
    gold = Gold(corpora.train() + corpora.names())
    cutter = Cutter(folder, gold.stream)
    net = Teacher(folder, len(gold.tags), len(gold.relations)).to(DEVICE)
    optimiser = optimiser_of(net)
    groups = [g for _ in range(READINGS) for g in gold.groups(cutter)]
    began = time.time()
    for step, ids in enumerate(groups):
        done = max(step / len(groups), (time.time() - began) / float(seconds))
        if done >= 1:
            break
        for g in optimiser.param_groups:
            g["lr"] = g["peak"] * min((step + 1) / 100, 1 - done)
        with torch.autocast(DEVICE.type, torch.bfloat16):
            loss = loss_of(net, gold, cutter, ids)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        if step % 100 == 0:
            print(step, len(groups), f"{loss.item():.3f} {time.time()-began:.0f}s", flush=True)
    torch.save({"net": net.state_dict(), "tags": gold.tags, "relations": gold.relations}, out)
    evaluate(folder, [net], gold.tags, gold.relations)


@torch.no_grad()
def read(folder, nets, stream, room=24000):
    """What the teachers say of each word, their mean; silent on sentences that are too long."""
    cutter, found = Cutter(folder, stream), Answers(len(stream.ids))
    began, done = time.time(), 0
    for net in nets:
        net.eval()
    for k, ids in enumerate(cutter.batches(room, stream.sizes > 0)):
        at, looks = cutter.looks(ids)
        here = looks[-1].squeeze(-1) > 0
        with torch.autocast(DEVICE.type, torch.bfloat16):
            said = [(h, *net.score(h, looks[-1])) for net in nets for h in [net.states(*looks)]]
            arcs = sum(s[2].softmax(-1) for s in said)
            heads = arcs.argmax(-1)
            shares = [sum(s[1].softmax(-1) for s in said), arcs,
                      sum(net.names(*s[3:], heads).softmax(-1) for net, s in zip(nets, said)),
                      sum(net.house(s[0]) for net, s in zip(nets, said))]
        for question, share in enumerate(shares):
            found.put(at[here], question, share[here])
        done += int(stream.sizes[ids].sum())
        if k % 200 == 0:
            print(k, f"{done} words, {done/(time.time()-began):.0f} words/s", flush=True)
    for net in nets:
        net.train()
    return found


def evaluate(folder, nets, tags, relations):
    def numbers(sentences):
        stream = Stream(sentences)
        return read(folder, nets, stream).numbers(stream)

    print(scores.trees(corpora.dev(), numbers, tags, relations), flush=True)
    print(scores.names(corpora.dev_names(), numbers), flush=True)


def load(folder, weights):
    saved = torch.load(weights, map_location="cpu")
    net = Teacher(folder, len(saved["tags"]), len(saved["relations"]))
    net.load_state_dict(saved["net"])
    return net.to(DEVICE), saved["tags"], saved["relations"]


def label(folder, source, out, *weights):
    nets, tags, relations = zip(*(load(folder, w) for w in weights))
    evaluate(folder, nets, tags[0], relations[0])
    with open(source, encoding="utf-8") as lines:
        news = Stream(line.split() for line in lines)
    gold = Stream(s.forms for s in corpora.train() + corpora.names())
    print(len(news), "sentences", len(news.ids), "words", len(news.forms), "distinct", flush=True)
    saved = {"tags": tags[0], "relations": relations[0]}
    for name, stream in (("gold", gold), ("news", news)):
        found = read(folder, nets, stream)
        saved[name] = {**stream.saved(), "index": found.index, "share": found.share}
    torch.save(saved, out)


if __name__ == "__main__":
    {"learn": learn, "label": label}[sys.argv[1]](*sys.argv[2:])
