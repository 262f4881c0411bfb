"""What conversations do by themselves every so often, while this process is the one at work."""

from __future__ import annotations

from bot.schedule import Chore
from handlers.agenda import feed, news_progress, news_votes
from handlers.curating import faq_review
from handlers.desk import (
    alike_sending,
    erase_desk,
    hours_desk,
    lapse,
    later,
    overdue,
    overview,
    report_digest,
    silence,
    solve_time,
)
from handlers.learning import learn_digest
from handlers.services import Services


def all_chores(services: Services) -> list[Chore]:
    """Each conversation's chore; see its file."""
    return [
        news_progress.chore(services),
        news_votes.chore(services),
        feed.chore(services),
        overdue.chore(services),
        lapse.chore(services),
        later.chore(services),
        silence.chore(services),
        solve_time.chore(services),
        overview.chore(services),
        alike_sending.chore(services),
        erase_desk.chore(services),
        hours_desk.chore(services),
        faq_review.chore(services),
        learn_digest.chore(services),
        report_digest.chore(services),
    ]
