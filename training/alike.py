"""Which stems are near in meaning, by the vectors that a pretrained encoder gives to words alone:

    python alike.py MODEL_FOLDER stems.tsv ../across/words/alike.txt.gz

stems.tsv comes from `go run ./training/stems -least 12`. A stem's vector is the mean of its words', weighed by
how often they stand; the mean of all stems is taken off, so that stems without a common matter come out near 0. What
is written is a line for each stem with those behind it in the alphabet that are near, and how near, in hundredths.
"""
import gzip
import sys

import torch
import torch.nn.functional as F

from mpnet import END, PAD, START, Mpnet, Pieces

LEAST, MOST, BATCH = 0.36, 16, 256


def vectors(folder, words):
    """The mean of the last layer's states of each word read alone, of length 1."""
    net, cutter = Mpnet(folder, 1).eval().to(torch.bfloat16), Pieces(folder + "/vocab.txt")
    net.shape.weight.data.zero_()
    net.mix.data.fill_(-30.0)
    net.mix.data[-1] = 30.0
    ids = [[START] + cutter.split(w) + [END] for w in words]
    found = torch.zeros(len(words), net.width)
    order = sorted(range(len(words)), key=lambda i: len(ids[i]))
    with torch.no_grad():
        for b in range(0, len(order), BATCH):
            rows = order[b : b + BATCH]
            x = torch.full((len(rows), max(len(ids[i]) for i in rows)), PAD)
            for r, i in enumerate(rows):
                x[r, : len(ids[i])] = torch.tensor(ids[i])
            alive = (x != PAD).unsqueeze(-1)
            h = net(x, torch.zeros_like(x)).float()
            found[rows] = F.normalize((h * alive).sum(1) / alive.sum(1), dim=-1)
    return found


def by_stem(rows, found):
    """The stems, and their vectors."""
    place, counts = {}, []
    for _, stem, n in rows:
        if place.setdefault(stem, len(counts)) == len(counts):
            counts.append(0)
        counts[place[stem]] += n
    table = torch.zeros(len(counts), found.shape[1])
    for (_, stem, n), v in zip(rows, found):
        table[place[stem]] += n * v
    share = torch.tensor(counts).sqrt().unsqueeze(1)
    table = F.normalize(table, dim=-1)
    return list(place), F.normalize(table - (table * share).sum(0) / share.sum(), dim=-1)


def near(stems, table):
    """Pairs of stems that are near: for each the nearest few."""
    pairs = {}
    for i, stem in enumerate(stems):
        likeness = table @ table[i]
        likeness[i] = -1
        for much, j in zip(*(t.tolist() for t in likeness.topk(MOST))):
            if much >= LEAST:
                pairs[tuple(sorted((stem, stems[j])))] = round(100 * much)
    return pairs


def main(folder, words, out):
    rows = [(w, s, int(n)) for w, s, n in (line.rstrip("\n").split("\t") for line in open(words, encoding="utf-8"))]
    pairs = near(*by_stem(rows, vectors(folder, [w for w, _, _ in rows])))
    lines = {}
    for (a, b), much in sorted(pairs.items()):
        lines.setdefault(a, []).append(f"{b} {much}")
    text = "".join(f"{a}: {' '.join(list)}\n" for a, list in lines.items())
    with open(out, "wb") as file:
        file.write(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
