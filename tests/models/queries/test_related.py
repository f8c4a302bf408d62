import pytest

from models.actions.parties import set_debtor
from models.queries.related import related

ONE, OTHER = "苏州恒锐精密制造有限公司", "苏州恒锐贸易有限公司"


@pytest.fixture
def two(desk, claim):
    claim(ONE, address=None)
    claim(OTHER, address=None)
    return desk


@pytest.mark.parametrize(
    ("why", "field", "mine", "theirs"),
    [
        ("phone", "phone", "0512-8800 0123", "（0512）88000123"),
        ("phone", "phone", "13800000001、0512-8800 0123", "0512 8800 0123"),
        ("email", "email", "FIN@HENGRUI.CN", "fin@hengrui.cn"),
        ("address", "address", "苏州市 锐进路 16 号", "苏州市锐进路16号"),
        ("uscc", "uscc", "91320594MA1X0000X0", "92320594MA1X0000XA"),
    ],
)
def test_what_two_debtors_share_is_told_in_the_words_of_the_books(two, why, field, mine, theirs):
    set_debtor(two, ONE, **{field: mine})
    set_debtor(two, OTHER, **{field: theirs})
    (found,) = related(two.store, 1)
    assert (found.debtor, found.shared) == (OTHER, ((why, mine),))


@pytest.mark.parametrize(
    ("field", "mine", "theirs"),
    [
        ("phone", "转 8123", "转 8123"),
        ("phone", "0512-8800 0123", "0512-8800 0124"),
        ("address", "苏州市锐进路 16 号", "苏州市锐进路 18 号"),
        ("uscc", "91320594MA1X0000X0", "91320594MA1X0001XA"),
    ],
)
def test_what_only_looks_alike_relates_nobody(two, field, mine, theirs):
    set_debtor(two, ONE, **{field: mine})
    set_debtor(two, OTHER, **{field: theirs})
    assert related(two.store, 1) == []
