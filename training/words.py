"""Word vectors from raw news: counts of neighbours, PPMI, truncated SVD.

The corpus has 36 million words, too few for a large language model and enough for
vectors that know which words stand in the same places. Neighbours are counted by
place (two before, one before, one after, two after) and, for the topic, in a window
of five. Run as `python words.py OUT.npz`; it takes a few minutes on one core.
"""
import json
import re
import subprocess
import sys

import numpy as np

import corpora
from features import normal

WORDS, NEAR, WIDE, SIZE = 40000, 1000, 2000, 96
PLACES = (-2, -1, 1, 2)
TOKEN = re.compile(r"n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+(?=n['’]t\b)|\w+(?:[.\-]\w+)*|[^\w\s]")


def reports(limit=None):
    path = corpora.ROOT / "news-raw" / "news.jsonl.zst"
    with subprocess.Popen(["zstdcat", str(path)], stdout=subprocess.PIPE) as pipe:
        for i, line in enumerate(pipe.stdout):
            if limit is not None and i >= limit:
                pipe.kill()
                return
            yield json.loads(line)["text"]


def numbered(limit=None):
    """The corpus as numbers of words, most frequent first, and the words."""
    number, parts = {}, []
    for text in reports(limit):
        ids = [number.setdefault(normal(w), len(number)) for w in TOKEN.findall(text)]
        parts.append(np.array(ids, dtype=np.int32))
    stream = np.concatenate(parts)
    total = np.bincount(stream, minlength=len(number))
    order = np.argsort(-total, kind="stable")
    rank = np.empty(len(order), dtype=np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    names = list(number)
    return rank[stream], [names[i] for i in order[:WORDS]]


def count(stream, words, contexts, offsets):
    """How often each word has each of the most frequent words at the offsets."""
    table = np.zeros(words * contexts, dtype=np.float32)
    for by in offsets:
        a, b = (stream[-by:], stream[:by]) if by < 0 else (stream[:-by], stream[by:])
        keep = (a < words) & (b < contexts)
        pairs = a[keep].astype(np.int64) * contexts + b[keep]
        table += np.bincount(pairs, minlength=len(table)).astype(np.float32)
    return table.reshape(words, contexts)


def ppmi(table):
    """Positive pointwise mutual information, contexts smoothed by the power 3/4."""
    rows = table.sum(1, keepdims=True) + 1e-9
    columns = table.sum(0, keepdims=True) ** 0.75
    columns /= columns.sum() + 1e-9
    return np.maximum(np.log(table / rows / (columns + 1e-12) + 1e-12), 0)


def factor(matrix, size, rounds=4):
    """The strongest directions of the matrix by subspace iteration."""
    rng = np.random.default_rng(1)
    basis = rng.standard_normal((matrix.shape[1], size + 16), dtype=np.float32)
    for _ in range(rounds):
        left, _ = np.linalg.qr(matrix @ basis)
        basis, _ = np.linalg.qr(matrix.T @ left)
    u, s, _ = np.linalg.svd(matrix @ basis, full_matrices=False)
    return u[:, :size] * np.sqrt(s[:size])


def main(out):
    stream, words = numbered()
    print(len(stream), "words read", flush=True)
    n = min(WORDS, len(words))
    near = [ppmi(count(stream, n, NEAR, [p])) for p in PLACES]
    wide = ppmi(count(stream, n, WIDE, [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5])) * 0.5
    vectors = factor(np.concatenate(near + [wide], 1), SIZE)
    vectors /= vectors.std() + 1e-9
    np.savez(out, words=np.array(words), vectors=vectors.astype(np.float32))
    place = {w: i for i, w in enumerate(words)}
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    for w in ("said", "minister", "france", "monday", "the", "killed", "which"):
        print(w, [words[i] for i in np.argsort(-(unit @ unit[place[w]]))[1:8]], flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
