"""Words that always work, in the middle of everything: mens, stop, help."""

from __future__ import annotations

import re

from handlers.agenda import subscriptions
from handlers.asker import human
from handlers.asking import fragments, start
from handlers.turn import Turn

PERSON = {
    *("mens", "een mens", "echt mens", "een echt mens", "mens spreken", "een mens spreken", "ik wil een mens"),
    *("ik wil een mens spreken", "kan ik een mens spreken", "mag ik een mens spreken", "mens graag", "mens aub"),
    *("iemand spreken", "ik wil iemand spreken", "kan ik iemand spreken", "mag ik iemand spreken", "medewerker"),
    *("een medewerker", "person", "human", "a person", "a human", "talk to a person", "talk to someone"),
    *("can i talk to someone", "can i talk to a person", "i want to talk to someone", "i want to talk to a person"),
}
STOP = {"stop", "stoppen", "stop alles"}
HELP = {"help", "hulp", "uitleg"}


def always(turn: Turn) -> bool:
    """Whether the text is such a word, also with a capital or a full stop."""
    said = " ".join(re.findall(r"\w+", turn.text.casefold()))
    if said in PERSON:
        fragments.drop(turn)
        human.ask_person(turn)
    elif said in STOP:
        subscriptions.stop(turn)
    elif said in HELP:
        start.show_help(turn)
    else:
        return False
    return True
