"""What the encoder sees of a word. The same is written in Go in model/encoder/look.go;
the fixture of the parity test holds the two together."""

MASK = (1 << 64) - 1


def fnv(text):
    """FNV-1a, 64 bits, over the UTF-8 bytes."""
    h = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        h = ((h ^ byte) * 0x100000001B3) & MASK
    return h


def kind(c):
    """Letters by case, digits, and the rest as it stands. Only ASCII is told apart:
    every other character counts as a small letter, so that no table of Unicode is needed."""
    if "A" <= c <= "Z":
        return "X"
    if "0" <= c <= "9":
        return "d"
    if "a" <= c <= "z" or c > "\x7f":
        return "x"
    return c


def lower(word):
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in word)


STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def normal(word):
    """A word as the table of vectors knows it: small letters, straight quotes, digits as 0."""
    return "".join("0" if "0" <= c <= "9" else c for c in lower(word.translate(STRAIGHT)))


def shape(word):
    out = ""
    for c in word:
        k = kind(c)
        if not out.endswith(k * 3):
            out += k
        if len(out) == 8:
            break
    return out


def parts(word):
    """The hashed features of a word, each for a table of its own."""
    n = normal(word)
    first = "^" if "A" <= word[:1] <= "Z" else "_"
    return ("w" + n, "p" + n[:3], "s" + n[-3:], "t" + n[-2:], "h" + shape(word), "u" + first + n[-4:])


ROWS = (1 << 14, 4096, 8192, 2048, 1024, 8192)


def hashed(word, rows=ROWS):
    return [fnv(p) % r for p, r in zip(parts(word), rows)]
