package model

var operationTasks = []Task{}
