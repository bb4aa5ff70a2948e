part-cluster = 集群
part-brand = 区域品牌
part-economy = 区域经济
part-coupling = 耦合
part-resilience = 韧性
