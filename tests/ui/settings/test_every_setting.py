"""Every choice that changes what the program does has its field in the settings, and its place in the command."""

from models import settings
from models.queries.settings import setting
from models.settings import ALL, Setting
from ui.settings.settings_window import SettingsWindow

BY_A_BUTTON = {"backup_folder", "letter_logo", "letter_signature"}
"""A folder or a picture: chosen by a button of the page, in the system's own window."""


def test_every_choice_declared_is_known_to_the_command():
    declared = {each.key for each in vars(settings).values() if isinstance(each, Setting)}
    assert declared == {each.key for each in ALL}


def test_every_choice_has_its_field(context, windows):
    window = windows.show(SettingsWindow(context))
    for name in window.items:
        window.show_section(name)
    fields = {key for page in window.pages.values() for key in page.bound}
    assert {each.key for each in ALL} - BY_A_BUTTON - fields == set()


def test_a_number_of_the_review_is_set_in_its_field(context, windows):
    window = windows.show(SettingsWindow(context, "review"))
    _, spin = window.pages["review"].bound["review_big_yuan"]
    spin.setValue(200_000)
    spin.editingFinished.emit()
    assert setting(context.store, settings.REVIEW_BIG_YUAN) == 200_000
