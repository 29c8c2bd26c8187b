package model

var clientAuthenticationTasks = []Task{}
