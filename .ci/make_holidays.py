"""Write resources/holidays/cn.csv from the package chinesecalendar.

Run once a year, when the State Council's plan for the next year is out and the package has it:
``pip install chinesecalendar`` in any environment, then ``python .ci/make_holidays.py``.
The program itself reads only the file.
"""

import csv
from pathlib import Path

from chinese_calendar.constants import holidays, workdays

TARGET = Path(__file__).resolve().parent.parent / "resources" / "holidays" / "cn.csv"


def main() -> None:
    """One row per day off (with the weekends beside it) and per weekend day worked in exchange."""
    days = [(day, "off", name) for day, name in holidays.items()]
    days += [(day, "work", name) for day, name in workdays.items()]
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("day", "kind", "holiday"))
        rows.writerows(sorted(days))


if __name__ == "__main__":
    main()
