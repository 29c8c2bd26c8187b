package model

var createCMGTasks = []Task{}
