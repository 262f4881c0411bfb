"""How long it is our turn with a ticket, and how long that was when it closed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.add_column(sa.Column("runs_since", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("ran", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("solve_s", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("in_time", sa.Boolean(), nullable=True))
    # Of what is open now, only the turn that it is in is known.
    op.execute(
        "UPDATE ticket SET ran = '[]', runs_since = coalesce(waits_since, opened_at) WHERE state IN ('new', 'claimed')"
    )


def downgrade() -> None:
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.drop_column("in_time")
        batch_op.drop_column("solve_s")
        batch_op.drop_column("ran")
        batch_op.drop_column("runs_since")
