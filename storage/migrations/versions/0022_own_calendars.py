"""The address of a member's own calendar."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("feed_token", sa.String(length=43), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_member_feed_token"), ["feed_token"])


def downgrade() -> None:
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_member_feed_token"), type_="unique")
        batch_op.drop_column("feed_token")
