"""Names of the gradebook's schemes, for whoever asks for one before anything is read."""

PARTICIPATION = "participation"
SCHEME_NAMES = (PARTICIPATION, "score", "rank", "reflection")
