menu-go-on = 继续
menu-save = 存档
menu-settings = 设置
menu-bell = 下课结束：直接进入复盘
menu-bell-sure = 再按一次，就在这里结束本局
menu-leave = 回到标题（会存档）
menu-quit = 退出 Guildmark（会存档）
