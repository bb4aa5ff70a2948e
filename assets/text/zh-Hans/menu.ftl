menu-go-on = 继续
menu-save = 存档
menu-settings = 设置
menu-bell = 下课了：现在就进入复盘
menu-bell-sure = 再按一次，就在这里结束本局
menu-leave = 返回标题界面（自动存档）
menu-quit = 退出 Guildmark（自动存档）
