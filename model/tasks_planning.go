package model

var planningTasks = []Task{}
