"""An MPNet encoder read from a safetensors file, and the word pieces that it reads.

Song et al. 2020, "MPNet: Masked and Permuted Pre-training for Language Understanding":
a BERT whose attention also knows how far apart two pieces stand.
"""
import json
import math
import pathlib
import struct
import unicodedata

import torch
import torch.nn as nn
import torch.nn.functional as F

START, PAD, END = 0, 1, 2  # pieces
BUCKETS, FAR = 32, 128


def tensors(path):
    """The tensors of a safetensors file by name."""
    data = pathlib.Path(path).read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    found = {}
    for name, t in json.loads(data[8 : 8 + size]).items():
        if name == "__metadata__" or t["dtype"] != "F32":
            continue
        first, end = (8 + size + o for o in t["data_offsets"])
        found[name] = torch.frombuffer(bytearray(data[first:end]), dtype=torch.float32).reshape(t["shape"])
    return found


class Pieces:
    """Cuts words into pieces of the vocabulary, the longest first."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            self.number = {line.rstrip("\n"): i for i, line in enumerate(lines)}
        self.seen = {}

    def split(self, word):
        if word not in self.seen:
            plain = unicodedata.normalize("NFD", word.lower())
            plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
            found, part = [], ""
            for c in plain:
                if c.isalnum():
                    part += c
                    continue
                found += self.longest(part) + self.longest(c)
                part = ""
            self.seen[word] = (found + self.longest(part) or [self.number["[UNK]"]])[:12]
        return self.seen[word]

    def longest(self, part):
        found, at = [], 0
        while at < len(part):
            for end in range(len(part), at, -1):
                piece = ("##" if at else "") + part[at:end]
                if piece in self.number:
                    found.append(self.number[piece])
                    at = end
                    break
            else:
                return [self.number["[UNK]"]]
        return found


def buckets(n, device):
    """bucket[i, j] of the way from piece i to piece j: 16 backwards and here, 16 ahead."""
    place = torch.arange(n, device=device)
    way = place.unsqueeze(0) - place.unsqueeze(1)
    half = BUCKETS // 2
    near = half // 2
    far = way.abs().clamp(min=1).float().div(near).log() / math.log(FAR / near) * (half - near)
    size = torch.where(way.abs() < near, way.abs(), (near + far.long()).clamp(max=half - 1))
    return size + (way > 0) * half


class Layer(nn.Module):
    def __init__(self, width, inner, heads):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out, self.norm = nn.Linear(width, width), nn.LayerNorm(width)
        self.up, self.down, self.last = nn.Linear(width, inner), nn.Linear(inner, width), nn.LayerNorm(width)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, bias):
        split = lambda y: y.unflatten(-1, (self.heads, -1)).transpose(1, 2)
        y = F.scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=bias)
        x = self.norm(x + self.out(y.transpose(1, 2).flatten(2)))
        return self.last(x + self.drop(self.down(F.gelu(self.up(x)))))


OLD = {"query": "attention.attn.q", "key": "attention.attn.k", "value": "attention.attn.v", "out": "attention.attn.o",
       "norm": "attention.LayerNorm", "up": "intermediate.dense", "down": "output.dense", "last": "output.LayerNorm"}


class Mpnet(nn.Module):
    """forward gives a learned mean of all layers. shapes are added to the pieces: the
    case of words, which the pieces do not keep."""

    def __init__(self, folder, shapes):
        super().__init__()
        folder = pathlib.Path(folder)
        config = json.loads((folder / "config.json").read_text())
        old = tensors(folder / "model.safetensors")
        self.width = config["hidden_size"]
        self.word = nn.Embedding.from_pretrained(old["embeddings.word_embeddings.weight"], freeze=True)
        self.place = nn.Embedding.from_pretrained(old["embeddings.position_embeddings.weight"], freeze=True)
        self.shape = nn.Embedding(shapes, self.width)
        nn.init.normal_(self.shape.weight, 0, 0.02)
        self.norm = nn.LayerNorm(self.width)
        self.norm.load_state_dict({k: old[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")})
        self.way = nn.Embedding.from_pretrained(old["encoder.relative_attention_bias.weight"], freeze=False)
        self.layers = nn.ModuleList(
            Layer(self.width, config["intermediate_size"], config["num_attention_heads"])
            for _ in range(config["num_hidden_layers"]))
        for i, layer in enumerate(self.layers):
            for new, name in OLD.items():
                part = getattr(layer, new)
                part.load_state_dict({k: old[f"encoder.layer.{i}.{name}.{k}"] for k in ("weight", "bias")})
        self.mix = nn.Parameter(torch.zeros(len(self.layers) + 1))

    def forward(self, pieces, shapes):
        alive, n = pieces != PAD, pieces.shape[1]
        x = self.norm(self.word(pieces) + self.place.weight[2 : n + 2] + self.shape(shapes))
        bias = self.way(buckets(n, pieces.device)).permute(2, 0, 1).unsqueeze(0)
        bias = bias.masked_fill(~alive[:, None, None, :], -1e4)
        found = [x]
        for layer in self.layers:
            x = layer(x, bias.to(x.dtype))
            found.append(x)
        share = self.mix.softmax(0)
        return sum(w * y for w, y in zip(share, found))
