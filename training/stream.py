"""Sentences as one long row of numbers of words, from which batches are cut on the device that learns."""
import random

import numpy as np
import torch

from corpora import PAD

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
KEPT = 4  # most probable answers that are kept of a question
QUESTIONS = 4  # the tag of a word, its head, the relation to it, the label of its name


class Stream:
    """All words of some sentences. forms: each distinct word once; ids: the number of each
    word that stands; starts and sizes: where each sentence lies."""

    def __init__(self, sentences):
        number, sizes = {}, []

        def words():
            for forms in sentences:
                sizes.append(len(forms))
                for w in forms:
                    yield number.setdefault(w, len(number))

        ids = np.fromiter(words(), np.int32)
        self.place(list(number), ids, np.array(sizes))

    def place(self, forms, ids, sizes):
        self.forms, self.sizes, self.starts = forms, sizes, np.cumsum(sizes) - sizes
        self.ids = torch.as_tensor(ids, device=DEVICE)
        self.begin, self.length = (torch.tensor(x, device=DEVICE) for x in (self.starts, self.sizes))

    def saved(self):
        return {"forms": self.forms, "ids": self.ids, "sizes": torch.tensor(self.sizes)}

    @classmethod
    def of(cls, saved):
        self = cls.__new__(cls)
        self.place(saved["forms"], saved["ids"], saved["sizes"].cpu().numpy())
        return self

    def __len__(self):
        return len(self.sizes)

    def at(self, sentences):
        """Where the words of a batch of sentences stand in the row, and which places hold one."""
        width = int(self.sizes[sentences].max())
        sentences = torch.as_tensor(sentences, device=DEVICE)
        column = torch.arange(width, device=DEVICE)
        mask = column < self.length[sentences].unsqueeze(1)
        return torch.where(mask, self.begin[sentences].unsqueeze(1) + column, 0), mask

    def sum(self, of_forms):
        """A number for each distinct word, added up for each sentence."""
        return np.add.reduceat(np.asarray(of_forms)[self.ids.cpu().numpy()], self.starts)


class Answers:
    """For each word and question the most probable answers and how probable they are; no
    share at all where nothing is known."""

    def __init__(self, words):
        self.index = torch.zeros(words, QUESTIONS, KEPT, dtype=torch.uint8, device=DEVICE)
        self.share = torch.zeros(words, QUESTIONS, KEPT, dtype=torch.float16, device=DEVICE)

    @classmethod
    def of(cls, saved):
        self = cls(0)
        self.index, self.share = saved["index"], saved["share"]
        return self

    def at(self, places):
        """The answers of the words at some places, as answers of their own."""
        return Answers.of({"index": self.index[places], "share": self.share[places]})

    def put(self, at, question, shares):
        """The most probable of all answers, of the words at some places."""
        share, index = shares.float().topk(min(KEPT, shares.shape[-1]), -1)
        share = (share / share.sum(-1, keepdim=True)).half()
        self.index[at, question, : index.shape[-1]] = torch.where(share > 0, index, 0).to(torch.uint8)
        self.share[at, question, : index.shape[-1]] = share

    def set(self, question, labels):
        """What is known for certain; PAD leaves the answers that are there."""
        labels = torch.as_tensor(labels, device=DEVICE)
        known = labels != PAD
        self.share[known, question] = 0
        self.share[known, question, 0] = 1
        self.index[known, question, 0] = labels[known].to(torch.uint8)

    def forget(self, question, where):
        self.share[where, question] = 0

    def best(self, question):
        return self.index[:, question, 0].long()

    def numbers(self, stream):
        """The best answers to each question, by sentence."""
        best = self.index[:, :, 0].cpu()
        return [best[a : a + n].T.tolist() for a, n in zip(stream.starts, stream.sizes)]


def batches(sizes, room):
    """Numbers of sentences of like size, so many together as the room holds when all are as long as the longest."""
    order = np.lexsort((np.random.default_rng(random.getrandbits(32)).random(len(sizes)), sizes))
    found, first = [], 0
    for k, i in enumerate(order):
        if k > first and (k - first + 1) * sizes[i] > room:
            found.append(order[first:k])
            first = k
    found.append(order[first:])
    random.shuffle(found)
    return found


def differ(scores, index, share):
    """Cross entropy against the shares of the kept answers: the mean over the words of which something is known."""
    near = scores.float().log_softmax(-1).gather(-1, index.long())
    return -(share * near).sum() / (share.sum(-1) > 0).sum().clamp(min=1)
