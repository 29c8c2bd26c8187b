package model

import (
	"strings"

	"cmgwizard/model/source"
)

// A Citation names a source and, where the page has one, the anchor of the
// heading that says it.
type Citation [2]string

// Source is the ID of the page. A citation is an array so that tables in every
// room can hold one as two texts.
func (c Citation) Source() string { return c[0] }

// Anchor is that of the heading, "" for the whole page.
func (c Citation) Anchor() string { return c[1] }

// A Reference is a citation with its words and its address.
type Reference struct {
	Title   string `json:"title"`
	Heading string `json:"heading"`
	URL     string `json:"url"`
	Read    string `json:"read"`
}

// References resolves citations. A citation of an unknown source or heading is
// a mistake in a table, which the tests find; it resolves to its bare names.
func References(citations []Citation) []Reference {
	references := make([]Reference, 0, len(citations))
	for _, c := range citations {
		references = append(references, c.resolve())
	}
	return references
}

func (c Citation) resolve() Reference {
	for _, p := range source.All {
		if p.ID == c.Source() {
			return ReferenceTo(p, c.Anchor())
		}
	}
	return Reference{Title: c.Source()}
}

// ReferenceTo is the reference to one heading of a page, to the page itself
// where the anchor is "". It has no heading where the page has no such anchor.
func ReferenceTo(p source.Page, anchor string) Reference {
	return Reference{Title: p.Title, Heading: p.Heading(anchor), URL: p.Address(anchor), Read: p.Read}
}

// A Disagreement is a contradiction as it stands beside what rests on it.
type Disagreement struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// String is the paragraph that tells of the disagreement: it begins with its ID.
func (d Disagreement) String() string { return d.ID + ": " + d.Text }

// Disagreements are what the documents say against each other about one thing,
// none where they agree. A file has them as one text.
type Disagreements []Disagreement

// Paragraphs tell of one disagreement each.
func (list Disagreements) Paragraphs() []string { return EachInWords(list, Disagreement.String) }

// IDs name the disagreements where there is no room for more.
func (list Disagreements) IDs() []string {
	return EachInWords(list, func(d Disagreement) string { return d.ID })
}

// MarshalText joins the paragraphs: programs read one string.
func (list Disagreements) MarshalText() ([]byte, error) {
	return []byte(strings.Join(list.Paragraphs(), " ")), nil
}
