"""What a person reads of an answer."""

from ui.terminal.paper import LONGEST, lines


def test_a_sentence_stands_last_and_whole_while_other_long_cells_are_cut():
    said = "“12x3”不是金额，这一行没有读入。可用 --cell D3=… 改正。" * 2
    rows = [{"cell": "D3", "message": said, "where": "很" * (LONGEST + 1)}]
    head, row = list(lines({"problems": rows}))[1:]
    assert head.split() == ["cell", "where", "message"]
    assert row.endswith(f"{'很' * (LONGEST - 1)}…  {said}")
