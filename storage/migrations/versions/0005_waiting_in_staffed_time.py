"""How long askers wait, in staffed time; and what they say about the help."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.add_column(sa.Column("waits_since", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("nudged_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("escalated_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("remark", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("first_answer_s", sa.Integer(), nullable=True))
    # Nobody is nudged about what is old at the update: waiting counts from the last time that something happened.
    op.execute("UPDATE ticket SET waits_since = active_at WHERE state IN ('new', 'claimed')")


def downgrade() -> None:
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.drop_column("first_answer_s")
        batch_op.drop_column("remark")
        batch_op.drop_column("escalated_at")
        batch_op.drop_column("nudged_at")
        batch_op.drop_column("waits_since")
