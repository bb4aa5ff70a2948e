"""Engine units to what the place shows: prices, volumes and money with the scenario's scales and names."""

from collections.abc import Callable
from dataclasses import dataclass

from game.model.scenario import Units
from game.wording.figures import figure, money


@dataclass(frozen=True)
class Measures:
    """A scenario's way of showing amounts; `named` says the name of a unit in the language spoken."""

    units: Units
    named: Callable[[str], str] = str

    @property
    def currency(self) -> str:
        """Unit of money."""
        return self.named(self.units.currency)

    @property
    def price_unit(self) -> str:
        """Unit of a price."""
        return self.named(self.units.price)

    @property
    def volume_unit(self) -> str:
        """Unit of a volume."""
        return self.named(self.units.volume)

    @property
    def money_scale(self) -> float:
        """Shown money per engine unit."""
        return self.units.money_scale

    def money(self, value: float, sign: bool = False) -> str:
        """Money to one decimal, without its unit."""
        return money(value * self.money_scale, sign)

    def price(self, value: float, sign: bool = False) -> str:
        """A price, with decimals only where they matter."""
        shown = value * self.units.price_scale
        return figure(shown, 0 if self.units.price_scale >= 50 else 2, sign)

    def volume(self, value: float, sign: bool = False) -> str:
        """A volume in whole units."""
        return figure(value * self.units.volume_scale, 0, sign)
