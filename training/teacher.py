"""Fine-tunes a pretrained encoder on the treebanks, to label raw news for the small one:

    python teacher.py learn MODEL_FOLDER teacher.pt
    python teacher.py label MODEL_FOLDER teacher.pt sentences.txt labelled.pt

sentences.txt has a sentence a line, words parted by spaces. The labels are the most
probable tag, head and relation, and how probable each of the three is.
"""
import os
import random
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

import corpora
import train
from bert import Bert, Pieces
from net import Heads

EPOCHS, PIECES, RATE = 2, 1600, 1.5e-4


class Teacher(Heads):
    def __init__(self, folder, tags, relations):
        super().__init__(384, 256, tags, relations)
        self.bert = Bert(folder)
        self.shape = nn.Embedding(8, self.bert.width)
        nn.init.zeros_(self.shape.weight)

    def forward(self, pieces, first, shapes, mask):
        """first: place of the first piece of each word."""
        alive = pieces != 0
        x = self.bert(pieces, alive)
        h = x.gather(1, first.unsqueeze(-1).expand(-1, -1, x.shape[-1])) + self.shape(shapes)
        return self.score(h * mask, mask)


def shape_of(word):
    """The case that the pieces do not keep, 0-5; the first word of a sentence is the caller's to tell."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 0
    if all(c.islower() for c in letters):
        return 1
    if word[0].isupper():
        return 2 if len(letters) == 1 or not all(c.isupper() for c in letters) else 3
    return 4


def cut_all(cutter, forms):
    return [p for w in forms for p in cutter.split(w)]


def inputs(cutter, sentences):
    rows, firsts, shapes = [], [], []
    for forms in sentences:
        row, first = [101], []
        for w in forms:
            first.append(min(len(row), 511))
            row += cutter.split(w)
        rows.append(torch.tensor(row[:511] + [102]))
        firsts.append(torch.tensor(first))
        shapes.append(torch.tensor([shape_of(w) for w in forms]))
    pad = lambda x: nn.utils.rnn.pad_sequence(x, True, 0)
    sizes = torch.tensor([len(f) for f in firsts])
    mask = (torch.arange(int(sizes.max())) < sizes.unsqueeze(1)).float().unsqueeze(-1)
    return pad(rows), pad(firsts), pad(shapes), mask


def learn(folder, out):
    torch.manual_seed(1)
    random.seed(1)
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    sentences = [s for s in corpora.train() if len(s) <= 90]
    tags = sorted({t for s in sentences for _, t, *_ in s})
    relations = sorted({r for s in sentences for *_, r in s})
    coder = train.Coder(train.NoWords, tags, relations)
    coded, cutter = [coder.code(s) for s in sentences], Pieces(folder + "/vocab.txt")
    net = Teacher(folder, len(tags), len(relations))
    net.bert.word.weight.requires_grad_(False)  # most of the weights, and little of the gain
    old = [p for p in net.bert.parameters() if p.requires_grad]
    new = [p for n, p in net.named_parameters() if not n.startswith("bert.") or n == "bert.mix"]
    old = [p for p in old if p is not net.bert.mix]
    optimiser = torch.optim.AdamW([{"params": old, "peak": RATE}, {"params": new, "peak": 1.5e-3}], fused=True, weight_decay=0.01)
    groups = train.batches([(cut_all(cutter, [w for w, *_ in s]),) for s in sentences], PIECES)
    steps, step, began = EPOCHS * len(groups), 0, time.time()
    for epoch in range(EPOCHS):
        random.shuffle(groups)
        for ids in groups:
            share = min((step + 1) / 150, (steps - step) / (steps - 150))
            for g in optimiser.param_groups:
                g["lr"] = g["peak"] * share
            *_, tag, heads, relation = train.batch([coded[i] for i in ids])
            looks = inputs(cutter, [[w for w, *_ in sentences[i]] for i in ids])
            with torch.autocast("cpu", torch.bfloat16):
                loss = train.loss_of(net, looks, tag, heads, relation)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            step += 1
            if step % 50 == 0:
                print(step, steps, f"{loss.item():.3f} {time.time()-began:.0f}s", flush=True)
        torch.save({"net": net.state_dict(), "tags": tags, "relations": relations}, out)
        evaluate(net, cutter, tags, relations)


@torch.no_grad()
def read(net, cutter, sentences, tokens=4000):
    """Labels and their probabilities, in the order of the sentences."""
    net.eval()
    found = [None] * len(sentences)
    order = train.batches([(cut_all(cutter, s),) for s in sentences], tokens)
    began, done = time.time(), 0
    for k, ids in enumerate(order):
        looks = inputs(cutter, [sentences[i] for i in ids])
        with torch.autocast("cpu", torch.bfloat16):
            tag, arcs, dep, head = net(*looks)
            heads = arcs.argmax(-1)
            names = net.names(dep, head, heads)
        best = [x.softmax(-1).max(-1) for x in (tag, arcs, names)]
        for j, i in enumerate(ids):
            n = len(sentences[i])
            found[i] = torch.stack([b.indices[j, :n].float() for b in best] + [b.values[j, :n] for b in best])
        done += sum(len(sentences[i]) for i in ids)
        if k % 100 == 0:
            print(k, len(order), f"{done/(time.time()-began):.0f} words/s", flush=True)
    net.train()
    return found


def evaluate(net, cutter, tags, relations):
    for name, sentences in corpora.dev().items():
        found = read(net, cutter, [[w for w, *_ in s] for s in sentences], 4000)
        total = upos = uas = las = 0
        for s, labels in zip(sentences, found):
            for (_, t, h, r), tag, head, relation in zip(s, *labels[:3].int().tolist()):
                total += 1
                upos += tags[tag].split("/")[0] == t.split("/")[0]
                uas += head == h
                las += head == h and relations[relation].split(":")[0] == r.split(":")[0]
        print(name, f"upos {100*upos/total:.2f} uas {100*uas/total:.2f} las {100*las/total:.2f}", flush=True)


def label(folder, weights, source, out):
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    saved = torch.load(weights)
    net = Teacher(folder, len(saved["tags"]), len(saved["relations"]))
    net.load_state_dict(saved["net"])
    with open(source, encoding="utf-8") as lines:
        sentences = [line.split() for line in lines]
    sentences = [s for s in sentences if 3 <= len(s) <= 60]
    found = read(net, Pieces(folder + "/vocab.txt"), sentences)
    torch.save({"sentences": sentences, "labels": found, "tags": saved["tags"], "relations": saved["relations"]}, out)


if __name__ == "__main__":
    {"learn": learn, "label": label}[sys.argv[1]](*sys.argv[2:])
