package model

var clientSettingTasks = []Task{}
