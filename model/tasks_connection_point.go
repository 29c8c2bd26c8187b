package model

var connectionPointTasks = []Task{}
