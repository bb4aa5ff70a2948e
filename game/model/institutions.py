"""What a scenario can set about an institution: the common table, and one small table per institution.

Adding an institution takes a class here, a file in `game.engine.institutions` and a line in each of the two registers.
"""

from typing import Literal

from game.model.section import Section, choice, number
from game.model.town import Structure

STRUCTURE = "who works with whom: around a hub, everybody with partners, under a leader, or in stages"
DUES_BASE = "what dues are counted on"


class Institution(Section):
    """The stage game all institutions share; `game.engine.stage_games` has the equations."""

    structure: Structure = choice("star", STRUCTURE)
    cost: float = number(0.01, 0, 0.2, "cost of full effort (kappa), as a share of V0 times size", source="calibrated")
    cost_exponent: float = number(1.0, 1, 4, "curvature of the cost of effort (eta)")
    benefit_exponent: float = number(
        0.8, 0.1, 1, "curvature of the benefit of the common asset (theta)", source="Sen1966"
    )
    equal_share: float = number(
        0.9, 0, 1, "part of the benefit shared equally; the rest follows effort", source="Sen1966"
    )
    excludable: float = number(0.5, 0, 1, "part of the benefit that partners can refuse to a firm with a bad name")
    rise: float = number(0.45, 0.01, 1, "pace at which the common asset grows")
    fall: float = number(0.60, 0.01, 1, "pace at which the common asset wears away")
    start: float = number(0.3, 0, 1.2, "opening level of the common asset")
    stages: int = number(
        2, 1, 7, "stages of a linear chain, each adding its margin", unit="stages", source="Spengler1950"
    )
    leader_weight: float = number(0.25, 0, 1, "weight of the leader's effort in a hierarchy", source="Hirshleifer1983")
    hub_loss: float = number(0.03, 0, 1, "part of a star's effort that the hub itself uses up")
    dues: float = number(0.003, 0, 0.1, "dues of a member as a share of their base")
    dues_base: Literal["size", "sales"] = choice("size", DUES_BASE)
    running: float = number(0.002, 0, 0.1, "what the body spends on each member, as a share of V0")
    audit: float = number(0.0, 0, 1, "chance that a member is audited in a quarter", source="Ostrom1990")
    false_alarm: float = number(0.03, 0, 0.5, "chance that an audited member is wrongly accused")
    audit_cost: float = number(0.002, 0, 0.1, "cost of an audit to the body, as a share of V0")
    standard: float = number(1.0, 0.1, 1, "effort that the body's rules ask for; less is fined", unit="effort")
    fine: float = number(
        1.5, 0, 50, "fine for a full breach, as a multiple of the cost of full effort", source="Ostrom1990"
    )
    floor: float = number(0.0, 0, 1, "effort that the contract makes enforceable; 0 is no contract", unit="effort")
    court: float = number(
        0.4, 0, 1, "chance that a breach of contract in a quarter is enforced", source="Williamson1985"
    )
    penalty: float = number(
        1.5, 0, 50, "damages for a full breach of contract, as a multiple of the cost of full effort"
    )
    transaction: float = number(
        0.0006,
        0,
        0.1,
        "what keeping up the contract costs a member, as a share of V0 times size",
        source="Williamson1985",
    )
    perceived_return: float = number(
        3.0,
        0.1,
        20,
        "what managers think all members' full effort returns per unit of its cost (n m)",
        source="calibrated",
    )
    members: Literal["all", "rivals", "none"] = choice("all", "who is a member at the opening")


class Mark(Institution):
    """Collective mark: lends the regional brand to its members' goods (Tirole 1996; Winfree & McCluskey 2005)."""

    structure: Structure = choice("hierarchy", STRUCTURE)
    cost: float = number(0.0120, 0, 0.2, "cost of meeting the code with all output, as a share of V0 times size")
    equal_share: float = number(1.0, 0, 1, "part of the benefit shared equally: a brand is seen by all buyers alike")
    excludable: float = number(0.30, 0, 1, "part of the benefit that partners can refuse to a firm with a bad name")
    rise: float = number(0.35, 0.01, 1, "pace at which the common asset grows")
    fall: float = number(0.55, 0.01, 1, "pace at which the common asset wears away")
    dues: float = number(0.0043, 0, 0.1, "dues as a share of registered sales", source="Champagne")
    dues_base: Literal["size", "sales"] = choice("sales", DUES_BASE)
    audit: float = number(0.08, 0, 1, "chance that a member is audited in a quarter", source="Ostrom1990")
    weight: float = number(0.88, 0, 3, "weight of ln(1 + brand) in the utility of a member's goods")
    firmness: float = number(
        0.20, 0, 1, "how far a full brand lowers the price slope of members", source="Deselnicu2013"
    )
    traceability: float = number(
        0.08, 0, 1, "part of the brand's reputation that buyers trace to the firm itself", source="WinfreeMcCluskey2005"
    )
    open_access: float = number(0.0, 0, 1, "part of the brand that firms outside the mark can use unasked")


class Channel(Institution):
    """Shared channel: reach into far markets and cheaper freight, for complements (Panzar & Willig 1981)."""

    structure: Structure = choice("network", STRUCTURE)
    cost: float = number(0.0076, 0, 0.2, "cost of opening all spare channel capacity, as a share of V0 times size")
    excludable: float = number(0.85, 0, 1, "part of the benefit that partners can refuse to a firm with a bad name")
    floor: float = number(0.25, 0, 1, "effort that the contract makes enforceable; 0 is no contract", unit="effort")
    reach: float = number(
        0.30, 0, 2, "orders from national and export buyers per point of benefit, as a share of demand"
    )
    freight_saving: float = number(
        0.35, 0, 1, "share of freight saved per point of benefit between full complements", source="Cruijssen2007"
    )
    profile_scale: float = number(2.0, 0.1, 10, "complementarity per unit of distance between resource profiles")
    stealing: float = number(0.06, 0, 2, "orders lost to partners per point of benefit between perfect substitutes")


class Fair(Institution):
    """Trade fair: export leads, awareness of the region and links beyond it (Gopalakrishna & Lilien 1995)."""

    cost: float = number(0.0122, 0, 0.2, "cost of a fully staffed stand, as a share of V0 times size")
    cost_exponent: float = number(2.0, 1, 4, "curvature of the cost of effort (eta)")
    benefit_exponent: float = number(
        0.5, 0.1, 1, "curvature of the benefit of the common asset (theta)", source="Sen1966"
    )
    equal_share: float = number(
        0.85, 0, 1, "part of the benefit shared equally; the rest follows effort", source="Sen1966"
    )
    excludable: float = number(0.40, 0, 1, "part of the benefit that partners can refuse to a firm with a bad name")
    rise: float = number(0.60, 0.01, 1, "pace at which the common asset grows")
    fall: float = number(0.80, 0.01, 1, "pace at which the common asset wears away")
    export_leads: float = number(0.145, 0, 2, "export orders per point of benefit, as a share of demand")
    fame: float = number(1.0, 0, 3, "weight of the fair in making the region known")
    outside_links: float = number(1.0, 0, 3, "weight of the fair in bringing outside ideas")
    investors: float = number(1.0, 0, 3, "weight of the fair in bringing capital")


class Research(Institution):
    """R&D alliance: spillover among members and shared product risk (d'Aspremont & Jacquemin 1988; Kamien et al.

    1992).
    """

    structure: Structure = choice("network", STRUCTURE)
    cost: float = number(
        0.0057, 0, 0.2, "cost of really doing and sharing the agreed research, as a share of V0 times size"
    )
    excludable: float = number(0.55, 0, 1, "part of the benefit that partners can refuse to a firm with a bad name")
    rise: float = number(0.35, 0.01, 1, "pace at which the common asset grows")
    fall: float = number(0.45, 0.01, 1, "pace at which the common asset wears away")
    floor: float = number(0.25, 0, 1, "effort that the contract makes enforceable; 0 is no contract", unit="effort")
    leak: float = number(
        0.5,
        0,
        1,
        "part of a member's research that rivals gain, as managers reckon when they agree on a budget",
        source="AspremontJacquemin1988",
    )
    spillover: float = number(
        0.35,
        0,
        3,
        "members' research that reaches a fully absorbing member, per point of benefit",
        unit="knowledge",
        source="AspremontJacquemin1988",
    )
    pooling: float = number(0.5, 0, 1, "share of the luck of product success that a full alliance takes away")


class Leader(Institution):
    """Leader traction: followers under the leading firm's brand and specification (Markusen 1996)."""

    structure: Structure = choice("hierarchy", STRUCTURE)
    cost: float = number(0.0090, 0, 0.2, "cost of working fully to specification, as a share of V0 times size")
    excludable: float = number(0.60, 0, 1, "part of the benefit that partners can refuse to a firm with a bad name")
    rise: float = number(0.40, 0.01, 1, "pace at which the common asset grows")
    floor: float = number(0.30, 0, 1, "effort that the contract makes enforceable; 0 is no contract", unit="effort")
    fee: float = number(
        0.002,
        0,
        0.1,
        "licence fee a follower pays the leader per point of benefit, as a share of V0 times size",
        source="KamienTauman1986",
    )
    dilution: float = number(
        0.04,
        0,
        1,
        "share of the leader's corporate brand lost in a quarter in which all followers break",
        source="design",
    )
    steady: float = number(
        0.20, 0, 1, "share of a follower's sales that are steady orders, per point of benefit", source="Tu"
    )
    supply_saving: float = number(0.031, 0, 0.5, "share of unit cost saved per point of benefit", source="calibrated")
    licence: float = number(
        0.04,
        0,
        2,
        "weight of ln(1 + the leader's corporate brand) in the utility of a follower's goods",
        source="design",
    )
    headroom: float = number(0.10, 0, 1, "capacity that followers give the leader, as a share of its own per point")


class Marketing(Institution):
    """Marketing alliance: a campaign for all, cheaper marketing for members (Krishnamurthy 2000)."""

    cost: float = number(0.0132, 0, 0.2, "cost of the agreed campaign money, as a share of V0 times size")
    cost_exponent: float = number(2.0, 1, 4, "curvature of the cost of effort (eta)")
    benefit_exponent: float = number(
        0.5, 0.1, 1, "curvature of the benefit of the common asset (theta)", source="Sen1966"
    )
    equal_share: float = number(
        0.85, 0, 1, "part of the benefit shared equally; the rest follows effort", source="Sen1966"
    )
    excludable: float = number(0.30, 0, 1, "part of the benefit that partners can refuse to a firm with a bad name")
    rise: float = number(0.50, 0.01, 1, "pace at which the common asset grows")
    fall: float = number(0.65, 0.01, 1, "pace at which the common asset wears away")
    demand: float = number(
        0.026, 0, 1, "demand per point, half for all firms and half for members", source="calibrated"
    )
    luck_pooled: float = number(
        0.8,
        0,
        1,
        "share of the luck of own campaigns that joint ones take away, per point of benefit",
        source="CooperativeMarketing",
    )
    saving: float = number(0.52, 0, 0.9, "share of own brand spending saved per point of benefit")
    brand_build: float = number(0.30, 0, 2, "faster building of members' corporate brands per point of benefit")
    fame: float = number(1.0, 0, 3, "weight of the campaign in making the region known")


class Brokers(Institution):
    """Brokers: people who see the customer bring orders to firms that buyers do not know yet (Burt 1992)."""

    structure: Structure = choice("network", STRUCTURE)
    cost: float = number(0.0090, 0, 0.2, "cost of passing all orders through the broker, as a share of V0 times size")
    excludable: float = number(0.80, 0, 1, "part of the benefit that partners can refuse to a firm with a bad name")
    floor: float = number(0.20, 0, 1, "effort that the contract makes enforceable; 0 is no contract", unit="effort")
    commission: float = number(
        0.06, 0, 0.5, "brokers' commission, as a share of the sales they bring", source="HolmstromMilgrom1987"
    )
    ordinary_commission: float = number(
        0.06, 0.001, 0.5, "commission at which brokers work as hard as is usual", source="HolmstromMilgrom1987"
    )
    matches: float = number(0.084, 0, 1, "orders per point of benefit of an ordinary unknown firm", source="calibrated")
    known_half: float = number(2.0, 0.1, 100, "corporate brand at which matches have halved", unit="goodwill")


class Pricing(Institution):
    """Cost-saving pricing: pooled buying, passed on to buyers (Dranove & White 1994 on the test of pass-through)."""

    cost: float = number(0.0062, 0, 0.2, "cost of passing the pooled saving on in full, as a share of V0 times size")
    excludable: float = number(0.60, 0, 1, "part of the benefit that partners can refuse to a firm with a bad name")
    saving: float = number(0.030, 0, 0.5, "share of unit cost saved per point of benefit", source="calibrated")
    passed_on: float = number(
        0.21, 0, 1, "part of the saving that full effort passes on to buyers", source="calibrated"
    )


class Institutions(Section):
    """The institutions of a scenario; one that is left out does not exist there."""

    mark: Mark | None = None
    channel: Channel | None = None
    fair: Fair | None = None
    research: Research | None = None
    leader: Leader | None = None
    marketing: Marketing | None = None
    brokers: Brokers | None = None
    pricing: Pricing | None = None
