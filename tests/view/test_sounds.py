"""Sounds: made by formula, soft, without clicks; hung on events in one table; silence where there is no device."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.view import actions
from game.view.app import App
from game.view.memory import read_settings
from game.view.sounds import LEVELS, MOST, TABLE, due
from game.view.stage import SOUND_LEVELS
from game.view.tones import APART, PEAK, RATE, SOUNDS, heard, samples
from tests.view.drive import begin, focus, press, settle, texts
from tests.view.sitting import hamlet, sit_down


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_short_soft_and_begins_and_ends_at_nought(name: str) -> None:
    made = samples(SOUNDS[name])
    assert 0.1 < made.size / RATE <= 1.2
    assert np.abs(made).max() == pytest.approx(PEAK)
    assert abs(made[0]) < 1e-3
    assert abs(made[-1]) < 1e-3
    assert np.abs(np.diff(made)).max() < 0.35, "no leap that clicks"
    first = np.abs(made[: RATE // 1000]).max()
    assert first < np.abs(made).max() / 2, "it rises"
    assert np.abs(made[made.size // 2 :]).max() < 0.5 * np.abs(made).max(), "it dies away"
    assert abs(made.mean()) < 0.02


def test_sounds_are_told_apart() -> None:
    """By where their strength lies in pitch, and how long they last."""

    def look(name: str) -> tuple[float, float]:
        made = samples(SOUNDS[name])
        power = np.abs(np.fft.rfft(made, 2 * RATE)) ** 2
        pitch = float((power * np.fft.rfftfreq(2 * RATE, 1 / RATE)).sum() / power.sum())
        return float(np.log2(pitch)), float(np.log2(made.size / RATE))

    looks = {name: look(name) for name in SOUNDS}
    names = sorted(SOUNDS)
    close = [
        (one, other)
        for place, one in enumerate(names)
        for other in names[:place]
        if np.hypot(looks[one][0] - looks[other][0], looks[one][1] - looks[other][1]) < 0.15
    ]
    assert not close


def test_the_same_bytes_every_time_and_one_after_the_other() -> None:
    names = ("stamp", "broke", "down")
    once = heard(names)
    heard.cache_clear()
    assert heard(names) == once
    played = np.frombuffer(once, dtype=np.int16)
    assert played.size == round(2 * APART * RATE) + samples(SOUNDS["down"]).size
    assert np.abs(played.astype(int)).max() <= round(PEAK * 32767)
    assert heard(()) == b""


def test_every_sound_hangs_on_something_and_every_row_has_one() -> None:
    assert {name for _, _, name in TABLE} == set(SOUNDS)
    assert tuple(LEVELS) == SOUND_LEVELS


@pytest.fixture(autouse=True)
def silent() -> None:
    pygame.mixer.quit()


def test_nothing_opens_the_mixer_before_a_sound_is_due(app: App) -> None:
    begin(app)
    press(app, pygame.K_F10)
    assert pygame.mixer.get_init() is None
    press(app, pygame.K_F10)
    assert app.screen == "results"
    assert pygame.mixer.get_init() == (RATE, -16, 1)
    assert app.sounds.played[0] == "stamp"
    assert 1 < len(app.sounds.played) <= MOST


def test_keeping_and_breaking_sound_differently(app: App) -> None:
    sit_down(app, hamlet(6, "always"))
    press(app, pygame.K_F10)
    assert "kept" in app.sounds.played
    assert "broke" not in app.sounds.played
    sit_down(app, hamlet(6, "never"))
    press(app, pygame.K_F10)
    assert "broke" in app.sounds.played
    assert "kept" not in app.sounds.played
    press(app, pygame.K_F10, pygame.K_F10)
    assert "broke" not in app.sounds.played, "who goes on breaking is no news"


def test_scores_and_forecasts_sound_as_they_came(app: App) -> None:
    from game.report.calls import judged
    from game.view.readings import scoreline

    begin(app, seed=3)
    press(app, pygame.K_F10)
    seen = set()
    for number in range(1, 9):
        press(app, pygame.K_p, pygame.K_END, pygame.K_F10)
        names = set(due(app.stage, actions.EndQuarter()))
        change = scoreline(app.stage.playing, 0).firm_change
        call = judged(app.stage, number)
        crowded = len(names) == MOST
        if not crowded:
            assert ("up" in names) == (change is not None and round(change) > 0)
            assert ("down" in names) == (change is not None and round(change) < 0)
            assert ("right" in names) == (call is not None and call.came_true)
        seen |= names
        press(app, pygame.K_F10)
    assert seen & {"up", "down"}
    assert "right" in seen


def test_one_key_silences_at_once_and_brings_back_what_was(app: App) -> None:
    begin(app)
    press(app, pygame.K_F10)
    app.apply(actions.Set("sound", "full"))
    settle(app)
    assert pygame.mixer.get_busy()
    press(app, pygame.K_F12)
    assert not pygame.mixer.get_busy()
    assert read_settings().sound == "off"
    assert app.stage.say("settings-sound-now-off") in texts(app)
    app.sounds.played = ()
    press(app, pygame.K_F10)
    assert not app.sounds.played
    press(app, pygame.K_F12)
    assert read_settings().sound == "full"
    assert list(app.sounds.played) == ["kept"]
    for key in (pygame.K_F1, pygame.K_ESCAPE):
        press(app, key)
    press(app, pygame.K_F1, pygame.K_F12)
    assert read_settings().sound == "off"


def test_the_settings_are_heard_when_they_are_chosen(app: App) -> None:
    press(app, pygame.K_s)
    focus(app, "sound")
    press(app, pygame.K_RIGHT)
    assert app.stage.settings.sound == "full"
    assert app.sounds.played == ("kept",)
    assert "F12" in texts(app)
    press(app, pygame.K_HOME)
    assert app.stage.settings.sound == "off"
    assert not pygame.mixer.get_busy()


def test_no_device_is_silence_and_one_sentence(monkeypatch: pytest.MonkeyPatch, app: App) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    begin(app)
    press(app, pygame.K_F10, pygame.K_F10)
    assert app.screen == "results"
    assert app.stage.soundless
    press(app, pygame.K_ESCAPE)
    app.go("settings")
    settle(app)
    assert app.stage.say("settings-sound-missing") in texts(app)
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    app.apply(actions.Set("sound", "full"))
    settle(app)
    assert app.stage.say("settings-sound-missing") not in texts(app), "choosing again tries again"


PLAYED = """
import json, sys, pygame
from game.view.door import open_door
from game.wording.words import Words
app = open_door(Words())
print(json.dumps({"numpy": "numpy" in sys.modules, "mixer": pygame.mixer.get_init() is not None}))
app.stage.settings = app.stage.settings.__class__(sound="full")
from tests.view.drive import begin, press
begin(app)
press(app, pygame.K_F10, pygame.K_F10)
while pygame.mixer.get_busy():
    pygame.time.wait(20)
pygame.mixer.quit()
app.close()
"""


def test_what_is_played_reaches_the_device(tmp_path: Path) -> None:
    """A real process with the driver that writes what a loudspeaker would get into a file."""
    raw = tmp_path / "out.raw"
    environment = os.environ | {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(raw)}
    done = subprocess.run(
        [sys.executable, "-c", f"if __name__ == '__main__':\n{_indented(PLAYED)}"],
        cwd=Path(__file__).parents[2],
        env=environment | {"GUILDMARK_DATA": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    first = next(json.loads(line) for line in done.stdout.splitlines() if line.startswith("{"))
    assert first == {"numpy": False, "mixer": False}, "START: the title opens without either"
    heard_there = np.frombuffer(raw.read_bytes()[: raw.stat().st_size // 2 * 2], dtype=np.int16)
    assert np.abs(heard_there.astype(int)).max() > 1000


def _indented(program: str) -> str:
    return "\n".join(f"    {line}" for line in program.splitlines())
