"""What the others did: profiles of conduct that a quarter's best answer is compared over."""

from dataclasses import dataclass, replace

from game.model.decision import Decision
from game.model.record import AnyArray, lock


@dataclass(frozen=True)
class Conduct:
    """What all firms but one do: `effort` in every institution and `act` to every partner (None: as they would).

    `price` is a factor on what they would ask.
    """

    name: str
    effort: float | None = None
    act: float | None = None
    price: float = 1.0

    def put(self, proposed: Decision, slot: int) -> Decision:
        """Decisions with the others' conduct in place; the firm in `slot` decides as it did."""
        made: dict[str, AnyArray] = {}
        others = [firm for firm in range(proposed.price.shape[-1]) if firm != slot]
        if self.effort is not None:
            effort = made["effort"] = proposed.effort.copy()
            effort[:, :, others] = self.effort
        if self.act is not None:
            act = made["act"] = proposed.act.copy()
            act[:, others] = self.act
        if self.price != 1.0:
            price = made["price"] = proposed.price.copy()
            price[:, others] *= self.price
        return lock(replace(proposed, **made)) if made else proposed


AS_THEY_DO = Conduct("as_they_do")
KEEP = Conduct("keep", effort=1.0, act=1.0)
BREAK = Conduct("break", effort=0.0, act=0.0)
UNDERCUT = Conduct("undercut", price=0.9)
CONDUCTS: tuple[Conduct, ...] = (AS_THEY_DO, KEEP, BREAK, UNDERCUT)
