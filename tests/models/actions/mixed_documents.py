"""Forty documents as a clerk has them: scans, photos, mails, chats, recordings, and some that are not what they say."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject
from reportlab.pdfgen.canvas import Canvas

from models.actions.desk import Desk
from models.actions.evidence import PieceFacts, attach

A4 = (595.28, 841.89)
CHAT = PieceFacts(account="wxid_1", device="手机 A", made_on=date(2026, 11, 1), keeper="林晓")
TALK = ("王建国：欠款 186,400.00 元我认\U0001fae0\n" * 130).encode("gb18030")
SAID = "00:01 林晓：请问欠款何时支付\n00:09 王建国：下周"


def pdf(words: str, pages: int = 1, size: tuple[float, float] = A4, rotate: int = 0) -> bytes:
    """A PDF whose pages say what they are."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 20)
        canvas.drawString(60, size[1] - 80, f"{words} page {page}")
        canvas.rect(10, 10, size[0] - 20, size[1] - 20)
        canvas.showPage()
    canvas.save()
    if not rotate:
        return stream.getvalue()
    writer = PdfWriter(clone_from=PdfReader(BytesIO(stream.getvalue())))
    for page in writer.pages:
        page.rotate(rotate)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def sealed_pdf() -> bytes:
    """A PDF whose seal is an annotation, as electronic seals are."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("SEALED"))))
    look = DecodedStreamObject()
    look.set_data(b"1 0 0 rg 0 0 100 100 re f BT /F1 14 Tf 0 g 8 45 Td (SEALMARK) Tj ET")
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    fonts = DictionaryObject(
        {NameObject("/F1"): DictionaryObject({NameObject(k): NameObject(v) for k, v in font.items()})}
    )
    look[NameObject("/Subtype")] = NameObject("/Form")
    look[NameObject("/BBox")] = ArrayObject([FloatObject(each) for each in (0, 0, 100, 100)])
    look[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    annotation = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"),
        NameObject("/Subtype"): NameObject("/Stamp"),
        NameObject("/Rect"): ArrayObject([FloatObject(each) for each in (300, 300, 420, 420)]),
        NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(look)}),
    })  # fmt: skip
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(annotation)])
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def picture(kind: str, size: tuple[int, int] = (900, 1200), orientation: int = 1, mode: str = "RGB") -> bytes:
    """A photo of something."""
    image = Image.new(mode, size, "white" if mode != "RGBA" else (255, 255, 255, 0))
    ImageDraw.Draw(image).rectangle((60, 60, size[0] - 60, 300), fill="black")
    stream = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(stream, kind, **({"exif": exif} if orientation != 1 else {}))
    return stream.getvalue()


def tiff() -> bytes:
    """Two scanned pages in one file."""
    pages = [Image.new("1", (800, 1100), 1), Image.new("1", (1100, 800), 1)]
    stream = BytesIO()
    pages[0].save(stream, "TIFF", save_all=True, append_images=pages[1:])
    return stream.getvalue()


def mail(number: int) -> bytes:
    """A mail in gb2312 with a character beyond it, and an attachment."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = f"对账单 {number}", "a@example.com", "b@example.com"
    message["Date"] = "Fri, 20 Nov 2026 10:00:00 +0800"
    message.set_content("请核对附件。", charset="utf-8")
    message.add_attachment(
        pdf(f"ATTACHED {number}"), maintype="application", subtype="pdf", filename=f"附件{number}.pdf"
    )
    return message.as_bytes()


def forty(folder: Path) -> list[tuple[str, bytes, str, PieceFacts]]:
    """Name, content, kind and facts of the documents to be taken in: 37, of which three mails bring one more each."""
    made: list[tuple[str, bytes, str, PieceFacts]] = [
        ("采购框架合同.pdf", pdf("CONTRACT", 8), "contract", PieceFacts(proves="2026-03-02 订立；约定付款期限")),
        ("盖章补充协议.pdf", sealed_pdf(), "contract", PieceFacts()),
        ("横向附件.pdf", pdf("LANDSCAPE", 2, (841.89, 595.28)), "contract", PieceFacts(form="copy")),
        ("转过的扫描.pdf", pdf("TURNED", 1, (841.89, 595.28), 90), "contract", PieceFacts()),
        ("坏的.pdf", b"%PDF-1.4 broken", "other", PieceFacts()),
        ("报表.xlsx", b"PK\x03\x04 not shown", "other", PieceFacts()),
        ("看图.exe", b"MZ", "other", PieceFacts()),
        ("照片.jpg", picture("JPEG"), "delivery", PieceFacts("signed_delivery_note")),
        ("横拍.jpg", picture("JPEG", (1200, 900), 6), "delivery", PieceFacts()),
        ("截图.png", picture("PNG", (600, 1300), mode="RGBA"), "chat", CHAT),
        ("扫描.tif", tiff(), "delivery", PieceFacts("acceptance_report")),
        ("坏图.jpg", b"\xff\xd8\xff nonsense", "delivery", PieceFacts()),
        ("聊天\U0001fae0.txt", TALK, "chat", PieceFacts("chat_confirmation")),
        ("录音.m4a", b"\x00" * 2048, "recording", PieceFacts("recorded_demand", transcript=SAID)),
        ("录音2.m4a", b"\x01" * 2048, "recording", PieceFacts()),
    ]  # fmt: skip
    made += [(f"来信{n}.eml", mail(n), "chat", PieceFacts()) for n in range(3)]
    made += [(f"订单{n}.pdf", pdf(f"ORDER {n}", 1 + n % 3), "order", PieceFacts()) for n in range(4)]
    made += [(f"发票{n}.pdf", pdf(f"INVOICE {n}", 1, (700, 450)), "invoice", PieceFacts()) for n in range(6)]
    made += [(f"送货单{n}.png", picture("PNG", (500 + n, 700)), "delivery", PieceFacts()) for n in range(6)]
    made += [
        (f"对账单{n}.csv", f"日期,金额\n2026-11-0{n + 1},100.00\n".encode(), "statement", PieceFacts())
        for n in range(3)
    ]
    return made


def take_in(desk: Desk, claim: int, folder: Path) -> list[int]:
    """All of them on file for a claim; returns the keys."""
    keys = []
    for name, content, kind, facts in forty(folder):
        file = folder / name
        file.write_bytes(content)
        attached = attach(desk, [claim], file, kind, facts=facts)
        keys += [attached.evidence, *attached.with_it]
    return keys
