app-name = Guildmark
app-line = Run one firm. Build a region.
app-help = Help
app-back = Back
app-menu = Menu
app-close = Close
app-next = next
app-change = change
app-language = English
app-listed = { $before }, { $name }
app-lost-fonts = { $count ->
    [one] A font file is missing or damaged: { $files }. Another font stands in; install Guildmark again to get it back.
   *[other] Font files are missing or damaged: { $files }. Other fonts stand in; install Guildmark again to get them back.
}
