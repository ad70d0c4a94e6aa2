"""The encoder: hashed pieces of words and word vectors, dilated convolutions with
maxout, and heads for tags, arcs, the names of arcs, and the names of people and places."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from corpora import PAD
from features import ROWS

SIZES = (48, 32, 48, 24, 24, 48)  # of the tables of features.parts
WIDTH, HEAD, DILATIONS = 192, 128, (1, 1, 2, 4, 8)
PIECES = 2
LABELS = 17  # of names: none, and four places in four kinds
BUCKETS = 32
STEPS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 19, 24, 32, 45, 70)  # lower ends of the buckets


def buckets(n, device):
    """bucket[i, j] of the way from word i to its head j: 16 to the right, 16 to the left."""
    place = torch.arange(n, device=device)
    way = place.unsqueeze(0) - place.unsqueeze(1)
    far = torch.bucketize(way.abs(), torch.tensor(STEPS, device=device), right=True).clamp(min=1) - 1
    return torch.where(way > 0, far, far + 16)


class Maxout(nn.Module):
    def __init__(self, inside, outside):
        super().__init__()
        self.linear = nn.Linear(inside, outside * PIECES)
        self.norm = nn.LayerNorm(outside)

    def forward(self, x):
        pieces = self.linear(x).float().unflatten(-1, (PIECES, -1))
        return self.norm(pieces.amax(-2))


def cross(scores, labels):
    """The mean over the known labels, 0 if none is known."""
    known = labels != PAD
    return F.cross_entropy(scores[known], labels[known]) if known.any() else scores.sum() * 0


class Drop(nn.Module):
    """Drops channels of whole sentences (Gal and Ghahramani 2016), which is also cheaper to draw."""

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[-1], device=x.device) >= self.p
        return x * (keep.to(x.dtype) / (1 - self.p))


class Heads(nn.Module):
    """Scores of tags, arcs and names of arcs from the states of the words. Column 0 of
    the arcs is the root."""

    def __init__(self, width, head, tags, relations):
        super().__init__()
        self.width, self.head = width, head
        self.tag = nn.Linear(width, tags)
        self.sides = nn.Linear(width, 4 * head)  # dependent and head of the arc, then of its name
        self.root = nn.Parameter(torch.randn(2 * head) * 0.1)
        self.arc = nn.Parameter(torch.empty(head, head))
        self.way = nn.Linear(head, BUCKETS)
        self.weight = nn.Linear(head, 1, bias=False)
        self.name = nn.Linear(head, relations)
        nn.init.xavier_uniform_(self.arc, gain=0.2)
        self.drop = Drop(0.3)

    def score(self, h, mask):
        h = self.drop(h)
        b, n, _ = h.shape
        dep, head, name_dep, name_head = self.sides(h).split(self.head, -1)
        dep, head = F.relu(dep), F.relu(head)
        root = self.root.to(dep.dtype)
        head = torch.cat([F.relu(root[: self.head]).expand(b, 1, -1), head], 1)
        name_head = torch.cat([root[self.head :].expand(b, 1, -1), name_head], 1)
        arcs = self.drop(dep) @ self.arc @ head.transpose(1, 2) + self.weight(head).transpose(1, 2)
        way = self.way(dep).float().gather(2, buckets(n, h.device).expand(b, n, n))
        arcs = arcs.float() + F.pad(way, (1, 0))
        alive = F.pad(mask.squeeze(-1), (1, 0), value=1.0).unsqueeze(1)
        arcs = arcs.masked_fill(alive == 0, -1e4)
        return self.tag(h).float(), arcs, name_dep, name_head

    def names(self, name_dep, name_head, heads):
        """Scores of the relations of the given heads; 0 is the root."""
        of = name_head.gather(1, heads.unsqueeze(-1).expand(-1, -1, self.head))
        return self.name(self.drop(F.relu(name_dep + of))).float()


class Encoder(Heads):
    """The network of the product."""

    def __init__(self, vectors, known, tags, relations, width=WIDTH, head=HEAD, sizes=SIZES, rows=ROWS):
        super().__init__(width, head, tags, relations)
        self.called = nn.Linear(width, LABELS)
        self.register_buffer("vectors", vectors)  # not learned
        self.register_buffer("known", known)  # row of the learned shift of each word, 0 for none
        self.shift = nn.Embedding(int(known.max()) + 1, vectors.shape[1], padding_idx=0)
        nn.init.zeros_(self.shift.weight)
        self.tables = nn.ModuleList(nn.Embedding(r, s) for r, s in zip(rows, sizes))
        for t in self.tables:
            nn.init.normal_(t.weight, 0, 0.3)
        self.unknown = nn.Parameter(torch.zeros(vectors.shape[1]))
        self.enter = Maxout(vectors.shape[1] + sum(sizes), width)
        self.layers = nn.ModuleList(Maxout(3 * width, width) for _ in DILATIONS)
        self.drop_in = Drop(0.2)

    def dropping(self, share):
        """How many channels are dropped while it learns; two thirds of that of what is seen of words."""
        self.drop.p, self.drop_in.p = share, share * 2 / 3

    def look(self, words, parts):
        """words: row of the vectors, 0 unknown; parts: rows of the tables."""
        vector = self.vectors[words] + self.shift(self.known[words])
        missing = words == 0
        if self.training:
            missing = missing | (torch.rand(words.shape, device=words.device) < 0.08)
        vector = torch.where(missing.unsqueeze(-1), self.unknown, vector)
        found = [t(parts[..., k]) for k, t in enumerate(self.tables)]
        return torch.cat([vector, *found], -1)

    def states(self, words, parts, mask):
        h = self.enter(self.drop_in(self.look(words, parts))) * mask
        for layer, d in zip(self.layers, DILATIONS):
            n = h.shape[1]
            wide = F.pad(h, (0, 0, d, d))
            h = (h + self.drop(layer(torch.cat([wide[:, :n], h, wide[:, 2 * d :]], -1)))) * mask
        return h

    def forward(self, words, parts, mask):
        """Scores of tags and arcs, the two sides of the names of arcs, scores of labels of names."""
        h = self.states(words, parts, mask)
        return *self.score(h, mask), self.called(self.drop(h)).float()
