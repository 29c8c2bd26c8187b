package model

var boundaryGroupTasks = []Task{}
