measure-about = Measure the score bands and phase maps of the shipped scenarios anew, a process for each core, and keep them in scenarios/bands.json and scenarios/phases.json without those that no scenario needs any more. All scenarios take minutes, one alone half a minute to a minute and a half.
measure-help-names = bands or phases, to do one of the two; names of shipped scenarios, to do these only
measure-help-show = measure nothing, print what is kept
measure-no-scenario = No scenario called "{ $name }" ships with Guildmark. Did you mean: { $hint }?
measure-damaged = { $file } can't be read, so what it holds of the other scenarios would be lost. Without names everything is measured anew.
measure-bands = score bands
measure-phases = phase maps
measure-begun = { $what }: { $count } to measure; this takes a while.
measure-kept = { $file } is written; { $dropped ->
    [0] everything that stood there is needed.
    [one] one entry that no scenario needs any more was dropped.
   *[other] { $dropped } entries that no scenario needs any more were dropped.
}
measure-stale = Not measured as it stands now: { $names }. Leave out --show to measure.
measure-band = { $scenario } · { $firm }: plans after quarter { $quarter }, normal difficulty, medians of 200 games
measure-none = all firms break
measure-all = all firms keep
measure-column-plan = plan
measure-column-worth = worth, { $unit }
measure-column-score = score
measure-column-region = region
measure-anchors = The scale: 8 points at { $low }, 92 at { $high } { $unit }.
measure-map = { $scenario } · phase map: cluster levels (0 to 100) at which the region tips, and how many openings of a hundred end with a name that half of the buyers know
measure-policy-cooperative = all keep
measure-policy-mixed = the scenario's cast
measure-policy-never = nobody keeps
measure-column-policy = who keeps
measure-column-on = tips up at
measure-column-off = tips down at
measure-column-formed = known in the end, %
