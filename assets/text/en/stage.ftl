stage-emergence = emergence
stage-growth = growth
stage-maturity = maturity
stage-decline = decline
stage-renewal = renewal
