"""Sounds as numbers: each is a few decaying tones, worked out when it is first heard, the same bytes every time.

Wood, clay and a small bell, as they are heard in a potter's lane; there are no sound files that could be missing.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

RATE = 44_100  # samples a second, 16 bits, one channel
PEAK = 0.6
RISE, FALL = 0.004, 0.03  # seconds from nought at the beginning and to nought at the end, so that nothing clicks
APART = 0.22  # seconds from one sound to the next where several come together

Samples = NDArray[np.float64]


@dataclass(frozen=True)
class Tone:
    """A partial: pitch in hertz, strength, seconds to a third of it, when it begins, and how far its pitch falls."""

    pitch: float
    strength: float
    decay: float
    begins: float = 0.0
    falls: float = 0.0


@dataclass(frozen=True)
class Sound:
    """Partials, and a little dull noise at the beginning (strength, seconds to a third of it)."""

    seconds: float
    tones: tuple[Tone, ...]
    noise: tuple[float, float] = (0.0, 0.01)


def _bell(pitch: float, decay: float, strength: float = 1.0) -> tuple[Tone, ...]:
    """A small bell: a hum, a strike tone and two partials that are no harmonics and die soon."""
    partials = ((0.5, 0.35, 1.2), (1.0, 1.0, 1.0), (2.4, 0.3, 0.45), (3.9, 0.12, 0.25))
    return tuple(Tone(pitch * ratio, strength * part, decay * long) for ratio, part, long in partials)


SOUNDS = {
    "stamp": Sound(0.32, (Tone(150, 1.0, 0.05, falls=0.5), Tone(82, 0.7, 0.09)), (0.5, 0.012)),
    "kept": Sound(0.20, (Tone(880, 1.0, 0.022), Tone(2150, 0.35, 0.010)), (0.12, 0.005)),
    "broke": Sound(0.34, (Tone(190, 1.0, 0.045, falls=0.35), Tone(273, 0.5, 0.03, 0.02)), (0.8, 0.03)),
    "up": Sound(0.42, (Tone(523.25, 0.8, 0.10), Tone(659.25, 1.0, 0.12, 0.11))),
    "down": Sound(0.42, (Tone(440.0, 1.0, 0.10), Tone(349.23, 0.8, 0.12, 0.11))),
    "event": Sound(0.70, _bell(988, 0.16)),
    "hall": Sound(1.10, _bell(392, 0.30)),
    "right": Sound(0.50, (*_bell(784, 0.10, 0.8), Tone(1175, 0.8, 0.14, 0.09))),
}


@lru_cache(maxsize=32)
def heard(names: tuple[str, ...]) -> bytes:
    """Sounds one after the other, as 16-bit samples; each begins before the one before it has died away."""
    starts = [round(place * APART * RATE) for place in range(len(names))]
    parts = [samples(SOUNDS[name]) for name in names]
    whole = np.zeros(max((start + part.size for start, part in zip(starts, parts, strict=True)), default=0))
    for start, part in zip(starts, parts, strict=True):
        whole[start : start + part.size] += part
    return np.round(_level(whole) * 32767).astype(np.int16).tobytes()


def samples(sound: Sound) -> Samples:
    """One sound between -PEAK and PEAK, from nought to nought."""
    size = round(sound.seconds * RATE)
    at = np.arange(size) / RATE
    made = sum((_tone(tone, at) for tone in sound.tones), np.zeros(size))
    strength, decay = sound.noise
    if strength:
        made += strength * _dull_noise(size) * np.exp(-at / decay)
    ends = np.minimum(1.0, np.minimum(at / RISE, (at[-1] - at) / FALL))
    return _level(made * ends)


def _tone(tone: Tone, at: Samples) -> Samples:
    """A decaying sine; one whose pitch falls does so while it decays."""
    since = np.maximum(at - tone.begins, 0.0)
    fallen = tone.falls * tone.decay * (1 - np.exp(-since / tone.decay))
    turns = tone.pitch * (since - fallen)
    made: Samples = tone.strength * np.sin(2 * np.pi * turns) * np.exp(-since / tone.decay) * (since > 0)
    return made * np.minimum(1.0, since / RISE)


def _dull_noise(size: int) -> Samples:
    """Noise without its sharp part: a running mean of a scrambled count, so that it is the same every time."""
    count = np.arange(1, size + 1, dtype=np.uint32) * np.uint32(2_654_435_761)
    for shift, factor in ((16, 0x45D9F3B), (16, 0x45D9F3B)):
        count = (count ^ (count >> np.uint32(shift))) * np.uint32(factor)
    rough = (count ^ (count >> np.uint32(16))) / 2**31 - 1.0
    return np.convolve(rough, np.full(24, 1 / 24), mode="same") * 3.0


def _level(made: Samples) -> Samples:
    most = float(np.abs(made).max(initial=0.0))
    return made * (PEAK / most) if most else made
