"""A mail is read as its reader saw it, whatever it says of itself."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.mail import read_mail


def raw(charset: str, text: str, encoding: str = "gb18030") -> bytes:
    head = f"Subject: hello\r\nFrom: a@example.com\r\nContent-Type: text/plain; charset={charset}\r\n\r\n"
    return head.encode() + text.encode(encoding)


@pytest.mark.parametrize("charset", ["gb2312", "GBK", "gb_2312-80", "cp936"])
def test_what_calls_itself_gb2312_is_read_as_gb18030(charset: str) -> None:
    # 镕 and 喆 are no part of GB 2312-80; mail programs send them under its name all the same.
    assert read_mail(raw(charset, "朱镕、陈喆已收货")).body == "朱镕、陈喆已收货"


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("nonsense", "gb18030"), ("utf-8", "gb18030")]
)
def test_a_wrong_charset_is_seen_through(charset: str, encoding: str) -> None:
    assert read_mail(raw(charset, "请付款", encoding)).body == "请付款"


def test_names_and_subject_are_decoded() -> None:
    content = b"Subject: =?gb2312?B?1tPIpTE=?=\r\nFrom: =?utf-8?B?546L5bu65Zu9?= <w@example.com>\r\n\r\nx"
    mail = read_mail(content)
    assert mail.sender == "王建国 <w@example.com>"
    assert mail.subject


def test_attachments_keep_their_bytes_and_names() -> None:
    message = EmailMessage()
    message["Subject"], message["Date"] = "对账单", "Fri, 20 Nov 2026 10:00:00 +0800"
    message.set_content("见附件")
    message.add_attachment(b"\x00\xff", maintype="application", subtype="pdf", filename="对账单.pdf")
    mail = read_mail(message.as_bytes())
    assert [(each.name, each.content) for each in mail.attachments] == [("对账单.pdf", b"\x00\xff")]
    assert mail.body == "见附件"
    assert mail.sent_at is not None
    assert mail.sent_at.isoformat() == "2026-11-20T10:00:00+08:00"


def test_a_page_is_read_as_its_words() -> None:
    page = b"<style>p{}</style><p>one</p><script>x()</script><p>two</p>"
    content = b"Content-Type: text/html; charset=utf-8\r\n\r\n" + page
    assert read_mail(content).body == "one\ntwo"


@given(st.binary(max_size=400))
def test_no_bytes_are_too_broken(content: bytes) -> None:
    read_mail(content)
