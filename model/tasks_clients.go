package model

var clientTasks = []Task{}
