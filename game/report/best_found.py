"""The best plan found for each seat of a class: looked for once a seat, however many played it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from game.insight.best import Best, search
from game.report.gather import Player

Place = tuple[tuple[str, str], int, str]  # scenario with treatment, slot, difficulty


def place_of(player: Player) -> Place:
    """What a plan is looked for."""
    return player.scenario, player.slot, player.session.setup.difficulty


def with_best(
    players: Sequence[Player], watched: Callable[[Sequence[Player]], Iterable[Player]] = iter
) -> list[Player]:
    """The players with the best plan found for their seat; none where there is no band to show it on.

    The search is the debrief's own, with its own luck and budget, so page and screen tell the same plan. `watched` is
    given one player a seat and hands them back one by one: a progress bar may stand in it.
    """
    first: dict[Place, Player] = {}
    for player in players:
        if player.session.setup.bands.get(player.slot) is not None:
            first.setdefault(place_of(player), player)
    found: dict[Place, Best] = {}
    for player in watched(list(first.values())):
        setup = player.session.setup
        found[place_of(player)] = search(setup.scenario, player.slot, setup.difficulty)
    return [replace(player, best=found.get(place_of(player))) for player in players]
