title-continue = Continue
title-new = New game
title-settings = Settings
title-quit = Quit
title-text-size = Text { $percent } %
title-saved = { $scenario }, quarter { $quarter }
