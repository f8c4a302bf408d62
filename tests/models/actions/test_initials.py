from __future__ import annotations

import pytest

from models.actions.initials import initials_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("苏州恒锐精密制造有限公司", "szhrjmzzyxgs"),
        ("重庆长安", "cqca"),
        ("厦门银行", "xmyh"),
        ("<ACME> GmbH 3", "acmegmbh3"),
        ("𠮷田商店", "𠮷tsd"),
        ("㛃华贸易", "jhmy"),
        ("", ""),
        ("——", ""),
    ],
)
def test_a_name_is_found_by_its_initials(name: str, initials: str) -> None:
    assert initials_of(name) == initials
