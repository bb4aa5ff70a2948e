part-cluster = Cluster
part-brand = Regional brand
part-economy = Economy
part-coupling = Coupling
part-resilience = Resilience
