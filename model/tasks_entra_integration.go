package model

var entraIntegrationTasks = []Task{}
