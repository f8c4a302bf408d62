"""What a ledger says its claims come from, as one of the kinds that the books know.

Most ledgers name the document instead (销售专用发票, RV), which says no more than that something was sold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.actions.claims import KINDS

_WORDS: Mapping[str, tuple[str, ...]] = {
    "construction": ("工程", "施工", "建设"),
    "loan": ("借款", "贷款"),
    "lease": ("租金", "租赁"),
    "property": ("物业",),
    "factoring": ("保理",),
    "transport": ("运输", "运费", "物流"),
    "service": ("服务", "劳务", "咨询"),
    "other": ("其他", "其它"),
}
"""The first whose word is found counts: 工程服务费 is owed for construction."""


def kinds_of(told: Sequence[str | None]) -> list[str]:
    """The kind of each claim; ``sale`` where the ledger says nothing that is known. Each word is looked at once."""
    known = {words: _kind_of(words or "") for words in set(told)}
    return [known[words] for words in told]


def _kind_of(words: str) -> str:
    if words in KINDS:
        return words
    return next((kind for kind, names in _WORDS.items() if any(name in words for name in names)), "sale")
