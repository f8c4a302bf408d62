from ui.common.mishap import Mishaps


def test_a_flood_of_faults_is_told_once_and_logged_in_full(qapp, caplog):
    mishaps, told = Mishaps(), []
    mishaps.happened.connect(told.append)
    for number in range(50):
        try:
            raise ValueError(f"fault {number}")
        except ValueError as fault:
            mishaps.caught(ValueError, fault, fault.__traceback__)
    assert len(told) == 1
    assert told[0].splitlines()[-1] == "ValueError"
    assert caplog.text.count("ValueError: fault") == 50
