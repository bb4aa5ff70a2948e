"""Names of the terms that figures open into, in the order in which records hold them."""

INDEX_TERMS = {
    "reputation": ("before", "record", "scandals", "events", "bounds"),
    "awareness": ("before", "pull", "fading", "bounds"),
    "cluster": ("before", "cohesion", "brand", "crowding", "sameness", "bounds"),
    "economy": ("before", "cluster", "brand", "sales", "outlay", "wear", "bounds"),
    "heterogeneity": ("before", "learning", "links", "bounds"),
    "rigidity": ("before", "success", "links", "bounds"),
    "infrastructure": ("before", "cluster", "economy", "wear", "bounds"),
    "talent": ("before", "brand", "cluster", "economy", "wear", "bounds"),
    "capital": ("before", "brand", "fair", "economy", "wear", "bounds"),
    "specialisation": ("before", "links", "wear", "bounds"),
}

REGION_PARTS = ("cluster", "brand", "economy", "coupling", "resilience")
ADVANTAGES = ("small_firms", "brand", "cooperation", "operating_cost")
CONDUCT = ("fair", "cartel", "price_war")
STAGES = ("emergence", "growth", "maturity", "decline", "renewal")

OWN_TERMS = (
    "sales_local",
    "sales_national",
    "sales_export",
    "making",
    "freight",
    "quality",
    "research",
    "corporate_brand",
    "product_brand",
    "moving",
    "overhead",
    "capacity",
    "ties",
    "contracting",
    "functions",
    "levy",
    "commission",
    "licence",
    "grants",
    "antitrust",
    "interest",
    "tax",
)
BODY_TERMS = ("effort", "dues", "fines", "complaints", "contract", "damages", "refunds")


def money_terms(bodies: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the terms of profit: the firm's own, then some for every institution (`fines.mark` and so on)."""
    return OWN_TERMS + tuple(f"{term}.{body}" for body in bodies for term in BODY_TERMS)
