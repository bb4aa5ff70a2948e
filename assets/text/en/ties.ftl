ties-title = Ties with neighbours
ties-count = { $count ->
    [one] one tie
   *[other] { $count } ties
}
ties-about = A tie stands while both want it. Open: hand over orders and share what you know. Partners judge you by the lower of how you treat them and what you are seen to give in the institutions.
ties-treated = treated you { $percent } % well
ties-offered = you want this tie, they do not
ties-offers = offers a tie
ties-strangers = Other firms
ties-act-as = as they do
ties-act-open = open
ties-act-guarded = guarded
ties-act-closed = closed
ties-drop = Drop
ties-keep = Keep
ties-accept = Accept
ties-offer = Offer
