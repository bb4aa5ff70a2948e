"""The register of strategies, by name."""

from game.rivals import strategy as _s
from game.rivals.best_reply import BestReplier
from game.rivals.strategy import Strategy

STRATEGIES: dict[str, Strategy] = {
    kind.name: kind()
    for kind in (
        _s.Always,
        _s.Never,
        _s.TitForTat,
        _s.SuspiciousTitForTat,
        _s.GenerousTitForTat,
        _s.TitForTwoTats,
        _s.WinStayLoseShift,
        _s.Grim,
        _s.Alternator,
        _s.Random,
        _s.ConditionalCooperator,
        _s.HumpShaped,
        _s.Reasoner,
        BestReplier,
    )
}

GROUP = tuple(name for name, kind in STRATEGIES.items() if "group" in kind.plays)
PAIR = tuple(name for name, kind in STRATEGIES.items() if "pair" in kind.plays)
