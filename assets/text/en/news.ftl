news-title = News
news-log = log
news-none = A quiet quarter.
news-first = The year begins. Decide on the left, then end the quarter.
news-opens-mark = **Collective mark opens.** Members sell under one regional name.
news-opens-channel = **Shared channel opens.** Members carry each other's goods to far markets.
news-opens-fair = **Trade fair opens.** A joint pavilion for buyers from abroad.
news-opens-research = **R&D alliance opens.** Members share research and its risk.
news-opens-leader = **Leader traction opens.** The biggest member gives orders, parts and its name; followers work to its plans.
news-opens-marketing = **Marketing alliance opens.** A joint campaign, for members and everybody else.
news-opens-brokers = **Brokers open.** People who know buyers bring orders to firms that buyers do not know.
news-opens-pricing = **Cost-saving pricing opens.** Members buy together and pass part of the saving on.
news-decisions = { $count ->
    [one] **You can now decide** on { $names }.
   *[other] **You can now decide** on: { $names }.
}
news-fined = **{ $body }: you were audited** and fined { $fine } { $unit }.
news-false-alarm = **{ $body }: a false alarm.** You were fined { $fine } { $unit } although you kept to the code.
news-barred = **{ $body } excludes you** for { $quarters } quarters.
news-loan = **The bank lends you money to go on.** You now owe it { $amount } { $unit }, at { $rate } % a quarter. You are being watched.
news-corrected = **{ $name }** was outside its limits; the nearest possible value was used.
news-recession = **Recession.** Buyers hold on to their money for some quarters.
news-scandal = **Scandal under the mark.** Seconds from { $firm } were found in good boxes.
news-strain = **{ $body } under strain.** { $broke } of { $members } members were seen to break.
news-newcomers = { $count ->
    [one] **A newcomer.** A firm starts in the region{ $invited ->
        [0] .
       *[other] , as the town hall wished.
    }
   *[other] **{ $count } newcomers.** They start in the region this quarter.
}
news-carried = **The town hall decided:** { $motion } ({ $ayes } of { $voters }).
news-rejected = **The town hall said no** to { $motion } ({ $ayes } of { $voters }).
news-motion = **{ $firm } moves:** { $motion }. It is voted on this quarter.
news-meets = **The town hall meets this quarter:** each firm can move something. [[T]]
news-motion-unmet = **Your motion was not put:** { $motion }. The town hall did not meet.
news-motion-missing = **Your motion was not put:** { $motion }. What it is about is not there.
news-motion-unknown = **Your motion was not put:** { $motion }. Nothing of the kind can be moved.
news-motion-nearest = **Your motion asked for more than can be asked;** what is put is the nearest: { $motion }.
news-motion-lot = **Your motion was not drawn:** { $motion }. Four motions are put at a meeting, by lot.
news-left = { $more ->
    [0] **{ $firm }** left { $body }.
   *[other] **{ $firm }** and { $more } more left { $body }.
}
news-you-left = **You left** { $body }.
news-cluster-up = **Cluster { $before } to { $now }.** Suppliers and workshops move closer together.
news-cluster-down = **Cluster { $before } to { $now }.** Links between the firms wear thin.
news-brand-up = **Brand { $before } to { $now }.** More buyers ask for the region's goods by name.
news-brand-down = **Brand { $before } to { $now }.** Buyers ask for a discount.
news-closed = **{ $firm } closes.** Its cash ran out.
news-broke-pledge = **{ $firm }** pledged { $pledged } % to { $body } and was seen to give { $seen } %.
