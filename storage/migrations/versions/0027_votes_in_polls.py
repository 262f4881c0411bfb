"""Votes in polls that went out as news."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "news_poll",
        sa.Column("poll_id", sa.String(length=64), nullable=False),
        sa.Column("news_id", sa.Integer(), nullable=True),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("voters", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("poll_id", name=op.f("pk_news_poll")),
    )
    with op.batch_alter_table("news_poll", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_news_poll_news_id"), ["news_id"], unique=False)
    with op.batch_alter_table("news", schema=None) as batch_op:
        batch_op.add_column(sa.Column("unseen", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("news", schema=None) as batch_op:
        batch_op.drop_column("unseen")
    op.drop_table("news_poll")
