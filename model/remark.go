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
	Causes   []Cause     `json:"causes,omitempty"` // what can be behind it, the likeliest first
	Line     string      `json:"-"`                // the line of a log that it quotes, "" for none
}

// A Cause is one thing that can be behind what was seen.
type Cause struct {
	Text  string `json:"text"`
	Check string `json:"check"`          // how to tell it from the others
	Rule  string `json:"rule,omitempty"` // the rule of a plan that it breaks
	Task  string `json:"task,omitempty"` // the task that mends it
	Sure  Sure   `json:"sure"`
	Plan  string `json:"plan,omitempty"` // what a plan says for or against it

	Lines    string `json:"lines,omitempty"`     // what the log lines say for it, or why they rule it out
	RuledOut bool   `json:"ruled_out,omitempty"` // the lines rule it out
	Place    int    `json:"-"`                   // its place among the causes of its pattern
}

// Sure says what a statement rests on.
type Sure string

// What statements rest on.
const (
	Documented Sure = "documented"
	Derived    Sure = "derived"
	OneReport  Sure = "one-report"
)

// Sures are the words for them.
var Sures = Terms[Sure]{
	{Value: Documented, Label: "a page of Microsoft says so"},
	{Value: Derived, Label: "our conclusion from what pages say"},
	{Value: OneReport, Label: "one public report says so, no Microsoft page does"},
}

// remark is a Remark with its citations resolved.
func remark(id string, severity Severity, rule, text, do string, cites ...Citation) Remark {
	return Remark{ID: id, Severity: severity, Text: text, Do: do, Rule: rule, Sources: References(cites)}
}

// NewRemark is for the packages that read files: a Remark with its citations
// resolved. Its texts may hold what a file said: they are cleaned.
func NewRemark(id string, severity Severity, rule, text, do string, cites ...Citation) Remark {
	return remark(id, severity, rule, unmarked(text), unmarked(do), cites...)
}

// WithCauses adds what can be behind it, cleaned.
func (r Remark) WithCauses(causes []Cause) Remark {
	for _, c := range causes {
		c.Text, c.Check, c.Plan, c.Lines = unmarked(c.Text), unmarked(c.Check), unmarked(c.Plan), unmarked(c.Lines)
		r.Causes = append(r.Causes, c)
	}
	return r
}

// unmarked is text without the marks of labels and code: remarks are shown where
// nothing can be strong.
func unmarked(text string) string {
	return ParseText(Clean(text), strings.Clone).String()
}

// A Fact is something that was read from a file, in words.
type Fact struct {
	Key   string `json:"key"`   // for scripts: "tenant_id"
	Label string `json:"label"` // for people: "Tenant ID"
	Value string `json:"value"`
}
