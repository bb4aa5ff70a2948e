stakes-none = nothing tempts
stakes-needs = future { $own }, needs { $needed }
stakes-never = future { $own }, nothing is enough
stakes-leave = **If you left:** { $first } { $unit } next quarter, { $mean } a quarter over { $quarters }, region { $region } points. No way back for { $back } quarters. __estimate__
stakes-join = **If you joined:** { $first } { $unit } next quarter, { $mean } a quarter over { $quarters }, region { $region } points. __estimate__
