news-title = 新闻
news-log = 记录
news-none = 平静的一季。
news-first = 新的一年开始了。先在左边作决定，再结束本季。
news-opens-mark = **集体商标开放。**成员用同一个区域名称销售。
news-opens-channel = **共享渠道开放。**成员互相把货带到远方市场。
news-opens-fair = **联合参展开放。**为国外买家合办一个展馆。
news-opens-research = **研发联盟开放。**成员共同研发，共担风险。
news-opens-leader = **龙头带动开放。**最大的成员提供订单、配件和自己的名声，跟随者按它的计划生产。
news-opens-marketing = **营销联盟开放。**合办一场推广，成员和其他企业都受益。
news-opens-brokers = **经纪网络开放。**认识买家的人，把订单带给买家不认识的企业。
news-opens-pricing = **降本让利开放。**成员联合采购，把省下的钱分一部分给买家。
news-decisions = **你现在可以决定：**{ $names }。
news-fined = **{ $body }：你被抽查**，罚款 { $fine } { $unit }。
news-false-alarm = **{ $body }：误判。**你守了规矩，却被罚款 { $fine } { $unit }。
news-barred = **{ $body }把你排除在外**，为期 { $quarters } 个季度。
news-loan = **银行借钱让你维持下去。**你现在欠它 { $amount } { $unit }，每季利率 { $rate } %。你正受到监管。
news-corrected = **{ $name }**超出了范围，已改用最接近的可行值。
news-recession = **经济衰退。**今后几个季度，买家都捂紧钱包。
news-scandal = **商标蒙羞。**在好货的盒子里发现了 { $firm } 的次品。
news-strain = **{ $body }吃紧。**{ $members } 家成员中，有 { $broke } 家被发现违约。
news-newcomers = { $invited ->
    [0] **{ $count } 家新企业**本季在区域内开业。
   *[other] **{ $count } 家新企业**应议事会的邀请，本季在区域内开业。
}
news-carried = **议事会通过：**{ $motion }（{ $voters } 票中 { $ayes } 票赞成）。
news-rejected = **议事会否决：**{ $motion }（{ $voters } 票中 { $ayes } 票赞成）。
news-motion = **{ $firm } 提案：**{ $motion }。本季表决。
news-left = { $more ->
    [0] **{ $firm }** 退出了{ $body }。
   *[other] **{ $firm }** 等（另有 { $more } 家）退出了{ $body }。
}
news-you-left = **你退出了**{ $body }。
news-cluster-up = **集群从 { $before } 升到 { $now }。**供应商和作坊联系更紧密了。
news-cluster-down = **集群从 { $before } 降到 { $now }。**企业之间的联系变淡了。
news-brand-up = **品牌从 { $before } 升到 { $now }。**更多买家点名要这里的货。
news-brand-down = **品牌从 { $before } 降到 { $now }。**买家要求打折。
news-closed = **{ $firm } 关门了。**它的现金用完了。
news-broke-pledge = **{ $firm }** 承诺在{ $body }出力 { $pledged } %，大家却只看到 { $seen } %。
news-meets = **议事会本季开会：**每家企业可以提出一项提案。[[T]]
news-motion-unmet = **你的提案没有提交：**{ $motion }。议事会没有开会。
news-motion-missing = **你的提案没有提交：**{ $motion }。它涉及的东西不存在。
news-motion-unknown = **你的提案没有提交：**{ $motion }。没有这种提案。
news-motion-nearest = **你的提案超出了允许的范围，**改用最接近的：{ $motion }。
news-motion-lot = **你的提案没有抽中：**{ $motion }。每次会议抽签提出四项提案。
