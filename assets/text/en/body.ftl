body-mark = Collective mark
body-channel = Shared channel
body-fair = Trade fair
body-research = R&D alliance
body-structure-hierarchy = Hierarchy
body-structure-star = Star
body-structure-network = Network
body-structure-chain = Chain
