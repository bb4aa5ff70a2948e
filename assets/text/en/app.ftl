app-name = Guildmark
app-line = Run one firm. Build a region.
app-help = Help
app-back = Back
app-menu = Menu
app-close = Close
app-next = next
app-change = change
