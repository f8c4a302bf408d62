"""What goes into a claim's bundle: its documents in the order of its chain, the parties, the interest."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import PurePath

from models.queries.claims import ClaimRow, claim_rows
from models.queries.documents import interest_facts, item_facts
from models.queries.evidence import EvidenceRow, chain_of
from models.queries.guarantors import Guarantees
from models.queries.interest import interest_of_rows
from models.queries.limitations import Limitations
from models.queries.parties import creditor_facts, debtor, debtor_facts
from models.reference import chains
from models.rules.chains import Document, document_of
from models.rules.exhibits import BundleFacts, ExhibitFacts
from models.rules.facts import LetterFacts
from models.rules.problems import Problem, Refused
from models.store import Store
from models.vault.vault import Content


def bundle_facts(
    store: Store,
    claim: int,
    today: date,
    *,
    leave_out: Collection[int] = (),
    with_interest: bool = True,
    case_number: str | None = None,
) -> BundleFacts:
    """All a bundle of this claim may say today; voided pieces and those in ``leave_out`` are not in it.

    Refused: ``unknown_id``, ``nothing_to_bundle``.
    """
    rows = claim_rows(store, today, today, claims=[claim], settled=True)
    if not rows:
        raise Refused(Problem("unknown_id", {"what": "claim", "id": str(claim)}, str(claim)))
    (row,) = rows
    held = debtor(store, row.debtor_id)
    assert held is not None  # noqa: S101 (a claim's debtor cannot be gone)
    exhibits = exhibits_of(store, row, leave_out)
    if not exhibits:
        raise Refused(Problem("nothing_to_bundle", {"debtor": row.debtor}, str(claim)))
    behind = Guarantees(store, Limitations(store), today).of(row)
    guarantors = [each.guarantor.name for each in behind]
    return BundleFacts(
        made_on=today,
        creditor=creditor_facts(store),
        debtor=debtor_facts(held),
        opponents=tuple(dict.fromkeys((held.name, *guarantors))),
        item=item_facts(row),
        currency=row.currency,
        exhibits=exhibits,
        interest=_interest(store, row, today) if with_interest else None,
        case_number=(case_number or "").strip() or None,
    )


def exhibits_of(store: Store, row: ClaimRow, leave_out: Collection[int] = ()) -> tuple[ExhibitFacts, ...]:
    """The documents of a claim in the order of its chain, a mail's attachments right behind it; numbered from 1."""
    order: dict[str, int] = {}
    chosen: list[tuple[str, EvidenceRow]] = []
    for place, slot in enumerate(chain_of(store, row.id).slots):
        order[slot.slot] = place
        chosen += [(slot.slot, piece) for piece in slot.items if _goes_in(piece, leave_out)]
    own = {piece.id: slot for slot, piece in chosen}
    # An attachment that was given no document of its own stands with its mail, wherever that stands.
    placed = [
        (slot if piece.document else own.get(piece.parent_id or piece.id, slot), piece)
        for slot, piece in chosen
    ]
    placed.sort(key=lambda pair: (order[pair[0]], pair[1].parent_id or pair[1].id, pair[1].id))
    return tuple(_exhibit(store, row, number, slot, piece) for number, (slot, piece) in enumerate(placed, 1))


def _goes_in(piece: EvidenceRow, leave_out: Collection[int]) -> bool:
    return piece.voided_at is None and piece.id not in leave_out


def _exhibit(store: Store, row: ClaimRow, number: int, slot: str, piece: EvidenceRow) -> ExhibitFacts:
    found = next((each for each in chains().of(row.kind) if each.key == slot), None)
    usual = document_of(found, piece.piece) if found else None
    return ExhibitFacts(
        number=number,
        evidence=piece.id,
        title=PurePath(piece.name).stem or piece.name,
        name=piece.name,
        group=slot,
        kind=piece.kind,
        file=Content(store.folder.vault, piece.sha256),
        sha256=piece.sha256,
        bytes=piece.bytes,
        taken_at=piece.taken_at,
        taken_by=piece.taken_by,
        origin=piece.origin or (usual.origin if usual else "own"),
        form=piece.form or _form(usual),
        proves=piece.proves,
        made_on=piece.made_on,
        account=piece.account,
        device=piece.device,
        keeper=piece.keeper,
        transcript=piece.transcript,
    )


def _form(usual: Document | None) -> str:
    """What the pages of a document are where nobody said: never an original."""
    return usual.form if usual and usual.form in ("printout", "electronic") else "copy"


def _interest(store: Store, row: ClaimRow, today: date) -> LetterFacts | None:
    """The claim as a letter would state it with interest; None where none is reckoned."""
    found = interest_facts(interest_of_rows(store, [row], today, today))
    held = debtor(store, row.debtor_id)
    if found is None or held is None:
        return None
    return LetterFacts(
        kind="demand2",
        number=row.number or "",
        issued_on=today,
        creditor=creditor_facts(store),
        debtor=debtor_facts(held),
        items=(item_facts(row),),
        currency=row.currency,
        total_fen=row.balance_fen,
        claim_kind=row.kind,
        interest=found,
    )
