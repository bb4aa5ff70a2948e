log-title = All news
log-before = Before quarter { $quarter }
log-after = After quarter { $quarter }
