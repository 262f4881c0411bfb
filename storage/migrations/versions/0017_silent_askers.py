"""Askers who have an answer and say nothing any more."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.add_column(sa.Column("quiet_since", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("warned_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("warning_id", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("staff_group", schema=None) as batch_op:
        batch_op.add_column(sa.Column("looked_at", sa.DateTime(timezone=True), nullable=True))
    # Of what is answered at the update the silence begins now: nobody is asked about something of a year ago at once.
    ticket = sa.table("ticket", sa.column("state"), sa.column("quiet_since", sa.DateTime(timezone=True)))
    answered = ticket.c.state.in_(["waiting", "answered"])
    op.execute(ticket.update().where(answered).values(quiet_since=datetime.now(UTC)))


def downgrade() -> None:
    # Reasons that the older version has no words for.
    op.execute("UPDATE ticket SET close_reason = NULL WHERE close_reason IN ('silence', 'solved')")
    with op.batch_alter_table("staff_group", schema=None) as batch_op:
        batch_op.drop_column("looked_at")
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.drop_column("warning_id")
        batch_op.drop_column("warned_at")
        batch_op.drop_column("quiet_since")
