"""The fixed list of plans that stand for good and bad play: what a whole game is worth is measured against them."""

from dataclasses import dataclass, field, replace

from game.engine.rules import Rules
from game.model.band import FREE_RIDE
from game.model.decision import Decision
from game.model.record import lock
from game.play import Moment, Send


@dataclass(frozen=True)
class Plan:
    """One way to play a seat all through: an effort strategy, and own spending as multiples of the base amounts."""

    name: str
    strategy: str
    spending: dict[str, float] = field(default_factory=dict)

    def send(self, rules: Rules, slot: int) -> Send | None:
        """The seat's own decisions under this plan; institutions and ties are played by the strategy in the cast."""
        if not self.spending:
            return None
        base = rules.ordinary_spending

        def given(moment: Moment, proposed: Decision) -> Decision:
            made = {}
            for name, multiple in self.spending.items():
                values = getattr(proposed, name).copy()
                values[:, slot] = multiple * base[name] * rules.v0 * moment.seen.size[:, slot]
                made[name] = values
            return lock(replace(proposed, **made))

        return given


PLANS = (
    Plan(FREE_RIDE, "never"),
    Plan("keep", "always"),
    Plan("answer", "tit_for_tat"),
    Plan("go_along", "conditional"),
    Plan("keep_and_save", "always", {"quality": 1.0, "research": 0.6, "brand": 0.6}),
)
