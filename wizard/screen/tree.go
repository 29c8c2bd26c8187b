package screen

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
)

// entryRows are what the tree says of one thing, under its title.
func entryRows(look *Look, e doc.Entry) []Row {
	rows := factRows(look, look.Dim, e.Facts)
	if len(e.Steps) > 0 {
		rows = append(rows, Row{})
	}
	for i, step := range e.Steps {
		rows = append(rows, Row{Text: fmt.Sprintf("%2d. %s", i+1, look.rich(step)), Hang: 4})
	}
	for _, c := range e.Commands {
		rows = append(rows, Row{}, Row{Text: look.Strong(string(c.Shell))})
		for _, line := range c.Lines {
			rows = append(rows, Row{Text: "    " + line, Hang: 6})
		}
	}
	if len(e.After) > 0 && e.After[0].Shape != doc.Below {
		rows = append(rows, Row{})
	}
	rows = append(rows, factRows(look, look.Strong, e.After)...)
	return append(rows, sourceRows(look, e.Sources)...)
}

// telling puts an entry of a list on one row, which keeps its ids.
func (r Row) telling(look *Look, e doc.Entry) Row {
	title, word := model.Clean(e.Title), model.Clean(e.Word)
	r.Text, r.Hang = title, 4
	switch {
	case word != "":
		r.Text = look.Strong(title) + "  " + look.toned(e.Tone)(word)
	case e.Mark != "":
		r.Text = look.toned(e.Tone)(e.Mark) + " " + title
	}
	for _, f := range e.Facts {
		if r.Text += " "; f.Label != "" {
			r.Text += " " + look.Dim(model.Clean(f.Label)+": ")
		}
		for _, line := range f.Lines {
			r.Text += look.rich(line)
		}
	}
	return r
}

// listing sets an entry in on a row, and what is told of it on rows below. Each
// can be picked.
func (r Row) listing(look *Look, e doc.Entry) []Row {
	below := factRows(look, as, e.Facts)
	e.Facts = nil
	head := r.telling(look, e)
	head.Text = "  " + head.Text
	rows := []Row{head}
	for i, b := range below {
		rows = append(rows, Row{ID: fmt.Sprintf("%s.%d", r.ID, i+1), About: r.About, Text: "    " + b.Text, Hang: 6})
	}
	return rows
}

// toned is the style of what the tree calls so.
func (l *Look) toned(tone string) Style {
	style := map[string]Style{doc.StrongTone: l.Strong, doc.GoodTone: l.Good, doc.WarnTone: l.Warn, doc.BadTone: l.Bad}[tone]
	if style == nil {
		return as
	}
	return style
}

// factRows stand beside their labels, or below them.
func factRows(look *Look, label func(...string) string, facts []doc.Fact) []Row {
	var rows []Row
	for _, f := range facts {
		if f.Shape == doc.Below {
			rows = append(rows, rowsBelow(look, f)...)
			continue
		}
		head := label(strings.TrimPrefix(model.Clean(f.Label)+": ", ": "))
		for i, line := range f.Lines {
			if i > 0 && f.Shape != doc.Repeated {
				head = strings.Repeat(" ", len(f.Label)+2)
			}
			rows = append(rows, Row{Text: head + look.rich(line), Hang: 2})
		}
	}
	return rows
}

func rowsBelow(look *Look, f doc.Fact) []Row {
	var rows []Row
	if f.Label != "" {
		rows = []Row{{}, {Text: look.Strong(f.Label)}}
	}
	mark := strings.TrimPrefix("  "+f.Mark+" ", "   ")
	if f.Mark == "" {
		mark = "  "
	}
	for _, line := range f.Lines {
		rows = append(rows, Row{Text: mark + look.rich(line), Hang: len(mark)})
	}
	return rows
}

func sourceRows(look *Look, sources []model.Reference) []Row {
	rows := []Row{{}}
	for _, s := range sources {
		rows = append(rows, Row{Text: look.Dim(doc.SourceRead(s)), Hang: 2}, Row{Text: look.Dim("  " + s.URL), Hang: 2})
	}
	return rows
}
