"""What tickets are about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.add_column(sa.Column("theme", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("theme_sure", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.alter_column("theme_sure", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.drop_column("theme_sure")
        batch_op.drop_column("theme")
