"""Sixty strings that look like something to be done: markup, formulas, statements, templates, paths, controls."""

from __future__ import annotations

STRINGS = (
    "<b>bold</b>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='file:///etc/passwd'>x</a>",
    "<ACME> GmbH", "&lt;escaped&gt;", "&amp;", "&#x41;", "<br/>", "<para>", "<font color=red>x</font>", "]]>",
    "<!--", "<?xml?>", "<!DOCTYPE x>", "</qt>", "<table><tr><td>x", "<style>*{display:none}</style>", "R&D 公司",
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|'/c calc'!A1", "=HYPERLINK(\"http://x\")", "=WEBSERVICE(\"http://x\")",
    "{=1+1}", "#REF!", "DDE(\"cmd\")",
    "'; DROP TABLE claim;--", "' OR '1'='1", "\" OR 1=1 --", "1; DELETE FROM debtor", "%' AND 1=1", "a_b%c",
    "\\", "\\0",
    "{amount}", "{{7*7}}", "${HOME}", "%(total)s", "%s%n%x", "$(reboot)", "`reboot`", "{0.__class__}", "{", "}}",
    "#{1}",
    "../../etc/passwd", "..\\..\\x", "CON", "NUL.txt", "C:\\x", "a/b", "x.pdf.exe", "a:b", "~root", "|ls", "甲" * 120,
    "𠮷田商店",
)  # fmt: skip
"""None begins or ends with a space, which the program takes off."""

TEMPLATES = ("{amount}", "{{7*7}}", "${HOME}", "%(total)s", "{0.__class__}", "<b>bold</b>", "R&D 公司")
