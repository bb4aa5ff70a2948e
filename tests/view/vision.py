"""Seeing as others do: colour-blind eyes after Machado, Oliveira and Fernandes (2009), grey paper, and CIEDE2000."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Complete loss of one cone, for linear RGB (their table for severity 1.0); grey is what a laser printer makes of it.
EYES = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
    "grey": np.tile([0.2126, 0.7152, 0.0722], (3, 1)),
}
_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])


def lab(colours: Floats, eye: str = "usual") -> Floats:
    """sRGB values from 0 to 255 [..., 3] as CIE Lab, as an eye sees them."""
    parts = np.asarray(colours, dtype=float) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    xyz = np.clip(linear @ EYES[eye].T, 0, 1) @ _XYZ.T / _WHITE
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def difference(one: Floats, other: Floats) -> Floats:
    """CIEDE2000 of two Lab colours, 1 being just noticeable (Sharma, Wu and Dalal 2005)."""
    l1, a1, b1, l2, a2, b2 = (*np.moveaxis(one, -1, 0), *np.moveaxis(other, -1, 0))
    c7 = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - np.sqrt(c7 / (c7 + 25.0**7)))
    c1, c2 = np.hypot((1 + g) * a1, b1), np.hypot((1 + g) * a2, b2)
    h1, h2 = np.arctan2(b1, (1 + g) * a1) % (2 * np.pi), np.arctan2(b2, (1 + g) * a2) % (2 * np.pi)
    turn = h2 - h1
    turn = np.where(turn > np.pi, turn - 2 * np.pi, np.where(turn < -np.pi, turn + 2 * np.pi, turn))
    turn = np.where(c1 * c2 == 0, 0, turn)
    dl, dc, dh = l2 - l1, c2 - c1, 2 * np.sqrt(c1 * c2) * np.sin(turn / 2)
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    far = np.abs(h1 - h2) > np.pi
    hm = np.where(
        c1 * c2 == 0, h1 + h2, (h1 + h2 + np.where(far, np.where(h1 + h2 < 2 * np.pi, 1, -1), 0) * 2 * np.pi) / 2
    )
    t = 1 - 0.17 * np.cos(hm - np.pi / 6) + 0.24 * np.cos(2 * hm) + 0.32 * np.cos(3 * hm + np.pi / 30)
    t -= 0.20 * np.cos(4 * hm - np.radians(63))
    sl = 1 + 0.015 * (lm - 50) ** 2 / np.sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    cm7 = cm**7
    bend = np.radians(30) * np.exp(-(((np.degrees(hm) - 275) / 25) ** 2))
    rt = -2 * np.sqrt(cm7 / (cm7 + 25.0**7)) * np.sin(2 * bend)
    made: Floats = np.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * dc / sc * dh / sh)
    return made
