runs-members = the members themselves
runs-association = the trade association
runs-chamber = the chamber
runs-leader = the leading firm
runs-intermediary = the go-betweens
runs-technology = the technology association
runs-research = the research institute
runs-finance = the bank
