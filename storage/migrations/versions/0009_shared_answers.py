"""Open questions that ask the same, and answers that go to several of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shared_answer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ticket_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=True),
        sa.Column("by_name", sa.String(length=200), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("entities", sa.Text(), nullable=True),
        sa.Column("album", sa.Boolean(), nullable=False),
        sa.Column("entry_id", sa.String(length=64), nullable=True),
        sa.Column("shown_id", sa.BigInteger(), nullable=True),
        sa.Column("leaves_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_shared_answer_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shared_answer")),
    )
    with op.batch_alter_table("shared_answer", schema=None) as batch_op:
        batch_op.create_index(
            "ix_shared_answer_leaving",
            ["id"],
            unique=False,
            sqlite_where=sa.text("state in ('leaving', 'sent')"),
            postgresql_where=sa.text("state in ('leaving', 'sent')"),
        )
        batch_op.create_index("ix_shared_answer_message", ["chat_id", "message_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_shared_answer_ticket_id"), ["ticket_id"], unique=False)

    op.create_table(
        "ticket_link",
        sa.Column("ticket_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("older_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("likeness", sa.Double(), nullable=False),
        sa.Column("sure", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["older_id"], ["ticket.id"], name=op.f("fk_ticket_link_older_id")),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_ticket_link_ticket_id")),
        sa.PrimaryKeyConstraint("ticket_id", "older_id", name=op.f("pk_ticket_link")),
    )
    with op.batch_alter_table("ticket_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ticket_link_older_id"), ["older_id"], unique=False)

    op.create_table(
        "shared_ticket",
        sa.Column("share_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ticket_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("along", sa.Boolean(), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.Column("row_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["share_id"], ["shared_answer.id"], name=op.f("fk_shared_ticket_share_id")),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_shared_ticket_ticket_id")),
        sa.PrimaryKeyConstraint("share_id", "ticket_id", name=op.f("pk_shared_ticket")),
    )


def downgrade() -> None:
    op.drop_table("shared_ticket")
    with op.batch_alter_table("ticket_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ticket_link_older_id"))

    op.drop_table("ticket_link")
    with op.batch_alter_table("shared_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_shared_answer_ticket_id"))
        batch_op.drop_index("ix_shared_answer_message")
        batch_op.drop_index(
            "ix_shared_answer_leaving",
            sqlite_where=sa.text("state in ('leaving', 'sent')"),
            postgresql_where=sa.text("state in ('leaving', 'sent')"),
        )

    op.drop_table("shared_answer")
