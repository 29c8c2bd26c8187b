package model

import (
	"reflect"
	"strings"
	"testing"
)

// TestParseText: marks make labels and code, and none stands in a quote.
func TestParseText(t *testing.T) {
	for text, want := range map[string]Text{
		"Open **Sites** now":                {{"Open ", PlainSpan}, {"Sites", LabelSpan}, {" now", PlainSpan}},
		"`certlm.msc` > x":                  {{"certlm.msc", CodeSpan}, {" > x", PlainSpan}},
		"Seen: “** [42] `x` **”. Do **it**": {{"Seen: “** [42] `x` **”. Do ", PlainSpan}, {"it", LabelSpan}},
		"“no end **x**":                     {{"“no end ", PlainSpan}, {"x", LabelSpan}},
		"5 ** 2":                            {{"5 ", PlainSpan}, {"** 2", PlainSpan}},
	} {
		if got := ParseText(text, strings.Clone); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q", text, got)
		}
	}
}
