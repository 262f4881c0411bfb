"""The buttons of the human queue: what each carries. Asker's first, then those of staff."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.presses import Press


@dataclass(frozen=True)
class AskPerson(Press, prefix="person"):
    """[ Vraag het een mens ]"""


@dataclass(frozen=True)
class AnotherQuestion(Press, prefix="other-q"):
    """A person, but not for the question asked last."""


@dataclass(frozen=True)
class NeverMind(Press, prefix="nvm"):
    """[ Toch niet ]"""


@dataclass(frozen=True)
class PassOn(Press, prefix="pass"):
    """[ Ja, vraag het ]: this question, as asked of the bot, goes to a person."""

    asked: int


@dataclass(frozen=True)
class PassAlong(Press, prefix="along"):
    """[ Ja, geef door ]: this question belongs to an open ticket."""

    ticket: int
    message: int
    asked: int


@dataclass(frozen=True)
class SomethingElse(Press, prefix="else"):
    """[ Nee, iets anders ]: it does not."""

    asked: int


@dataclass(frozen=True)
class PassMedia(Press, prefix="media"):
    """[ Ja, geef door ]: what the bot cannot read goes to a person. `first`: the first message of it."""

    first: int
    kind: str


@dataclass(frozen=True)
class NoMedia(Press, prefix="no-media"):
    """[ Nee ]"""


@dataclass(frozen=True)
class Withdraw(Press, prefix="withdraw"):
    """[ Trek vraag in ]"""

    ticket: int


@dataclass(frozen=True)
class AskAgain(Press, prefix="ask-again"):
    """[ Toch stellen ]"""

    ticket: int


@dataclass(frozen=True)
class Rate(Press, prefix="rate"):
    """How the help was: a key of `RATINGS`."""

    ticket: int
    rating: str


@dataclass(frozen=True)
class WriteRemark(Press, prefix="remark"):
    """[ Schrijf er iets bij ]"""

    ticket: int


@dataclass(frozen=True)
class SomethingMore(Press, prefix="more-q"):
    """[ Ik heb nog iets ]"""

    ticket: int


@dataclass(frozen=True)
class LookAgain(Press, prefix="look-again"):
    """[ Ja, graag ]: a person looks at it again."""

    ticket: int


@dataclass(frozen=True)
class Enough(Press, prefix="enough"):
    """[ Nee ]: no need."""

    ticket: int


@dataclass(frozen=True)
class ShowQuestion(Press, prefix="my-q"):
    """One of /mijnvragen."""

    ticket: int


@dataclass(frozen=True)
class MyQuestions(Press, prefix="my-qs"):
    """Back to /mijnvragen."""


@dataclass(frozen=True)
class MeantElse(Press, prefix="meant-else"):
    """[ Ik bedoelde iets anders ]: under the numbers of help lines."""

    ticket: int


@dataclass(frozen=True)
class Claim(Press, prefix="claim"):
    """[ Ik pak dit op ]"""

    ticket: int


@dataclass(frozen=True)
class Release(Press, prefix="release"):
    """[ Teruggeven ]"""

    ticket: int


@dataclass(frozen=True)
class Done(Press, prefix="done"):
    """[ Klaar ]; `sure` 1: also without an answer."""

    ticket: int
    sure: int = 0


@dataclass(frozen=True)
class Reopen(Press, prefix="reopen"):
    """[ Heropen ]"""

    ticket: int


@dataclass(frozen=True)
class Wake(Press, prefix="wake"):
    """[ Nu weer ]: under a ticket that was put off."""

    ticket: int


@dataclass(frozen=True)
class MakeEntry(Press, prefix="make-faq"):
    """[ Maak er een FAQ-antwoord van ]"""

    ticket: int


@dataclass(frozen=True)
class Look(Press, prefix="look"):
    """[ Bekijk 1 ]: the suggestion, from 0."""

    ticket: int
    number: int


@dataclass(frozen=True)
class SendSuggestion(Press, prefix="send-sug"):
    """[ Stuur ]: the suggestion goes to the asker."""

    ticket: int
    number: int


@dataclass(frozen=True)
class ShowCard(Press, prefix="card"):
    """[ Terug ]: the card itself again."""

    ticket: int


@dataclass(frozen=True)
class Example(Press, prefix="example"):
    """[ Voorbeeldzin ]: the card shows what could be said to someone in need."""

    ticket: int


@dataclass(frozen=True)
class SendExample(Press, prefix="send-ex"):
    """[ Stuur ]: that goes to the asker."""

    ticket: int


@dataclass(frozen=True)
class SendThis(Press, prefix="send-this"):
    """[ Stuur aan Joke ]: a message that stayed inside goes to the asker after all."""

    ticket: int
    message: int


@dataclass(frozen=True)
class StaysInside(Press, prefix="inside"):
    """[ Blijft intern ]"""

    ticket: int


@dataclass(frozen=True)
class TellChanged(Press, prefix="tell-change"):
    """[ Meld het Joke ]: the asker hears that this answer was changed."""

    ticket: int
    message: int


@dataclass(frozen=True)
class Discard(Press, prefix="discard"):
    """[ Bewaar niet ]: answers held for someone who blocked the bot are not kept."""

    ticket: int


@dataclass(frozen=True)
class QueueView(Press, prefix="queue-view"):
    """A page, from 0, of /wachtrij: of all open tickets, or of those that are "free", "mine" or "late"."""

    view: str
    page: int
