"""Numbers of the economy: one frozen section per block of the model, each number with unit, range, meaning and source.

The defaults are one calibration for all scenarios; a scenario file overrides what makes its place special. Money is in
money units (a scenario says what a unit is called), prices in money per unit of output, time in quarters. `V0` is the
revenue of a firm of size 1 in an ordinary quarter, `reference_revenue` below; costs are given as shares of it.
"""

from game.model.section import Section, choice, number


class Segment(Section):
    """One market segment: a pool of buyers that a firm may reach."""

    buyers: float = number(
        2500, 1, 1e7, "buyers of a cluster of 16 firms of size 1, the outside good included", unit="units"
    )
    distance: float = number(
        0, -3, 3, "taken from every firm's utility in this segment: how far the buyers are", unit="utility"
    )
    freight: float = number(
        0, 0, 1, "distribution cost of one unit sold here without a shared channel", unit="money a unit"
    )


class Market(Section):
    """Demand: nested logit, the cluster's goods one nest, a rival region the outside good (Berry 1994)."""

    local: Segment = Segment()
    national: Segment = Segment(distance=0.15, freight=0.04)
    export: Segment = Segment(buyers=2100, distance=0.35, freight=0.08)
    intercept: float = number(
        0.90, -5, 5, "utility of an average good at no price", unit="utility", source="calibrated"
    )
    price_slope: float = number(2.0, 0.5, 6, "utility lost per unit of price", unit="1/price", source="Bijmolt2005")
    reference_price: float = number(1.3, 0.1, 100, "price at which brands leave the utility as it is", unit="price")
    opening_price: float = number(1.3, 0.1, 100, "price of every firm before the first quarter", unit="price")
    size_weight: float = number(0.55, 0, 2, "weight of ln(size): assortment and presence", unit="utility")
    quality_weight: float = number(0.35, 0, 2, "weight of ln(1 + quality)", unit="utility")
    corporate_weight: float = number(
        0.30, 0, 2, "weight of ln(1 + corporate brand)", unit="utility", source="Wernerfelt1988"
    )
    product_weight: float = number(0.10, 0, 2, "weight of ln(1 + product brand)", unit="utility")
    knowledge_weight: float = number(0.10, 0, 2, "weight of ln((1 + knowledge)/(1 + reference))", unit="utility")
    follow_weight: float = number(
        0.10, 0, 1, "utility of standing exactly where the cluster already sells", unit="utility"
    )
    taste_noise: float = number(0.05, 0, 0.5, "s.d. of a firm's own taste shock in a quarter", unit="utility")
    nest_low: float = number(
        0.15, 0, 0.9, "nest parameter when products are as varied as they can be", source="Berry1994"
    )
    nest_high: float = number(0.75, 0, 0.95, "nest parameter when all make the same thing", source="Berry1994")
    spill: float = number(0.5, 0, 1, "share of the buyers a firm can't serve that try another firm of the cluster")
    repeat_base: float = number(0.10, 0, 0.5, "share of buyers who return whatever has changed, for an unknown firm")
    repeat_brand: float = number(0.20, 0, 0.5, "what the regional brand adds to that share for its members")
    repeat_care: float = number(
        0.30, 0, 1, "what quality spending of one above the base adds to that share: care brings buyers back"
    )
    repeat_price: float = number(
        5.0, 0, 50, "share of the returning buyers lost per share by which the price rose: loyalty has its price"
    )
    repeat_most: float = number(0.60, 0, 0.95, "largest share of buyers who can return")
    trend_memory: float = number(0.9, 0, 0.99, "persistence of the state of demand from quarter to quarter")
    trend_noise: float = number(0.035, 0, 0.2, "s.d. of the shock to the log of demand")
    segment_noise: float = number(0.04, 0, 0.5, "s.d. of the shock to the log of demand of one segment in a quarter")
    recession_chance: float = number(0.02, 0, 0.5, "chance that a recession begins in a quarter")
    recession_depth: float = number(0.15, 0, 0.9, "share of demand a recession takes, before rigidity deepens it")
    recession_length: int = number(4, 1, 20, "length of a recession", unit="quarters")
    growth: float = number(0.0, -0.1, 0.1, "steady growth of the market", unit="share a quarter")


class Costs(Section):
    """Unit cost, overhead and the base amounts of own spending."""

    reference_revenue: float = number(
        130, 1, 1e6, "V0, revenue of a firm of size 1 in an ordinary quarter", unit="money"
    )
    unit_cost: float = number(1.05, 0.05, 50, "unit cost of the opening cluster before knowledge", unit="money a unit")
    learning: float = number(0.053, 0, 0.3, "exponent of knowledge in the unit cost", source="calibrated")
    scale: float = number(
        0.10,
        0,
        0.3,
        "exponent of the size of the cluster (firms and output) at dense links",
        source="Melo2009",
    )
    scale_links: float = number(0.2, 0.01, 2, "links at which half of the scale economies work", source="Markusen1996")
    congestion: float = number(
        0.0001, 0, 0.01, "weight of congestion n^1.6 in the unit cost", source="DurantonPuga2004"
    )
    cluster_saving: float = number(
        0.05, 0, 0.3, "unit cost saved per point of cluster level above an ordinary .25", source="ClusterBrandEconomy"
    )
    scope: float = number(
        0.05,
        0,
        0.5,
        "unit cost saved per point of product variety above an ordinary .8: economies of scope",
        source="PanzarWillig1981",
    )
    infrastructure_saving: float = number(
        0.30, 0, 1, "freight saved per point of infrastructure above an ordinary .3", source="ClusterBrandEconomy"
    )
    capital_saving: float = number(
        0.20, 0, 1, "upkeep of capacity saved per point of capital inflow above an ordinary .3", source="design"
    )
    endowment_saving: float = number(0.06, 0, 0.5, "unit cost saved per point of natural endowment above one half")
    contracting: float = number(
        0.0025,
        0,
        0.1,
        "cost of searching and contracting where nobody trusts anybody, as a share of V0 times size",
        source="Williamson1985",
    )
    duplication: float = number(
        0.002, 0, 0.1, "cost of a marketing function in the wrong hands, as a share of V0 times size", source="Tu"
    )
    overhead: float = number(0.058, 0, 0.5, "fixed cost of a firm of size 1, as a share of V0")
    overhead_exponent: float = number(0.75, 0.2, 1, "exponent of size in the fixed cost: small firms carry more of it")
    capacity_cost: float = number(0.03, 0, 0.5, "upkeep of one unit of capacity", unit="money a quarter")
    capacity_step: float = number(0.5, 0.05, 1, "share of the way to the wanted capacity that a quarter covers")
    quality_base: float = number(0.015, 0.001, 0.2, "quality spending that counts as 1, as a share of V0 times size")
    research_base: float = number(0.02, 0.001, 0.2, "research spending that counts as 1, as a share of V0 times size")
    brand_base: float = number(
        0.015, 0.001, 0.2, "spending on each level of brand that counts as 1, share of V0 times size"
    )
    move_cost: float = number(
        0.10, 0, 1, "cost of moving the product a quarter of the circle, as a share of V0 times size"
    )
    solvency_margin: float = number(0.10, 0.01, 1, "smoothed profit over V0 times size at which a firm counts as sound")
    solvency_memory: float = number(0.7, 0, 0.99, "weight of the past in smoothed profit")
    solvency_floor: float = number(0.4, 0, 1, "part of the effect of spending that even a poor firm keeps")


class Innovation(Section):
    """Knowledge, absorption and product success (Cohen & Levinthal 1989; Menzel & Fornahl 2010)."""

    reference: float = number(4, 0, 100, "opening knowledge: the point of reference in utility", unit="knowledge")
    ageing: float = number(
        0.04, 0, 0.5, "share of knowledge that goes out of date in a quarter", source="ResearchCapital"
    )
    own_yield: float = number(0.16, 0, 2, "new knowledge from research spending of 1", unit="knowledge")
    own_exponent: float = number(0.6, 0.1, 1, "returns to own research")
    absorption_half: float = number(
        0.5, 0.01, 5, "research spending at which half of what is on offer is absorbed", source="CohenLevinthal1989"
    )
    local_spill: float = number(
        0.04, 0, 1, "knowledge in the air of a dense cluster", unit="knowledge", source="CowanJonard2004"
    )
    tie_spill: float = number(0.10, 0, 1, "share of a better partner's lead that an open tie hands over")
    outside_yield: float = number(
        0.05,
        0,
        1,
        "knowledge from visitors and newcomers at a full regional brand",
        unit="knowledge",
        source="ClusterBrandEconomy",
    )
    talent_yield: float = number(
        0.40, 0, 3, "own research gains per point of talent above an ordinary .3", source="ClusterBrandEconomy"
    )
    success_yield: float = number(0.25, 0, 2, "knowledge from a product that succeeds", unit="knowledge")
    hit_rate: float = number(0.35, 0, 1, "ceiling of the chance of a product success", source="Nooteboom")
    hit_scale: float = number(
        0.3, 0.01, 5, "new knowledge that brings the chance to 63 % of its ceiling", unit="knowledge"
    )
    rivalry: float = number(
        0.5, 0, 1, "part of the chance of success that hangs on the right number of rivals", source="Aghion2005"
    )
    rivals_half: float = number(
        20, 1, 400, "number of rivals at which rivalry spurs most", unit="firms", source="Aghion2005"
    )
    rigidity_drag: float = number(
        1.0, 0, 1, "part of the chance of success that full rigidity takes", source="Glasmeier1991"
    )
    quality_ageing: float = number(0.08, 0, 0.5, "share of quality lost in a quarter")
    quality_yield: float = number(0.104, 0, 1, "quality from spending of 1", unit="quality")
    quality_jump: float = number(0.30, 0, 2, "quality from a product that succeeds", unit="quality")


class Brands(Section):
    """The brand echelon: product, corporate and regional brand (Nerlove & Arrow 1962; Tirole 1996)."""

    product_memory: float = number(
        0.65, 0, 0.99, "share of a product brand that lasts a quarter", source="Sethuraman2011"
    )
    product_yield: float = number(0.6, 0, 5, "product brand from spending of 1", unit="goodwill")
    corporate_memory: float = number(
        0.90, 0, 0.99, "share of a corporate brand that lasts a quarter", source="NerloveArrow1962"
    )
    corporate_yield: float = number(
        0.075, 0, 5, "corporate brand from spending of 1 by a firm of size 1", unit="goodwill"
    )
    reliance_half: float = number(
        5, 0.1, 100, "corporate brand at which the regional brand counts half", unit="goodwill", source="Fishman2018"
    )
    awareness_pace: float = number(1.3, 0, 5, "pace of awareness once above or below its threshold")
    awareness_cluster: float = number(
        0.55, 0, 2, "pull of the cluster level on awareness", source="ClusterBrandEconomy"
    )
    awareness_own: float = number(0.25, 0, 2, "pull of awareness on itself: the source of hysteresis")
    awareness_threshold: float = number(0.32, 0, 2, "pull needed before awareness grows")
    ordinary_fame: float = number(0.5, 0, 2, "help to awareness where no institution promotes the region")
    awareness_fading: float = number(0.02, 0, 0.5, "share of awareness forgotten in a quarter")
    echelon: float = number(0.11, 0, 2, "ceiling of awareness per point of the five best corporate brands", source="Tu")
    campaign_luck: float = number(
        0.4, 0, 1.5, "s.d. of the log of what a firm's own brand spending brings", source="GopalakrishnaLilien1995"
    )
    reputation_up: float = number(
        0.15, 0, 1, "pace at which a better record is believed", source="WinfreeMcCluskey2005"
    )
    reputation_down: float = number(
        0.30, 0, 1, "pace at which a worse record is believed", source="WinfreeMcCluskey2005"
    )
    scandal_chance: float = number(0.004, 0, 1, "chance that a member which breaks the code fully causes a scandal")
    scandal_loss: float = number(0.8, 0, 5, "reputation lost in a scandal per share of output of the culprit")
    scandal_limit: float = number(0.3, 0, 1, "most that one quarter's scandals can take from reputation")


class Ties(Section):
    """Bilateral ties: a small repeated dilemma with each neighbour."""

    degree: int = number(4, 0, 8, "ties of a firm in the opening ring", source="WattsStrogatz1998")
    rewired: float = number(0.10, 0, 1, "share of opening ties that reach across the ring", source="CowanJonard2004")
    giving_cost: float = number(0.004, 0, 0.2, "cost of treating all partners fully well, as a share of V0 times size")
    demand_gain: float = number(
        0.03, 0, 0.5, "orders handed over by partners who treat a firm fully well, as a share of demand"
    )
    ordinary_complement: float = number(
        0.25,
        0.01,
        1,
        "difference of resource profiles at which an open tie brings its ordinary orders",
        source="CooperativeMarketing",
    )
    complement_weight: float = number(
        1.0, 0, 1, "part of a tie's orders that hangs on the partners' resources being different"
    )
    stranger: float = number(0.25, 0, 1, "treatment a firm without ties meets with")
    full_density: float = number(0.27, 0.01, 1, "tie density that counts as 1")
    trust_memory: float = number(0.8, 0, 0.99, "weight of the past in the trust on a tie")


class Sanctions(Section):
    """Graduated sanctions and complaints (Ostrom 1990; Fehr & Gaechter 2000)."""

    shirk_from: float = number(0.1, 0, 0.5, "missing effort up to which nobody is fined", unit="effort")
    fine_step: float = number(2.0, 1, 5, "factor by which each further offence raises the fine", source="Ostrom1990")
    fine_limit: float = number(8.0, 1, 100, "largest multiple of the first fine", source="Ostrom1990")
    record_memory: float = number(0.9, 0, 0.99, "share of an offence still remembered a quarter later")
    exclusion_at: float = number(3.0, 0.5, 20, "remembered offences that bring exclusion")
    exclusion_length: int = number(2, 1, 12, "length of an exclusion", unit="quarters")
    return_after: int = number(2, 0, 12, "quarters before a firm that left may come back", unit="quarters")
    refund: float = number(0.7, 0, 1, "share of fines paid out to the members in equal parts")
    complaint_cost: float = number(
        0.15, 0, 2, "cost of a complaint, as a share of the cost of full effort", source="FehrGaechter2000"
    )
    complaint_effect: float = number(3.0, 0, 10, "fine per unit of complaint cost", source="FehrGaechter2000")
    complaint_limit: int = number(3, 1, 20, "most complaints against one member that count in a quarter")
    kept_within: float = number(
        0.1, 0, 0.5, "how far observed effort may fall short of a pledge and still count as kept", unit="effort"
    )
    kept_without_pledge: float = number(
        0.5, 0, 1, "observed effort that counts as kept where nothing was pledged", unit="effort"
    )
    reserve: float = number(2.0, 0, 20, "running costs a body keeps in hand before it returns dues", unit="quarters")


class Finance(Section):
    """Cash, loans and the way out."""

    opening_cash: float = number(1.5, 0, 20, "opening cash, as a multiple of V0 times size")
    floor: float = number(
        0.0, -10, 10, "cash below which a human firm borrows and a rival runs into trouble, multiple of V0 times size"
    )
    loan_rate: float = number(0.06, 0, 0.5, "interest on the bridging loan", unit="share a quarter")
    patience_of_banks: int = number(3, 1, 20, "quarters below the floor after which a rival closes", unit="quarters")
    discount: float = number(0.95, 0.5, 1, "discount factor of the firm score", unit="a quarter")
    knowledge_price: float = number(
        6.5, 0, 1e4, "worth of a unit of closing knowledge to a firm of size 1", unit="money", source="calibrated"
    )
    quality_price: float = number(
        25.0, 0, 1e4, "worth of a unit of closing quality to a firm of size 1", unit="money", source="calibrated"
    )
    corporate_price: float = number(
        30.0, 0, 1e4, "worth of a unit of closing corporate brand", unit="money", source="calibrated"
    )
    product_price: float = number(
        4.0, 0, 1e4, "worth of a unit of closing product brand to a firm of size 1", unit="money", source="calibrated"
    )
    exit: bool = choice(True, "whether rivals close for want of cash")


class Chance(Section):
    """Errors of hand and eye."""

    tremble: float = number(
        0.03, 0, 0.5, "chance that a scripted firm does the opposite of what it meant", source="NowakSigmund1993"
    )
    human_tremble: float = number(0.0, 0, 0.5, "the same for human seats")
    observation: float = number(0.05, 0, 0.5, "s.d. of the error with which effort is observed", unit="effort")
