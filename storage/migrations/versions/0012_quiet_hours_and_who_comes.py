"""Quiet hours and kinds of messages of members, and who comes to a gathering."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

# 21.00 to 8.00, in minutes of the day: as whoever joins from now on has.
QUIET_FROM, QUIET_UNTIL = 21 * 60, 8 * 60


def upgrade() -> None:
    op.create_table(
        "attendance",
        sa.Column("occurrence_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=False),
        sa.Column("people", sa.SmallInteger(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_attendance_member_id")),
        sa.ForeignKeyConstraint(
            ["occurrence_id"], ["occurrence.id"], name=op.f("fk_attendance_occurrence_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("occurrence_id", "member_id", name=op.f("pk_attendance")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index("ix_attendance_member", ["member_id"], unique=False)
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("changes", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("muted", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("quiet_from", sa.SmallInteger(), nullable=True))
        batch_op.add_column(sa.Column("quiet_until", sa.SmallInteger(), nullable=True))
        batch_op.add_column(sa.Column("zone", sa.String(length=64), nullable=True))
    with op.batch_alter_table("occurrence", schema=None) as batch_op:
        batch_op.add_column(sa.Column("capacity", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("answer_by", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("offsets", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("remind", sa.String(length=8), nullable=False, server_default="all"))
    # Until now changes came with reminders.
    op.execute(f"UPDATE member SET changes = reminders, quiet_from = {QUIET_FROM}, quiet_until = {QUIET_UNTIL}")
    for table, column in (("member", "changes"), ("member", "muted"), ("occurrence", "remind")):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column(column, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("occurrence", schema=None) as batch_op:
        for column in ("remind", "offsets", "answer_by", "capacity"):
            batch_op.drop_column(column)
    with op.batch_alter_table("member", schema=None) as batch_op:
        for column in ("zone", "quiet_until", "quiet_from", "muted", "changes"):
            batch_op.drop_column(column)
    op.drop_table("attendance")
