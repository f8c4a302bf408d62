"""What a debtor contests, what lay behind it, and how it ends."""

from __future__ import annotations

REASONS = (
    "price", "quantity", "quality", "delivery", "not_ordered", "invoice", "already_paid", "set_off", "terms", "other",
)  # fmt: skip
"""What the debtor says is wrong."""

ROOT_CAUSES = (
    "pricing",
    "order",
    "production",
    "logistics",
    "invoicing",
    "booking",
    "contract",
    "debtor",
    "other",
)
"""Where it went wrong in the house, or that the debtor only plays for time."""

CREDIT_NOTE = "credit_note"
RESOLUTIONS = (CREDIT_NOTE, "proved", "agreed", "withdrawn")
"""The creditor gives up that much; the claim is proved; the parties agree; the debtor gives in."""

UNTOLD = "untold"
"""The reason of a ledger's mark: nobody has said yet what is contested."""

NEEDS_GROUNDS = frozenset({"proved", "agreed"})
"""Endings of which somebody will ask what they rest on."""
