import pytest

from models.rules.phrase import LEAST, MOST, tidied, weakness


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("", "phrase_short"),
        ("七个字的口令啊", "phrase_short"),
        ("x" * (MOST + 1), "phrase_long"),
        ("88888888", "phrase_simple"),
        ("ababababab", "phrase_simple"),
        ("12345678", "phrase_simple"),
        ("hgfedcba", "phrase_simple"),
        ("Password", "phrase_simple"),
    ],
)
def test_what_is_tried_first_is_not_taken(phrase: str, code: str) -> None:
    problem = weakness(phrase)
    assert problem is not None
    assert problem.code == code


@pytest.mark.parametrize("phrase", ["四月的雨落在码头上", "correct horse battery", "kf73mwpq", "        wq7"])
def test_nothing_is_asked_of_what_a_phrase_is_made_of(phrase: str) -> None:
    assert len(phrase) >= LEAST
    assert weakness(phrase) is None


def test_an_accent_typed_apart_makes_the_same_phrase() -> None:
    assert tidied("cafe\u0301 au lait") == tidied("caf\u00e9 au lait")


def test_length_is_counted_after_accents_are_joined() -> None:
    apart = "e\u0301" * 3 + "abcd"
    assert len(apart) >= LEAST
    problem = weakness(apart)
    assert problem is not None
    assert problem.code == "phrase_short"
