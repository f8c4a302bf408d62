"""Whether what was typed can be the code of a firm, the number of a person, a postcode, an address for mail.

All of it is doubted only, never refused: what is printed is what was typed. No Qt.
"""

from __future__ import annotations

import re


def uscc_fits(code: str) -> bool:
    """Whether a unified social credit code has its shape and check character (GB 32100)."""
    from stdnum.cn import uscc  # only where one is typed

    return bool(uscc.is_valid(code))


def person_number_fits(number: str) -> bool:
    """Whether a resident identity number has its shape, a possible birthday and its check character (GB 11643)."""
    from stdnum.cn import ric  # only where one is typed

    return bool(ric.is_valid(number))


def postcode_fits(code: str) -> bool:
    """Whether a postcode has six figures."""
    return re.fullmatch(r"[0-9]{6}", code.strip()) is not None


def mail_fits(address: str) -> bool:
    """Whether an e-mail address has both of its parts."""
    return re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", address.strip()) is not None
