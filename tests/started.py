"""Programs that tests start and stop by a key."""

import signal
import subprocess
from collections.abc import Sequence


def started(command: Sequence[str]) -> subprocess.Popen[str]:
    """A program that listens to the key that stops it, even where the suite runs in the background and does not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, before)
