"""Letters as they go to the post: what stands outside, which forms there are, how each printer prints beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from models import reference
from models.queries.attempts import Attempt, attempts
from models.queries.parties import creditor_facts
from models.queries.settings import kept_under, setting
from models.rules.facts import CreditorFacts, DebtorFacts, ItemFacts, LetterFacts
from models.rules.letter_kinds import item_name
from models.rules.mails import MailFacts, Party
from models.rules.post_forms import Form, Offset, form_of
from models.rules.problems import Problem, Refused
from models.settings import CUSTOMER_CODE
from models.store import Store

FORMS = "post_form:"
OFFSETS = "post_offset:"


def forms(store: Store) -> dict[str, Form]:
    """Every form by key: those the program brings, then the firm's own, which may replace one."""
    return {form.key: form for form in reference.post_forms()} | own_forms(store)


def own_forms(store: Store) -> dict[str, Form]:
    """The firm's own forms by key."""
    return {key: form_of(told) for key, told in kept_under(store, FORMS).items()}


def form(store: Store, key: str) -> Form:
    """One form. Refused: ``unknown_form_key`` naming those there are."""
    found = forms(store)
    if key not in found:
        raise Refused(Problem("unknown_form_key", {"form": key, "forms": ", ".join(found)}, "form"))
    return found[key]


def offset(store: Store, printer: str, key: str) -> Offset:
    """How far that printer prints beside on that form; nothing where it was never calibrated."""
    right, down = kept_under(store, OFFSETS).get(f"{printer}:{key}", (0, 0))
    return Offset(right, down)


def mails(store: Store, letters: Iterable[int]) -> list[MailFacts]:
    """What the outside of these letters says, in their order. Refused: ``letter_voided``, ``unknown_id``."""
    wanted = list(dict.fromkeys(letters))
    told = _letters(store, wanted)
    items, every = _items(store, wanted), attempts(store, wanted)
    firm = creditor_facts(store)
    sender = Party(firm.name, firm.contact, firm.phone, firm.address, firm.postcode)
    return [
        _mail(store, told[letter], items[letter], every.get(letter, []), sender, firm) for letter in wanted
    ]


def _letters(store: Store, wanted: list[int]) -> dict[int, dict[str, Any]]:
    cursor = store.database.connection().execute(_LETTERS.format(keys=",".join(map(str, wanted))))
    names = [column[0] for column in cursor.description]
    told = {row[0]: dict(zip(names, row, strict=True)) for row in cursor}
    gone = [
        Problem("unknown_id", {"what": "letter", "id": str(key)}, str(key))
        for key in wanted
        if key not in told
    ]
    void = [
        Problem("letter_voided", {"number": row["number"]}, str(key))
        for key, row in told.items()
        if row["void"]
    ]
    if gone or void:
        raise Refused(*gone, *void)
    return told


def _items(store: Store, wanted: list[int]) -> dict[int, list[ItemFacts]]:
    found: dict[int, list[ItemFacts]] = defaultdict(list)
    for letter, number, contract, fen, kind in store.database.execute_sql(
        _ITEMS.format(keys=",".join(map(str, wanted)))
    ):
        found[letter].append(ItemFacts(number, contract, None, None, 0, fen, 0, fen, kind))
    return found


def _mail(
    store: Store, row: dict[str, Any], items: list[ItemFacts], tried: list[Attempt], sender: Party, firm: CreditorFacts
) -> MailFacts:  # fmt: skip
    stands = tried[-1] if tried and tried[-1].mailed_on else None
    to = Party(
        row["name"],
        row["contact_person"],
        row["phone"],
        (stands.address if stands else None) or row["address"],
        stands.postcode if stands and stands.address else row["postcode"],
    )
    return MailFacts(
        row["id"], row["number"], to, sender, _content(row, items, firm),
        carrier=stands.carrier if stands else "ems",
        waybill=stands.waybill if stands else None,
        mailed_on=stands.mailed_on if stands else None,
        customer_code=setting(store, CUSTOMER_CODE) or None,
        pages=_pages(store, row["sha256"]),
    )  # fmt: skip


def _content(row: dict[str, Any], items: list[ItemFacts], firm: CreditorFacts) -> str:
    """内件品名: the very words the letter's own heading names."""
    kinds = {item.kind for item in items}
    return item_name(
        LetterFacts(
            kind=row["kind"],
            number=row["number"],
            issued_on=row["issued_on"],
            creditor=firm,
            debtor=DebtorFacts(row["name"], is_person=bool(row["is_person"])),
            items=tuple(items),
            currency=row["currency"],
            total_fen=row["total_fen"],
            claim_kind=kinds.pop() if len(kinds) == 1 else "other",
        )
    )


def _pages(store: Store, sha256: str) -> int:
    """How many pages the letter in the vault has."""
    from pypdf import PdfReader  # a moment to load, and only wanted here

    with store.folder.vault.open(sha256) as letter:
        return len(PdfReader(letter).pages)


_LETTERS = """
SELECT l.id AS id, l.number, l.kind, l.issued_on, l.currency, l.total_fen, l.voided_at IS NOT NULL AS void, e.sha256,
       coalesce(g.name, d.name) AS name, coalesce(g.address, CASE WHEN g.id IS NULL THEN d.address END) AS address,
       CASE WHEN g.id IS NULL THEN d.postcode END AS postcode,
       CASE WHEN g.id IS NULL THEN d.phone ELSE g.phone END AS phone,
       CASE WHEN g.id IS NULL THEN d.contact_person END AS contact_person,
       coalesce(g.is_person, d.is_person) AS is_person
FROM letter l JOIN debtor d ON d.id = l.debtor_id JOIN evidence e ON e.id = l.evidence_id
LEFT JOIN guarantor g ON g.id = l.guarantor_id
WHERE l.id IN ({keys})
"""
_ITEMS = """
SELECT lc.letter_id, c.number, c.contract, lc.balance_fen, c.kind
FROM letter_claim lc JOIN claim c ON c.id = lc.claim_id WHERE lc.letter_id IN ({keys})
ORDER BY lc.letter_id, c.due_on IS NULL, c.due_on, c.id
"""
