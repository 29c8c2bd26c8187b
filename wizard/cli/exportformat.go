package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export"
	"github.com/spf13/cobra"
)

// find gives the format that was asked for, by its name or by the ending of the
// file.
func (f exportFlags) find() (doc.Format, error) {
	name, ext := f.format, endingOf(f.output)
	switch {
	case f.output == "":
		return doc.Format{}, &mistake{"the name of the file is empty", "give one, - for the standard output"}
	case name == "" && f.output == "-":
		return export.Formats()[0], nil
	case name == "":
		name = ext
	}
	format, ok := export.Find(name)
	if !ok {
		return doc.Format{}, unknownFormat(f, name)
	}
	return f.fitting(format, ext)
}

// fitting is the document in the format of the file's ending. Nothing is written under
// the ending of another format; any text may end in .txt.
func (f exportFlags) fitting(format doc.Format, ext string) (doc.Format, error) {
	found := sibling(format, ext)
	named, known := export.Find(ext)
	if !known || "."+ext == found.Ext || named.Name == "text" && !found.Binary {
		return found, nil
	}
	endings := endingsOf(format)
	hint := "end the name of the file in " + strings.Join(endings, ", ")
	if len(endings) == 1 {
		hint += ", or leave --format out"
	}
	return doc.Format{}, &mistake{fmt.Sprintf("--format %s does not fit the ending of %s", format.Name, model.Clean(f.output)), hint}
}

// endingsOf are the endings of all formats of a document.
func endingsOf(format doc.Format) []string {
	var endings []string
	stem, _, _ := strings.Cut(format.Name, "-")
	for _, f := range export.Formats() {
		if other, _, _ := strings.Cut(f.Name, "-"); other == stem {
			endings = append(endings, f.Ext)
		}
	}
	return endings
}

// endingOf is the ending of a file as formats are found by it.
func endingOf(path string) string {
	return strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
}

// sibling is the same document in the format that the ending of the file asks
// for: the decision record in a file that ends in .html is a page.
func sibling(format doc.Format, ext string) doc.Format {
	if ext == "" || "."+ext == format.Ext {
		return format
	}
	stem, _, _ := strings.Cut(format.Name, "-")
	for _, f := range export.Formats() {
		if other, _, _ := strings.Cut(f.Name, "-"); other == stem && f.Ext == "."+ext {
			return f
		}
	}
	return format
}

// ending is how the files of a format end. One that has its ending from another
// format says which it is.
func ending(format doc.Format) string {
	if first, _ := export.Find(strings.TrimPrefix(format.Ext, ".")); first.Name == format.Name {
		return format.Ext
	}
	stem, _, _ := strings.Cut(format.Name, "-")
	return "-" + stem + format.Ext
}

func unknownFormat(f exportFlags, name string) error {
	known := strings.Join(formatNames(), ", ")
	switch near := model.Nearest(name, formatNames()); {
	case f.format == "":
		return &mistake{"the ending of " + model.Clean(f.output) + " names no format", `add "--format" with one of ` + known}
	case near != "":
		return &mistake{fmt.Sprintf("there is no format %q", model.Clean(name)), fmt.Sprintf("did you mean %s? There are %s", near, known)}
	default:
		return &mistake{fmt.Sprintf("there is no format %q", model.Clean(name)), "there are " + known}
	}
}

func formatNames() []string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func completeFormats(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var words []string
	for _, f := range export.Formats() {
		words = append(words, cobra.CompletionWithDesc(f.Name, f.About))
	}
	return words, cobra.ShellCompDirectiveNoFileComp
}

func onlyFolders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// A detailFlag is how much of a checklist was asked for.
type detailFlag struct{ doc.Detail }

func (f *detailFlag) add(c *cobra.Command) {
	f.Detail = doc.Full
	c.Flags().Var(f, "detail", "how much is written, as `DETAIL`: short is the run sheet alone, annex adds reasons and sources")
	_ = c.RegisterFlagCompletionFunc("detail", completeWords(doc.Details)) // fails for flags that do not exist
}

// Set reads a detail as it is typed.
func (f *detailFlag) Set(text string) (err error) {
	f.Detail, err = wordIn(doc.Details, "detail", text)
	return err
}

func (f *detailFlag) String() string { return string(f.Detail) }

// Type is what the help calls it.
func (f *detailFlag) Type() string { return "DETAIL" }

// A paperFlag is the paper that was asked for.
type paperFlag struct{ doc.Paper }

func (f *paperFlag) add(c *cobra.Command) {
	c.Flags().Var(f, "paper", "the `PAPER` of a PDF: "+strings.Join(wordsOf(doc.Papers), ", "))
	_ = c.RegisterFlagCompletionFunc("paper", completeWords(doc.Papers)) // fails for flags that do not exist
}

// Set reads a paper as it is typed.
func (f *paperFlag) Set(text string) (err error) {
	f.Paper, err = wordIn(doc.Papers, "paper", text)
	return err
}

// String is the paper, "" for the usual one.
func (f *paperFlag) String() string { return string(f.Paper) }

// Type names the value in the help.
func (f *paperFlag) Type() string { return "PAPER" }
