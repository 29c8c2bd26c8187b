package model

import "strings"

// A Remark is what something in a file means for a CMG.
type Remark struct {
	ID       string      `json:"id"`       // which remark it is: "crl-not-public"
	Severity Severity    `json:"severity"` // "" for what is well or only good to know
	Text     string      `json:"text"`     // what was seen, and what follows
	Do       string      `json:"do"`       // what to do now, "" for nothing
	Rule     string      `json:"rule"`     // the rule of a plan that it bears on, "" for none
	Sources  []Reference `json:"sources"`
}

// remark is a Remark with its citations resolved.
func remark(id string, severity Severity, rule, text, do string, cites ...Citation) Remark {
	return Remark{id, severity, text, do, rule, References(cites)}
}

// NewRemark is for the packages that read files: a Remark with its citations
// resolved. Its texts may hold what a file said: they are cleaned.
func NewRemark(id string, severity Severity, rule, text, do string, cites ...Citation) Remark {
	return remark(id, severity, rule, unmarked(text), unmarked(do), cites...)
}

// unmarked is text without the marks of labels and code: remarks are shown where
// nothing can be strong.
func unmarked(text string) string {
	return marks.Replace(Clean(text))
}

// marks are those of labels and of code.
var marks = strings.NewReplacer("**", "", "`", "")

// A Fact is something that was read from a file, in words.
type Fact struct {
	Key   string `json:"key"`   // for scripts: "tenant_id"
	Label string `json:"label"` // for people: "Tenant ID"
	Value string `json:"value"`
}
