"""Saved replies, and answers that get a line added."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_reply",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("by_name", sa.String(length=200), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.Column("asked_id", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_reply")),
    )
    with op.batch_alter_table("saved_reply", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_saved_reply_asked_id"), ["asked_id"], unique=False)

    op.create_table(
        "prepared_answer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ticket_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("entry_id", sa.String(length=64), nullable=True),
        sa.Column("reply_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("added", sa.Text(), nullable=True),
        sa.Column("row_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["reply_id"], ["saved_reply.id"], name=op.f("fk_prepared_answer_reply_id")),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_prepared_answer_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prepared_answer")),
    )
    with op.batch_alter_table("prepared_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_prepared_answer_row_id"), ["row_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_prepared_answer_ticket_id"), ["ticket_id"], unique=False)

    with op.batch_alter_table("shared_answer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("html", sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("shared_answer", schema=None) as batch_op:
        batch_op.drop_column("html")

    with op.batch_alter_table("prepared_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_prepared_answer_ticket_id"))
        batch_op.drop_index(batch_op.f("ix_prepared_answer_row_id"))

    op.drop_table("prepared_answer")
    with op.batch_alter_table("saved_reply", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_saved_reply_asked_id"))

    op.drop_table("saved_reply")
