runs-members = 成员自己
runs-association = 行业协会
runs-chamber = 商会
runs-leader = 龙头企业
runs-intermediary = 中介机构
runs-technology = 技术协会
runs-research = 科研院所
runs-finance = 银行
