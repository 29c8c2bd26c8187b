package cli

import (
	"fmt"

	"cmgwizard/model"
)

// entryPlace is the place of an entry in a key, such as devices[2].method.
var entryPlace = model.Pattern(`\[[0-9]+\]`)

// oneOfEach is a plan with an entry in every list.
func oneOfEach() *model.Plan {
	return &model.Plan{Answers: model.Answers{
		Devices:          make([]model.Device, 1),
		ManagementPoints: make([]model.ManagementPoint, 1),
		ConnectionPoints: make([]model.ConnectionPoint, 1),
	}}
}

// isKey reports whether a plan can have this key.
func isKey(key string) bool {
	_, exists := oneOfEach().Field(entryPlace().ReplaceAllString(key, "[0]"))
	return exists
}

func unknownKey(key string) error {
	hint := `"cmgwizard explain answers" lists the keys`
	if near := model.Nearest(key, keys(*oneOfEach())); near != "" {
		hint = fmt.Sprintf("did you mean %s?", near)
	}
	return &mistake{fmt.Sprintf("a plan has no key %q", model.Clean(key)), hint}
}
