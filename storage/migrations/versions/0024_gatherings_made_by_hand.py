"""Gatherings that staff make and change by hand; where each event came from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_draft",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("written_id", sa.BigInteger(), nullable=True),
        sa.Column("row_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("asked", sa.String(length=16), nullable=True),
        sa.Column("occurrence_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("by", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["occurrence_id"], ["occurrence.id"], name=op.f("fk_event_draft_occurrence_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_draft")),
    )
    with op.batch_alter_table("event_draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_draft_message_id"), ["message_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_draft_occurrence_id"), ["occurrence_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_draft_row_id"), ["row_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_draft_written_id"), ["written_id"], unique=False)

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source", sa.String(length=40), server_default="file", nullable=False))

    with op.batch_alter_table("occurrence", schema=None) as batch_op:
        batch_op.add_column(sa.Column("overrules", sa.String(length=64), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("occurrence", schema=None) as batch_op:
        batch_op.drop_column("overrules")

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_column("source")

    with op.batch_alter_table("event_draft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_draft_written_id"))
        batch_op.drop_index(batch_op.f("ix_event_draft_row_id"))
        batch_op.drop_index(batch_op.f("ix_event_draft_occurrence_id"))
        batch_op.drop_index(batch_op.f("ix_event_draft_message_id"))

    op.drop_table("event_draft")
