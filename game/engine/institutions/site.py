"""What an institution's file may look at: its own row of the stage games, and the state around it."""

from dataclasses import dataclass

from game.engine.rules import Rules
from game.model.outcome import Games, Membership
from game.model.record import Bools, Floats
from game.model.state import State


@dataclass(frozen=True)
class Site:
    """One institution in one quarter: `j` is its row, `promoters` how many open ones make the region known."""

    rules: Rules
    state: State
    ties: Membership
    games: Games
    j: int
    promoters: int

    @property
    def member(self) -> Bools:
        """[R, N] members."""
        return self.ties.member[:, self.j]

    @property
    def benefit(self) -> Floats:
        """[R, N] benefit of each member."""
        return self.games.benefit[:, self.j]

    @property
    def effort(self) -> Floats:
        """[R, N] effort as carried out."""
        return self.games.effort[:, self.j]

    @property
    def asset(self) -> Floats:
        """[R] common asset."""
        return self.games.asset[:, self.j]
