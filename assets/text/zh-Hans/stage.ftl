stage-emergence = 萌芽期
stage-growth = 成长期
stage-maturity = 成熟期
stage-decline = 衰退期
stage-renewal = 复兴期
