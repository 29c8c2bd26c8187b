package wizard

import (
	"fmt"
	"strings"

	"cmgwizard/model"
)

// checklistRows are the tasks, phase by phase.
func checklistRows(t *theme, c model.Checklist) []row {
	rows := []row{{id: rowExport, text: "Print the checklist to a file"}, {}}
	n := 0
	for _, section := range c.Sections {
		rows = append(rows, row{text: t.title.Render(sectionTitle(section))})
		for _, item := range section.Items {
			n++
			rows = append(rows, row{id: item.ID, about: item.ID, text: taskLine(t, n, item), hang: 8})
		}
		rows = append(rows, row{})
	}
	return rows
}

func sectionTitle(s model.Section) string {
	if s.Continued {
		return s.Title + ", continued"
	}
	return s.Title
}

func taskLine(t *theme, n int, item model.Item) string {
	box := "[ ]"
	if item.Progress.State == model.Done {
		box = "[x]"
	}
	return fmt.Sprintf("%s %2d %s %s", box, n, item.Title, t.dim.Render("("+model.Teams.Label(item.Owner)+")"))
}

// taskRows are one task in full.
func taskRows(t *theme, item model.Item) []row {
	rows := []row{{text: t.title.Render(item.Title)}, {text: t.dim.Render(model.Teams.Label(item.Owner) + ": " + item.Who)}}
	if item.If != "" {
		rows = append(rows, row{text: t.dim.Render("When: " + item.If)})
	}
	for _, version := range item.Versions {
		rows = append(rows, row{text: version})
	}
	rows = append(rows, row{})
	for i, step := range item.Do {
		rows = append(rows, row{text: fmt.Sprintf("%2d. %s", i+1, t.rich(step)), hang: 4})
	}
	rows = append(rows, commandRows(t, item.Commands)...)
	for _, line := range item.Seen {
		rows = append(rows, row{text: t.strong.Render("Seen in files: ") + line, hang: 2})
	}
	rows = append(rows, row{}, row{text: t.strong.Render("How to tell: ") + t.rich(item.Proof)})
	if item.Wait != "" {
		rows = append(rows, row{text: t.strong.Render("Takes effect: ") + item.Wait})
	}
	rows = append(rows, row{text: t.strong.Render("If skipped: ") + t.rich(item.Skipped)})
	rows = append(rows, disagreeRows(t, item.Conflict)...)
	return append(rows, sourceRows(t, item.Sources)...)
}

// disagreeRows tell each contradiction of the documents by itself.
func disagreeRows(t *theme, conflict string) []row {
	var rows []row
	for _, contradiction := range model.Paragraphs(conflict) {
		rows = append(rows, row{text: t.strong.Render("Documents disagree: ") + contradiction})
	}
	return rows
}

func commandRows(t *theme, commands []model.CommandLine) []row {
	var rows []row
	shell := model.Shell("")
	for _, c := range commands {
		if c.Shell != shell {
			rows = append(rows, row{}, row{text: t.strong.Render(string(c.Shell))})
			shell = c.Shell
		}
		rows = append(rows, row{text: "    " + c.Line, hang: 6})
	}
	return rows
}

// rich draws labels strong; code stays as it is.
func (t *theme) rich(r model.Rich) string {
	var b strings.Builder
	for _, s := range r {
		if s.Kind == model.LabelSpan {
			b.WriteString(t.strong.Render(s.Text))
			continue
		}
		b.WriteString(s.Text)
	}
	return b.String()
}
