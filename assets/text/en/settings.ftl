settings-title = Settings
settings-text-size = Text size
settings-theme = Theme
settings-theme-light = Light
settings-theme-dark = Dark
settings-projector = For a projector choose 150 % and the light theme. The window can take any size.
