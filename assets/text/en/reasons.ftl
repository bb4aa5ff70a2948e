reasons-waiting = Being worked out …
reasons-again = Try again
reasons-other-rules = Quarters before Q{ $quarter } were played under other rules. They can't be played again, so what moved them can't be told.
reasons-differs = From Q{ $quarter } on, this game comes out differently when it is played again on this machine, so what moved it can't be told.
reasons-not-played = This quarter was not played.
reasons-interrupted = The computation was interrupted. Nothing of the game is lost.
reasons-failed = This could not be worked out. Nothing of the game is lost.
reasons-no-mark = There is no collective mark in this scenario.
