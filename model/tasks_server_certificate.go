package model

var serverCertificateTasks = []Task{}
