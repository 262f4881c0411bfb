"""How Dutch words sound, roughly: "fergunning" and "vergunning" are the same, and so are "wille" and "willen".

Who writes with difficulty writes by ear. Letters that sound alike become one; what is often not heard is left out.
"""

from __future__ import annotations

import re

_ENDINGS = (
    ("isch", "is"), ("tie", "sie"), ("ties", "sies"), ("dt", "t"), ("d", "t"), ("b", "p"), ("luk", "lik"),
    ("luke", "like"), ("ug", "ig"), ("uge", "ige"),
)  # fmt: skip
# In this order: what an earlier one made, a later one may change again. "0": a sound that was "w" or "u".
_LETTERS = (
    ("sch", "sg"), ("cch", "g"), ("ch", "g"), ("gh", "g"), ("th", "t"), ("x", "ks"), ("qu", "kw"), ("q", "k"),
    ("eau", "o"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("tion", "sjon"), ("sia", "sja"), ("tia", "sja"),
    ("c", "k"), ("z", "s"), ("v", "f"), ("oei", "oi"), ("ij", "y"), ("ei", "y"), ("ouw", "o0"), ("auw", "o0"),
    ("au", "o0"), ("ou", "o0"), ("uw", "u"), ("ie", "i"), ("lyk", "lik"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")
_SHORTEST = 3  # letters; of shorter words too many sound alike


def dutch(word: str) -> str:
    """How a folded word sounds. Only to compare with other sounds: it is not meant to be read."""
    if len(word) < _SHORTEST:
        return word
    for ending, put in _ENDINGS:
        if word.endswith(ending):
            word = word[: -len(ending)] + put
            break
    for letters, put in _LETTERS:
        word = word.replace(letters, put)
    # A final n after a dull e is not heard.
    if word.endswith("en") and word[-3] not in "aeiouy":
        word = word[:-1]
    return _TWICE.sub(r"\1", word)
