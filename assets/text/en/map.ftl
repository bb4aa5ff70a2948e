map-next = next
map-in-quarter = in Q{ $quarter }
map-before = before its first quarter
map-you = You · { $firm }
map-ties = Ties
map-tie-legend = Your ties:
map-size = size = sales, Q{ $quarter }
map-size-before = size = sales
map-newcomer = Newcomer { $number }
