"""What stands on the outside of a letter, on its waybill and on the list handed in with it, as frozen records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from models.rules.post_forms import NO_OFFSET, Form, Offset

_FORBIDDEN = str.maketrans(dict.fromkeys("'\"#&+<>@", " "))
"""Characters that label programs of the post reject."""


@dataclass(frozen=True)
class Party:
    """Sender or addressee."""

    name: str
    person: str | None = None
    phone: str | None = None
    address: str | None = None
    postcode: str | None = None


@dataclass(frozen=True)
class MailFacts:
    """One letter on its way. ``content`` is the 内件品名, neutral where the addressee is a natural person."""

    letter: int
    number: str
    to: Party
    sender: Party
    content: str
    carrier: str = "ems"
    waybill: str | None = None
    mailed_on: date | None = None
    customer_code: str | None = None
    pages: int | None = None


@dataclass(frozen=True)
class PostFacts:
    """Pieces to be printed on a form; ``first`` is the first free label of a sheet, counted from 1."""

    form: Form
    mails: tuple[MailFacts, ...]
    offset: Offset = NO_OFFSET
    first: int = 1


@dataclass(frozen=True)
class CalibrationFacts:
    """The page with rulers for a form, printed with the offset that holds now."""

    form: Form
    offset: Offset = NO_OFFSET


@dataclass(frozen=True)
class PostingListFacts:
    """The list of what is handed in together."""

    sender: str
    carrier: str
    on: date
    batch: str
    mails: tuple[MailFacts, ...]


def mail_value(mail: MailFacts, what: str) -> str:
    """What a field of a form shows; empty where it is not known."""
    on = mail.mailed_on
    values = {
        "to_name": mail.to.name, "to_person": mail.to.person, "to_phone": mail.to.phone,
        "to_address": mail.to.address, "to_postcode": mail.to.postcode,
        "to_person_phone": _joined(mail.to.person or mail.to.name, mail.to.phone),
        "to_address_postcode": _joined(mail.to.address, mail.to.postcode), "to_attention": attention(mail.to),
        "from_name": mail.sender.name, "from_person": mail.sender.person, "from_phone": mail.sender.phone,
        "from_address": mail.sender.address, "from_postcode": mail.sender.postcode,
        "from_person_phone": _joined(mail.sender.person or mail.sender.name, mail.sender.phone),
        "from_address_postcode": _joined(mail.sender.address, mail.sender.postcode),
        "customer_code": mail.customer_code, "content": mail.content, "letter_number": mail.number,
        "letter_line": _joined(f"函号 {mail.number}", f"函件 {mail.pages} 页" if mail.pages else None),
        "count": "1 件", "document_tick": "√", "insured": "否", "return_slip": "是",
        "carrier": {"ems": "特快专递", "registered": "挂号信"}.get(mail.carrier, ""),
        "mailed_on": on.isoformat() if on else None, "year": str(on.year) if on else None,
        "month": str(on.month) if on else None, "day": str(on.day) if on else None,
        "waybill": digits(mail.waybill), "barcode": mail.waybill,
    }  # fmt: skip
    return values[what] or ""


def attention(party: Party) -> str:
    """Whom the letter is for, with the mark of the addressee: 王建国（收）."""
    return f"{party.person}（收）" if party.person and party.person != party.name else "（收）"


def digits(waybill: str | None) -> str:
    """A mail number in groups that can be read aloud: 1078 3342 11507."""
    if not waybill or not re.fullmatch(r"\d{13}", waybill):
        return waybill or ""
    return f"{waybill[:4]} {waybill[4:8]} {waybill[8:]}"


def cleaned(text: str | None) -> str:
    """A text as the programs of the post take it: without the characters they reject, on one line."""
    return " ".join((text or "").translate(_FORBIDDEN).split())


def _joined(*parts: str | None) -> str:
    return "\u3000".join(part for part in parts if part)


CSV_HEADS = (
    "邮件号", "收件人姓名", "收件人电话", "收件人单位", "收件人地址", "收件人邮编", "寄件人姓名", "寄件人电话",
    "寄件人单位", "寄件人地址", "寄件人邮编", "客户代码", "内件品名", "内件类型", "数量", "重量",
    "保价金额", "备注", "寄件日期",
)  # fmt: skip
"""Columns of the file for the program of the post, in the order of the waybill."""


def csv_row(mail: MailFacts) -> tuple[str, ...]:
    """One letter for the program of the post, every text cleaned."""
    to, sender = mail.to, mail.sender
    cells = (
        mail.waybill, to.person or to.name, to.phone, to.name, to.address, to.postcode, sender.person or sender.name,
        sender.phone, sender.name, sender.address, sender.postcode, mail.customer_code, mail.content, "文件", "1", "",
        "", mail.number, mail.mailed_on.isoformat() if mail.mailed_on else None,
    )  # fmt: skip
    return tuple(cleaned(cell) for cell in cells)
