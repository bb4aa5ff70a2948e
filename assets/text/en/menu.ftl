menu-go-on = Go on
menu-save = Save
menu-settings = Settings
menu-bell = End at the bell: straight to the debrief
menu-bell-sure = Press again to end the game here
menu-leave = Leave to the title (the game is saved)
menu-quit = Quit Guildmark (the game is saved)
