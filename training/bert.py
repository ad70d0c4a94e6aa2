"""A BERT encoder read from a safetensors file, and the word pieces that it reads."""
import json
import pathlib
import struct
import unicodedata

import torch
import torch.nn as nn
import torch.nn.functional as F


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


class Layer(nn.Module):
    def __init__(self, width, inner, heads):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out, self.norm = nn.Linear(width, width), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down, self.last = nn.Linear(width, inner), nn.Linear(inner, width), nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        split = lambda y: y.unflatten(-1, (self.heads, -1)).transpose(1, 2)
        y = F.scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask)
        x = self.norm(x + self.drop(self.out(y.transpose(1, 2).flatten(2))))
        return self.last(x + self.drop(self.down(F.gelu(self.up(x)))))


OLD = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
       "out": "attention.output.dense", "norm": "attention.output.LayerNorm", "up": "intermediate.dense",
       "down": "output.dense", "last": "output.LayerNorm"}


class Bert(nn.Module):
    """forward gives a learned mean of all layers."""

    def __init__(self, folder):
        super().__init__()
        folder = pathlib.Path(folder)
        config = json.loads((folder / "config.json").read_text())
        old = tensors(folder / "model.safetensors")
        old = {k.removeprefix("bert."): v for k, v in old.items()}
        self.width = config["hidden_size"]
        self.word = nn.Embedding.from_pretrained(old["embeddings.word_embeddings.weight"], freeze=False)
        self.place = nn.Embedding.from_pretrained(old["embeddings.position_embeddings.weight"], freeze=False)
        self.kind = nn.Parameter(old["embeddings.token_type_embeddings.weight"][0].clone())
        self.norm = nn.LayerNorm(self.width, eps=1e-12)
        self.norm.load_state_dict({k: old[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")})
        self.layers = nn.ModuleList(
            Layer(self.width, config["intermediate_size"], config["num_attention_heads"])
            for _ in range(config["num_hidden_layers"]))
        for i, layer in enumerate(self.layers):
            for new, name in OLD.items():
                part = getattr(layer, new)
                part.load_state_dict({k: old[f"encoder.layer.{i}.{name}.{k}"] for k in ("weight", "bias")})
        self.mix = nn.Parameter(torch.zeros(len(self.layers) + 1))

    def forward(self, pieces, alive):
        x = self.word(pieces) + self.place.weight[: pieces.shape[1]] + self.kind
        x = self.norm(x)
        mask = alive[:, None, None, :]
        found = [x]
        for layer in self.layers:
            x = layer(x, mask)
            found.append(x)
        share = self.mix.softmax(0)
        return sum(w * y for w, y in zip(share, found))
