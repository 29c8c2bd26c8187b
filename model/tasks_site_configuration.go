package model

var siteConfigurationTasks = []Task{}
