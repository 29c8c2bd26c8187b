package model

var siteSecurityTasks = []Task{}
