"""What a question is about, in a few of its own words: for the topic's name and for lists."""

from __future__ import annotations

import re

from bot.desk.names import clean

# A topic's name is at most 40 characters (conversations.md) and starts with the state: "Nieuw · ".
LONGEST = 32

_DUTCH = """
aan ad al alle alleen allemaal als alsof alstublieft altijd ander andere anders bedankt ben benen bij binnen bent best
beste bijna daar daarna dan dank dat de deze die dit doe doen doet door dus echt een eens eerst eigenlijk elk elke en
er eraan ergens even gaan gaat gaf geef geen gegeven gehad geven goed goedemiddag goedemorgen graag ga had hallo haar
hadden heb hebben hebt heeft heel help hem hen het hey hier hij hoe hoeveel hoi hun iemand iets ieder iedereen ik in
is ja je jou jouw jullie kan kent kom komt komen kon konden krijg krijgen krijgt kun kunnen kunt laat later maar mag
mee meer men mensen met mij mijn misschien moeilijk moest moet moeten mogen morgen na naar nee niet niets nodig nog nu
of ofzo om omdat onder ons onze ook op over paar per precies regel regelen samen soms staan staat te tegen ten ter
toch toen tot tussen u uit uw van vandaag vanuit veel via vind vinden volgens voor vraag vraagje vragen waar waarom
wanneer want was wat we week weer weet weten welk welke wel weleens werd wie wij wil wilde willen wilt word worden
wordt zal ze zeer zelf zich zij zijn zo zoals zomaar zonder zou zouden zullen
"""
_ENGLISH = """
a about an and any are as at be but by can could do does for from get have hello hi how i if in is it its me my need
of on or our please should so some that the their there they this to us was we what when where which who why will with
would you your
"""
_STOP = frozenset((_DUTCH + _ENGLISH).split())


def subject(text: str, longest: int = LONGEST) -> str:
    """The words that matter, at most `longest` characters, in their own order; empty when none do.

    Of several sentences, the one that asks. Of too many words, the last: questions begin with what they have in
    common ("hebben we een vergunning nodig als …") and end with what they are about.
    """
    sentences = [(s, _words(s)) for s in re.split(r"(?<=[.!?])\s+|\n+", text)]
    told = [words for sentence, words in sentences if len(words) > 1 and sentence.rstrip().endswith("?")]
    told = told or [words for _, words in sentences if len(words) > 1] or [words for _, words in sentences if words]
    return _fit(told[0], longest) if told else ""


def _words(sentence: str) -> list[str]:
    words = re.findall(r"\w+(?:['’\-]\w+)*", clean(sentence).casefold())
    return list(dict.fromkeys(w for w in words if w not in _STOP))


def _fit(words: list[str], longest: int) -> str:
    kept: list[str] = []
    for word in reversed(words):
        if kept and len(" ".join([word, *kept])) > longest:
            break
        kept.insert(0, word)
    return " ".join(kept)[:longest]
