package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode"
	"unicode/utf16"

	"cmgwizard/model"
	"cmgwizard/model/compare"
	"cmgwizard/model/planfile/disk"
)

// planJSON is a plan as what was worked out from it names it.
type planJSON struct {
	File   string `json:"file"`
	ID     string `json:"id"`
	Serial int    `json:"serial"`
	Name   string `json:"name"`
}

func newPlanJSON(file string, plan model.Plan) planJSON {
	return planJSON{file, plan.ID, plan.Serial, model.Clean(plan.Name)}
}

// The margins of JSON: none for one line, and one for people.
const (
	oneLine = ""
	indent  = "  "
)

// writeJSON prints a value as JSON, which fails for types that have none.
func (p *program) writeJSON(value any, margin string) error {
	data, err := jsonBytes(value, margin)
	if err != nil {
		return err
	}
	return p.write(data)
}

func jsonBytes(value any, margin string) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", margin)
	if err := encoder.Encode(value); err != nil {
		return nil, disk.Failed("the output could not be written as JSON", "leave --json out", err)
	}
	return visible(b.Bytes()), nil
}

// visible escapes the signs that a terminal obeys or hides: paths are printed as
// they were given, and JSON says the same with such a sign as with its escape.
func visible(data []byte) []byte {
	if !bytes.ContainsFunc(data, isHidden) {
		return data
	}
	var b bytes.Buffer
	for _, r := range string(data) {
		switch {
		case !isHidden(r):
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.Bytes()
}

// isHidden reports whether a sign is one of control or of direction. The ends
// of lines are part of the layout: within texts they are escaped already.
func isHidden(r rune) bool {
	plain := r >= ' ' && r <= '~' // looked at first: nearly all of the text is
	return !plain && r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf)
}

// comparisonJSON is the comparison as a public interface: its keys and words
// may be added to, never renamed.
type comparisonJSON struct {
	Format int              `json:"format"`
	Plan   planJSON         `json:"plan"`
	First  []model.OpenItem `json:"answer_first"`
	Groups []compare.Group  `json:"groups"`
}

func newComparisonJSON(file string, plan model.Plan, c compare.Comparison) comparisonJSON {
	return comparisonJSON{model.Format, newPlanJSON(file, plan), c.First, c.Groups}
}
