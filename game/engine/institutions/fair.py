"""Trade fair: only it brings export orders, makes the region known and opens it to outside ideas and money."""

from game.engine.institutions.site import Site
from game.model.institutions import Fair
from game.model.outcome import Effects

EXPORT = 2


def act(table: Fair, site: Site, effects: Effects) -> None:
    """Export leads of members; fame, outside links and investors for the whole region, exhibitors or not.

    A visitor is attracted by the whole pavilion and won at the stand (Gopalakrishna & Lilien 1995): the asset attracts,
    the part of the benefit that follows effort converts.
    """
    effects.leads[:, EXPORT] += table.export_leads * site.benefit
    effects.fame[:] += table.fame * site.asset / site.promoters
    effects.outside_links[:] += table.outside_links * site.asset
    effects.investors[:] += table.investors * site.asset
