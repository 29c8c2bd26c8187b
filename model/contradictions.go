package model

// Contradictions is the one table of questions on which the pages disagree.
var Contradictions = []Contradiction{}
