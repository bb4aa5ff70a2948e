app-name = Guildmark
app-line = 经营一家企业，建设一个区域。
app-help = 帮助
app-back = 返回
app-menu = 菜单
app-close = 关闭
app-next = 下一项
app-change = 调整
app-language = 简体中文
app-listed = { $before }、{ $name }
app-lost-fonts = { $count ->
   *[other] 字体文件缺失或损坏：{ $files }。暂时用别的字体代替；重新安装 Guildmark 即可恢复。
}
