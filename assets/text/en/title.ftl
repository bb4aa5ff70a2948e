title-continue = Continue
title-new = New game
title-sandbox = Sandbox
title-tournament = Tournament of strategies
title-settings = Settings
title-quit = Quit
title-text-size = Text { $percent } %
title-saved = { $scenario }, quarter { $quarter }
