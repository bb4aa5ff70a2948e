"""The region: where it starts from, and the pace at which cluster, brand and economy move each other."""

from game.model.section import Section, number


class Region(Section):
    """Opening state of the region and the pace of its co-evolution (see `game.engine.region`)."""

    cluster: float = number(0.20, 0.03, 1, "opening cluster level C")
    awareness: float = number(0.12, 0.02, 1, "opening awareness of the regional brand")
    reputation: float = number(0.35, 0.02, 1, "opening reputation of the regional brand")
    economy: float = number(0.25, 0.001, 1.2, "opening regional economy E")
    heterogeneity: float = number(0.60, 0.02, 0.98, "opening technological heterogeneity H", source="MenzelFornahl2010")
    rigidity: float = number(0.10, 0, 1, "opening rigidity L", source="Grabher1993")
    infrastructure: float = number(0.30, 0, 1, "opening infrastructure")
    talent: float = number(0.30, 0, 1, "opening talent")
    capital: float = number(0.30, 0, 1, "opening capital inflow")
    specialisation: float = number(0.50, 0, 1, "opening specialisation: how far firms divide the work")
    endowment: float = number(0.50, 0, 1, "natural endowment: raw materials, climate, a harbour; it does not change")
    endowment_ceiling: float = number(0.10, 0, 1, "what a point of endowment adds to the ceiling of the cluster level")
    infrastructure_pace: float = number(0.08, 0, 1, "pace of infrastructure")
    infrastructure_cluster: float = number(
        0.7, 0, 2, "weight of the cluster level in infrastructure", source="ClusterBrandEconomy"
    )
    infrastructure_economy: float = number(
        0.6, 0, 2, "weight of the economy in infrastructure", source="ClusterBrandEconomy"
    )
    infrastructure_fame: float = number(
        0.10, 0, 1, "pull on awareness per point of infrastructure above an ordinary .3", source="ClusterBrandEconomy"
    )
    talent_pace: float = number(0.12, 0, 1, "pace of talent")
    talent_brand: float = number(0.6, 0, 2, "weight of the brand in talent", source="ClusterBrandEconomy")
    talent_cluster: float = number(0.5, 0, 2, "weight of the cluster level in talent", source="Marshall1890")
    talent_economy: float = number(0.6, 0, 2, "weight of the economy in talent")
    capital_pace: float = number(0.15, 0, 1, "pace of capital inflow")
    capital_brand: float = number(0.6, 0, 2, "weight of the brand in capital inflow", source="ClusterBrandEconomy")
    capital_fair: float = number(0.2, 0, 2, "weight of the fair's investors in capital inflow")
    capital_economy: float = number(0.8, 0, 2, "weight of the economy in capital inflow")
    specialisation_pace: float = number(0.08, 0, 1, "pace of specialisation")
    specialisation_links: float = number(
        0.8, 0, 2, "weight of working links in specialisation", source="ClusterBrandEconomy"
    )
    growth: float = number(0.29, 0, 2, "pace of the cluster level per unit of cohesion")
    cohesion_needed: float = number(0.36, 0, 1, "cohesion below which the cluster level falls")
    effort_share: float = number(0.6, 0, 1, "weight of effort, against ties, in cohesion")
    ceiling: float = number(0.48, 0.1, 2, "ceiling of the cluster level without an economy")
    ceiling_economy: float = number(0.43, 0, 1, "what the economy adds to the ceiling", source="ClusterBrandEconomy")
    soundness: float = number(0.06, 0, 0.5, "weight of the firms' solvency in the growth of the cluster level")
    brand_pull: float = number(0.10, 0, 1, "pull of the brand on the cluster level", source="ClusterBrandEconomy")
    brand_reference: float = number(0.15, 0, 1, "brand at which that pull is nought")
    crowding: float = number(
        0.02, 0, 0.5, "loss of the cluster level to crowding at 40 firms", source="DurantonPuga2004"
    )
    sameness: float = number(0.02, 0, 0.5, "loss of the cluster level to homogenisation", source="ClusterBrandEconomy")
    economy_pace: float = number(0.18, 0, 1, "pace of the regional economy")
    economy_cluster: float = number(0.38, 0, 2, "weight of the cluster level in the economy")
    economy_brand: float = number(0.25, 0, 2, "weight of the brand in the economy")
    economy_sales: float = number(0.44, 0, 2, "weight of the firms' sales in the economy")
    economy_reference: float = number(0.50, 0.05, 5, "economy that counts as one half in the region score")
    convergence: float = number(
        0.05, 0, 0.5, "pace at which dense learning makes firms alike", source="MenzelFornahl2010"
    )
    divergence: float = number(
        0.06, 0, 0.5, "pace at which outside links and research make firms different", source="MenzelFornahl2010"
    )
    hardening: float = number(
        0.05, 0, 0.5, "pace at which cohesive success makes the cluster rigid", source="Grabher1993"
    )
    softening: float = number(0.06, 0, 0.5, "pace at which outside links undo rigidity", source="Glasmeier1991")
    shock_depth: float = number(
        1.5, 0, 5, "how much a rigid cluster deepens a fall of demand", source="MartinSunley2011"
    )
    tax: float = number(0.20, 0, 0.6, "tax on profit")
