"""Write resources/pinyin/ from the package pypinyin: the first letter of every character and two-character word.

Run when pypinyin has mended readings: ``pip install pypinyin`` in any environment, then
``python .ci/make_initials.py``. The program itself reads only the files, in a few milliseconds.
"""

import unicodedata
from collections import defaultdict
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

TARGET = Path(__file__).resolve().parent.parent / "resources" / "pinyin"


def letter(reading: str) -> str:
    """The first letter of a syllable without its tone mark."""
    return unicodedata.normalize("NFD", reading)[0]


def main() -> None:
    """One line a letter with its characters; one line a word that its characters alone would misread."""
    letters = {chr(code): letter(reading) for code, reading in PINYIN_DICT.items()}
    by_letter: dict[str, list[str]] = defaultdict(list)
    for character, first in letters.items():
        by_letter[first].append(character)
    lines = (f"{first} {''.join(sorted(characters))}\n" for first, characters in sorted(by_letter.items()))
    (TARGET / "characters.txt").write_text("".join(lines), "utf-8")
    words = {
        word: "".join(letter(syllable[0]) for syllable in readings)
        for word, readings in PHRASES_DICT.items()
        if len(word) == 2
    }
    misread = {
        word: read for word, read in words.items() if read != "".join(letters.get(part, "?") for part in word)
    }
    (TARGET / "words.txt").write_text(
        "".join(f"{word} {read}\n" for word, read in sorted(misread.items())), "utf-8"
    )


if __name__ == "__main__":
    main()
