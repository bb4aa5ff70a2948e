stakes-none = 没有诱惑
stakes-needs = 未来分量 { $own }，需要 { $needed }
stakes-never = 未来分量 { $own }，再大也不够
stakes-leave = **如果退出：**下一季 { $first } { $unit }，{ $quarters } 季平均每季 { $mean }，区域 { $region } 分。{ $back } 个季度内不能回来。__估计__
stakes-join = **如果加入：**下一季 { $first } { $unit }，{ $quarters } 季平均每季 { $mean }，区域 { $region } 分。__估计__
