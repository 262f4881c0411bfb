"""Tickets that wait, sleep or go on in another one; who of staff was seen; icons of topics."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "colleague",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_colleague")),
    )
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.add_column(sa.Column("handed_name", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("touched_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("snoozed_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("close_reason", sa.String(length=12), nullable=True))
        batch_op.add_column(sa.Column("merged_into", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("topic", schema=None) as batch_op:
        batch_op.add_column(sa.Column("icon", sa.String(length=64), nullable=True))
    # What is claimed at the update goes back to the queue only when nothing happens after it.
    ticket = sa.table("ticket", sa.column("state"), sa.column("touched_at", sa.DateTime(timezone=True)))
    op.execute(ticket.update().where(ticket.c.state == "claimed").values(touched_at=datetime.now(UTC)))


def downgrade() -> None:
    # States that the older version does not know.
    op.execute("UPDATE ticket SET state = 'answered' WHERE state = 'waiting'")
    op.execute("UPDATE ticket SET state = 'claimed' WHERE state = 'snoozed'")
    op.execute("UPDATE ticket SET state = 'closed' WHERE state = 'merged'")
    with op.batch_alter_table("topic", schema=None) as batch_op:
        batch_op.drop_column("icon")
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.drop_column("merged_into")
        batch_op.drop_column("close_reason")
        batch_op.drop_column("snoozed_until")
        batch_op.drop_column("touched_at")
        batch_op.drop_column("handed_name")
    op.drop_table("colleague")
