package model

var verificationTasks = []Task{}
