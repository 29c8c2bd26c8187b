package model

var cmgTrafficTasks = []Task{}
