package exporttest

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/slow"
)

// DrawnNames are names of things that are hard to draw.
var DrawnNames = []string{
	"", "Tills", "mp1.contoso.com", "Müller, Łódź, Дмитрий, 日本語", "👩‍💻 laptops 😀", "العربية", strings.Repeat("W", 300),
	"a name of many words that says a lot about the devices, where they stand, who uses them and what for, and more",
	"very-long-name-without-any-end.emea.corp.contoso.com", "<script>\x1b[31m&\uffff", "unsure", "P01", "2503", "2603",
}

// SpansOf is a text as a plain piece, a label, code and a plain piece again.
func SpansOf(value string) model.Text {
	return model.Text{
		{Text: value}, {Text: value, Kind: model.LabelSpan}, {Text: value, Kind: model.CodeSpan}, {Text: value},
	}
}

// Packed is text without its blanks: the ends of code spans lose theirs.
func Packed(text string) string { return strings.Join(strings.Fields(text), "") }

// Hostile are texts that mean something to a reader of one of the formats.
var Hostile = []string{
	"</script><img src=x onerror=alert(1)>", `"><svg onload=alert(1)>`, `=HYPERLINK("http://evil.example","x")`,
	"[x](javascript:alert(1))", "![](http://evil.example/x.png)", `$(Remove-Item C:\)`, "`rm -rf`", "```\nfence\n```",
	"\x1b[31mred\x1b]0;title\x07", "\u202eevil\u2066", "a\rb\x00c", "| a | b |", "# heading", "- [x] done", "1. one",
	"&lt;b&gt;", "@everyone", "https://evil.example www.evil.example", "a_b_c _x_ *bold* **x** ~~y~~", "<!-- x -->", "</style><style>",
	"Müller, Łódź, Дмитрий, 日本語",
}

// Tried are the hostile texts that a format is held against: all of them where
// there is time, else every tenth.
func Tried() []string {
	if slow.On() {
		return Hostile
	}
	var some []string
	for i := 0; i < len(Hostile); i += 10 {
		some = append(some, Hostile[i])
	}
	return some
}

// Harmless is what stands in a plan instead, to compare the structure.
const Harmless = "harmless"

// Spoiled is the mixed plan with one text in every field that takes any text.
func Spoiled(value string) model.Plan {
	p := MixedPlan()
	p.Name, p.Gateway.ServiceName, p.Gateway.Region, p.Gateway.ResourceGroup = value, value, value, value
	for i := range p.Devices {
		p.Devices[i].Name = value
	}
	for i := range p.ManagementPoints {
		p.ManagementPoints[i].Host = value
	}
	for i := range p.ConnectionPoints {
		p.ConnectionPoints[i].Host = value
	}
	note := strings.ReplaceAll(value, "\n", " ") // a note of several lines is several paragraphs
	p.Tasks = []model.Progress{{ID: "pre-people", State: model.Blocked, Owner: value, By: value, Note: note, Due: value}}
	return p
}

// Shown is what a reader should see of a text.
func Shown(value string) string { return strings.Join(strings.Fields(model.Clean(value)), " ") }

// FirstDifference says where two lists differ first.
func FirstDifference(got, want []string) string {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return got[i] + " instead of " + want[i]
		}
	}
	return "more or fewer elements"
}
