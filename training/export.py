"""Writes learned weights as the product reads them: python export.py CHECKPOINT... encoder.bin

Of several checkpoints of one training the mean is written.

Tables of words and pieces become bytes with a scale for each row, all other weights
keep 16 bits (bfloat16).
"""
import pathlib
import sys

import numpy as np
import torch

from features import fnv, hashed, normal
from net import DILATIONS, STEPS, Encoder

MAGIC, NAME = b"onrecord weights 1 plain\n", b"encoder"
VERSION = 2


def number(n):
    out = bytearray()
    while n >= 0x80:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    return bytes(out + bytes([n]))


def block(data):
    return number(len(data)) + data


def strings(found):
    return number(len(found)) + b"".join(block(s.encode()) for s in found)


def rounded(tensor):
    return tensor.to(torch.bfloat16).float()


def halves(tensor):
    bits = tensor.detach().contiguous().numpy().astype("<f4").view("<u4") >> 16
    return block(bits.astype("<u2").tobytes())


def in_bytes(table):
    """The table in bytes, the scales of its rows, and the table that they stand for."""
    scale = (table.abs().amax(1) / 127).numpy().astype("<f4")
    scale[scale == 0] = 1
    cells = np.rint(table.numpy() / scale[:, None]).clip(-127, 127).astype(np.int8)
    back = torch.tensor(cells.astype("f4") * scale[:, None])
    return block(cells.tobytes()) + block(scale.tobytes()), back


def load(*paths):
    """The network of a checkpoint, or the mean of several, and what else the last one says."""
    all_saved = [torch.load(p, weights_only=False, map_location="cpu") for p in paths]
    saved = all_saved[-1]
    state = {k: sum(s["net"][k] for s in all_saved) / len(all_saved) if v.is_floating_point() else v for k, v in saved["net"].items()}
    sizes = [v.shape[1] for k, v in state.items() if k.startswith("tables.")]
    rows = [v.shape[0] for k, v in state.items() if k.startswith("tables.")]
    net = Encoder(state["vectors"], state["known"], len(saved["tags"]), len(saved["relations"]),
                  state["tag.weight"].shape[1], state["root"].shape[0] // 2, sizes, rows)
    net.load_state_dict(state)
    net.eval()
    return net, saved


@torch.no_grad()
def body(net, saved):
    """The weights in order. The network is left with the rounded ones."""
    for name, p in net.named_parameters():
        if not name.startswith(("tables.", "shift.")):
            p.copy_(rounded(p))
    out = [number(VERSION), number(net.width), number(net.head)]
    out += [number(len(DILATIONS))] + [number(d) for d in DILATIONS]
    out += [number(len(STEPS))] + [number(s) for s in STEPS]
    out += [strings(saved["tags"]), strings(saved["relations"])]
    words = net.vectors + net.shift(net.known)
    data, back = in_bytes(words)
    net.vectors.copy_(back)
    net.shift.weight.zero_()
    keys = np.array([0] + [fnv("w" + w) >> 32 for w in saved["words"][1:]], dtype="<u4")
    out += [number(words.shape[1]), block(keys.tobytes()), data, halves(net.unknown), number(len(net.tables))]
    for t in net.tables:
        data, back = in_bytes(t.weight)
        t.weight.copy_(back)
        out += [number(t.weight.shape[1]), data]
    for part in [net.enter, *net.layers]:
        out += [halves(part.linear.weight), halves(part.linear.bias), halves(part.norm.weight), halves(part.norm.bias)]
    for part in (net.tag, net.sides):
        out += [halves(part.weight), halves(part.bias)]
    out += [halves(net.root), halves(net.arc.T), halves(net.way.weight), halves(net.way.bias), halves(net.weight.weight)]
    for part in (net.name, net.called):
        out += [halves(part.weight), halves(part.bias)]
    return b"".join(out)


@torch.no_grad()
def answers(net, saved, sentences):
    """What the network says of each sentence: places of the best tags, all arcs, names."""
    row = {w: i for i, w in enumerate(saved["words"])}
    sizes = [t.num_embeddings for t in net.tables]
    found = []
    for forms in sentences:
        looks = torch.tensor([[row.get(normal(w), 0), *hashed(w, sizes)] for w in forms]).unsqueeze(0)
        tag, arcs, dep, head, label = net(looks[..., 0], looks[..., 1:], torch.ones(1, len(forms), 1))
        heads = arcs.argmax(-1)
        names = net.names(dep, head, heads)
        short = lambda x: [[round(v, 4) for v in r] for r in x[0].tolist()]
        found.append({"forms": forms, "tags": short(tag), "arcs": short(arcs), "heads": heads[0].tolist(), "names": short(names),
                      "labels": short(label)})
    return found


def write(net, saved, path):
    pathlib.Path(path).write_bytes(MAGIC + bytes([len(NAME)]) + NAME + body(net, saved))
    print(pathlib.Path(path).stat().st_size, "bytes")


if __name__ == "__main__":
    write(*load(*sys.argv[1:-1]), sys.argv[-1])
