package plantest

import "regexp"

// PlaceForm finds the place in a key of a list: "[2]".
var PlaceForm = regexp.MustCompile(`\[\d+\]`)

// InAnyPlace is a key with [n] for its place in a list.
func InAnyPlace(key string) string { return PlaceForm.ReplaceAllString(key, "[n]") }
