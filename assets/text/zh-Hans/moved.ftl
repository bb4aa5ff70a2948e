moved-title = 谁造成的
moved-on = 与第{ $quarter }季相比
moved-on-start = 与平常的开局相比
moved-on-routine = 与你的经理的选择相比
moved-by-change = 变化
moved-by-level = 水平
moved-profit = 你的利润
moved-region = 区域得分
moved-points = 分
moved-own = 自己的选择
moved-others = 他人
moved-inherited = 历史积累
moved-inherited-own = 其中：自家积累
moved-inherited-common = 其中：共同积累
moved-luck = 运气
moved-why-own = **自己的选择：**{ $cause }。
moved-why-own-plain = **自己的选择：**你这一季与上一季不同的决定。
moved-why-others-broke = { $more ->
    [0] **他人：**{ $names } 不再守约。
   *[other] **他人：**{ $names } 等（另有 { $more } 家）不再守约。
}
moved-why-others-kept = { $more ->
    [0] **他人：**{ $names } 开始守约。
   *[other] **他人：**{ $names } 等（另有 { $more } 家）开始守约。
}
moved-why-others-plain = **他人：**邻居们的价格、开支和出力。
moved-why-inherited = **历史积累：**以前各季留下的东西：品牌、知识、各组织的资产、区域的状况。
moved-why-luck-event = **运气：**{ $event }。
moved-why-luck-recession = **运气：**经济开始衰退。
moved-why-luck-plain = **运气：**需求、创新成败、失手和抽查，碰巧如此。
moved-why-nothing = 几乎没有变动。
moved-by-year = 全年
moved-why-own-first = **自己的选择：**你的决定与你的经理会作的不同。
