"""Learns the encoder from what the teachers say of gold sentences and news, and from gold:

    python train.py --vectors words.npz --labelled labelled.pt --out run

Of each word it learns the shares of the most probable answers (Hinton et al. 2015, "Distilling the Knowledge in
a Neural Network"). Lines of scores on the dev sets on the way; run/last.pt at the end.
"""
import argparse
import pathlib
import random
import time
from collections import Counter

import numpy as np
import torch

import corpora
import scores
from corpora import PAD
from features import hashed, normal
from net import HEAD, WIDTH, Encoder
from stream import DEVICE, Answers, Stream, batches, differ
from teacher import Gold


def course_arguments(a, words, rate):
    a.add_argument("--out", required=True)
    a.add_argument("--words", type=float, default=words, help="words to learn from, each reading of a word counted")
    a.add_argument("--seconds", type=float, default=86400, help="or as many as can be had in this time")
    a.add_argument("--rate", type=float, default=rate)
    a.add_argument("--room", type=int, default=8000, help="words of a batch")
    a.add_argument("--names", type=float, default=2.0, help="weight of names against tags, heads and relations")
    a.add_argument("--drop", type=float, default=0.08)
    a.add_argument("--seed", type=int, default=1)


def arguments():
    a = argparse.ArgumentParser()
    a.add_argument("--vectors", required=True)
    a.add_argument("--labelled", required=True, help="the teachers' answers on gold sentences and news")
    course_arguments(a, words=150e6, rate=3e-3)
    a.add_argument("--gold", type=float, default=0.15, help="share of batches of gold sentences")
    a.add_argument("--pure", type=float, default=0.06, help="last part, which sees gold sentences alone")
    a.add_argument("--often", type=int, default=25, help="words of news without a vector are known if they stand so often")
    a.add_argument("--width", type=int, default=WIDTH)
    a.add_argument("--head", type=int, default=HEAD)
    return a.parse_args()


class Vocabulary:
    """Words with a vector, then words without one seen twice in gold sentences or often in news. Row 0 is unknown."""

    def __init__(self, file, gold, news, often):
        found = np.load(file)
        words = ["", *found["words"].tolist()]
        counts, heard = occurrences(gold), occurrences(news)
        have = set(words)
        words += sorted(w for w in counts.keys() | heard.keys() if w not in have and (counts[w] > 1 or heard[w] >= often))
        self.row = {w: i for i, w in enumerate(words)}
        self.words = words
        self.vectors = torch.zeros(len(words), found["vectors"].shape[1])
        self.vectors[1 : 1 + len(found["words"])] = torch.tensor(found["vectors"])
        self.known = torch.arange(len(words))

    @classmethod
    def of(cls, saved):
        """The vocabulary of a checkpoint."""
        self = cls.__new__(cls)
        self.words, self.vectors, self.known = saved["words"], saved["net"]["vectors"], saved["net"]["known"]
        self.row = {w: i for i, w in enumerate(self.words)}
        return self

    def looks(self, forms):
        """What is seen of each form: the row of its vector, and those of its parts."""
        return torch.tensor([[self.row.get(normal(w), 0), *hashed(w)] for w in forms], device=DEVICE)


def occurrences(stream):
    found = Counter()
    for form, n in zip(stream.forms, np.bincount(stream.ids.cpu().numpy(), minlength=len(stream.forms)).tolist()):
        found[normal(form)] += n
    return found


class Lesson:
    """Sentences, what is seen of their words, and the answers to learn."""

    def __init__(self, vocabulary, stream, answers):
        self.stream, self.answers, self.table = stream, answers, vocabulary.looks(stream.forms)

    def batch(self, sentences):
        at, mask = self.stream.at(sentences)
        looks = self.table[self.stream.ids[at].long()] * mask.unsqueeze(-1)
        share = self.answers.share[at] * mask[..., None, None]
        index = self.answers.index[at] * mask[..., None, None]  # a place without a word asks for no head
        return (looks[..., 0], looks[..., 1:], mask.unsqueeze(-1).float()), index, share.float()


def recased(sentences):
    """Each sentence, and some again in the letters of headlines: all capitals, or every long word with one."""
    for i, s in enumerate(sentences):
        yield i, s.forms
        if i % 16 == 3:
            yield i, [w.upper() for w in s.forms]
        elif i % 16 == 9:
            yield i, [w[:1].upper() + w[1:] if len(w) > 3 else w for w in s.forms]


def taught(gold, said):
    """The gold labels, and what the teachers say where a corpus tells nothing."""
    answers = Answers(len(gold.stream.ids))
    answers.index.copy_(said.index)
    answers.share.copy_(said.share)
    names = gold.labels[3]
    named = torch.tensor([s.names is not None for s in gold.sentences for _ in s.forms], device=DEVICE)
    open_, other = named & (names == PAD), answers.best(3) > 12  # other kinds alone may be missing
    answers.forget(3, open_ & ~other)
    for question, labels in enumerate(gold.labels):
        answers.set(question, labels)
    return answers


def gold_lesson(vocabulary, gold, answers):
    """The gold sentences with those in other letters, whose answers are the same."""
    short = [(i, forms) for i, forms in recased(gold.sentences) if len(forms) <= 120]
    stream = Stream(forms for _, forms in short)
    source = torch.cat([gold.stream.begin[i] + torch.arange(len(f), device=DEVICE) for i, f in short])
    return Lesson(vocabulary, stream, answers.at(source))


def loss_of(net, looks, index, share, weight):
    """weight: of names against each of the three others."""
    tag, arcs, dep, head, label = net(*looks)
    relation = net.names(dep, head, index[..., 1, 0].long())
    losses = [differ(s, index[:, :, q, : s.shape[-1]], share[:, :, q, : s.shape[-1]]) for q, s in enumerate((tag, arcs, relation, label))]
    return losses[0] + losses[1] + losses[2] + weight * losses[3]


@torch.no_grad()
def said(net, vocabulary, stream):
    """What the network says of each word, as the teachers do."""
    net.eval()
    lesson, answers = Lesson(vocabulary, stream, Answers(len(stream.ids))), Answers(len(stream.ids))
    for ids in batches(stream.sizes, 8000):
        looks, *_ = lesson.batch(ids)
        at, here = stream.at(ids)
        with torch.autocast(DEVICE.type, torch.bfloat16):
            tag, arcs, dep, head, label = net(*looks)
            relation = net.names(dep, head, arcs.argmax(-1))
        for question, score in enumerate((tag, arcs, relation, label)):
            answers.put(at[here], question, score.softmax(-1)[here])
    net.train()
    return answers


class Course:
    """Which sentences come when: batches of lessons, each as often as its share of that moment."""

    def __init__(self, lessons, shares, room):
        self.lessons, self.shares, self.room, self.waiting = lessons, shares, room, {}

    def next(self, done):
        lesson = random.choices(self.lessons, self.shares(done))[0]
        if not self.waiting.get(lesson):
            self.waiting[lesson] = batches(lesson.stream.sizes, self.room)
        return lesson.batch(self.waiting[lesson].pop())


def main():
    a = arguments()
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    torch.set_float32_matmul_precision("high")
    said = torch.load(a.labelled, map_location=DEVICE)
    gold, news = Gold(corpora.train() + corpora.names()), Stream.of(said["news"])
    if (gold.tags, gold.relations) != (said["tags"], said["relations"]):
        raise SystemExit("the teachers have other labels")
    vocabulary = Vocabulary(a.vectors, gold.stream, news, a.often)
    lessons = [gold_lesson(vocabulary, gold, taught(gold, Answers.of(said["gold"]))), Lesson(vocabulary, news, Answers.of(said["news"]))]
    course = Course(lessons, lambda done: (1, 0) if done > 1 - a.pure else (a.gold, 1 - a.gold), a.room)
    net = Encoder(vocabulary.vectors, vocabulary.known, len(gold.tags), len(gold.relations), a.width, a.head).to(DEVICE)
    net.dropping(a.drop)
    print(len(gold.sentences), "gold sentences", len(news), "of news", len(vocabulary.words), "words known", flush=True)
    learn(net, course, a, lambda: report(net, vocabulary, gold))
    save(net, vocabulary, gold, a.out)


def save(net, vocabulary, gold, out):
    folder = pathlib.Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    torch.save({"net": net.state_dict(), "tags": gold.tags, "relations": gold.relations, "words": vocabulary.words}, folder / "last.pt")


def load(path, drop):
    """The network of a checkpoint, to go on with, and its vocabulary."""
    saved = torch.load(path, map_location="cpu")
    state, vocabulary = saved["net"], Vocabulary.of(saved)
    net = Encoder(vocabulary.vectors, vocabulary.known, len(saved["tags"]), len(saved["relations"]),
                  state["tag.weight"].shape[1], state["root"].shape[0] // 2)
    net.load_state_dict(state)
    net.dropping(drop)
    return net.to(DEVICE), vocabulary


def report(net, vocabulary, gold):
    def numbers(sentences):
        stream = Stream(sentences)
        return said(net, vocabulary, stream).numbers(stream)

    return f"{scores.trees(corpora.dev(), numbers, gold.tags, gold.relations)}; {scores.names(corpora.dev_names(), numbers)}"


def learn(net, course, a, scored):
    """The rate rises in 300 steps and falls to 0 until all words are read or the time is over."""
    optimiser = torch.optim.AdamW(net.parameters(), lr=a.rate, betas=(0.9, 0.95), weight_decay=1e-3, fused=True)
    began, heard, step, told, total = time.time(), 0, 0, 0, 0.0
    while (done := max(heard / a.words, (time.time() - began) / a.seconds)) < 1:
        for g in optimiser.param_groups:
            g["lr"] = a.rate * min((step + 1) / 300, 1 - done)
        looks, index, share = course.next(done)
        with torch.autocast(DEVICE.type, torch.bfloat16):
            loss = loss_of(net, looks, index, share, a.names)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        total, heard, step = total + loss.detach(), heard + looks[0].numel(), step + 1
        if done >= (told + 1) / 4:
            told += 1
            print(f"{heard/1e6:.0f} million words, loss {float(total)/step:.3f} {time.time()-began:.0f}s; {scored()}", flush=True)
    print(f"{heard/1e6:.0f} million words {time.time()-began:.0f}s; {scored()}", flush=True)


if __name__ == "__main__":
    main()
