"""Makes the fixture of the parity test: python fixture.py

A small network with random weights, and what PyTorch makes of some made-up sentences
with it, into model/encoder/testdata.
"""
import json

import torch

import corpora
import export
from features import normal
from net import Encoder

SENTENCES = [
    "The minister said on Monday that talks would go on .",
    "“ We don’t know , ” Ana told reporters in Port-Vell — twice .",
    "UN envoys met 1,200 farmers , who had walked 35km .",
    "Yes",
    "Ærø 's ferry isn't running ; nobody at the harbour , least of all the crew that had waited since 5 a.m. "
    "for a part from the mainland , could say when it would , or whether the island 's only doctor , "
    "who had left on Friday to see her mother , would be back before the storm that was due on Tuesday .",
]


def main():
    torch.manual_seed(7)
    known = ["", *sorted({normal(w) for s in SENTENCES[:3] for w in s.split()})]
    shifts = torch.arange(len(known)) % 5
    net = Encoder(torch.randn(len(known), 16), shifts, 11, 7, 32, 16, (8, 4, 8, 4, 4, 8), (64, 32, 64, 16, 16, 32))
    for p in (*net.parameters(),):
        torch.nn.init.normal_(p, 0, 0.5 if p.dim() < 2 else 1.5 / p.shape[-1] ** 0.5)
    net.eval()
    relations = ["advmod", "det", "nsubj", "obj", "obl", "punct", "root"]
    saved = {"words": known, "tags": [f"T{i:02}/X" for i in range(11)], "relations": relations}
    folder = corpora.HERE.parent / "model" / "encoder" / "testdata"
    folder.mkdir(exist_ok=True)
    export.write(net, saved, folder / "small.bin")
    found = export.answers(net, saved, [s.split() for s in SENTENCES])
    lines = ",\n".join(json.dumps(s, separators=(",", ":"), ensure_ascii=False) for s in found)
    (folder / "sentences.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
