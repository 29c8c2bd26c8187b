package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/model/planfile/disk"
	"cmgwizard/wizard/cli/output"
	"cmgwizard/wizard/cli/page"
	"github.com/spf13/cobra"
)

const exportLong = `Writes the checklist of a plan: to the standard output, or whole to a file. A
PLAN may be - for the standard input. Without --format the ending of the file
decides, and on the standard output it is text.

--by-owner writes one file for each team that has work, PDF unless told
otherwise: all of them or none. Nothing is written through a link, and nothing
is replaced without --force. PDF, XLSX and DOCX go to a file or a pipe, not to a
terminal; the ">" of older PowerShells spoils them: use --output.`

const exportExample = `cmgwizard export contoso.toml --output contoso.pdf --paper letter
cmgwizard export contoso.toml --output pki.html --owner pki --open
cmgwizard export contoso.toml --by-owner sheets
cmgwizard export contoso.toml --format decision --output why.html
cmgwizard export contoso.toml --format change --output change.docx --start friday`

// exportFlags say what is written and where.
type exportFlags struct {
	format, output, folder string
	force                  bool
	paper                  paperFlag
	detail                 detailFlag
	scope                  scopeFlags
	start                  startFlag
}

func (p *program) export() *cobra.Command {
	var flags exportFlags
	c := &cobra.Command{
		Use: "export PLAN", Short: "Write the checklist of a plan", Long: exportLong, Example: exportExample,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: upTo(1, planFiles),
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("by-owner") {
				return p.exportTeams(args, flags)
			}
			return p.exportPlan(args, flags)
		},
	}
	c.Flags().StringVarP(&flags.format, "format", "f", "", "the `FORMAT`: "+strings.Join(formatNames(), ", "))
	c.Flags().StringVarP(&flags.output, "output", "o", "-", "the `FILE` to write, - for the standard output")
	c.Flags().StringVar(&flags.folder, "by-owner", "", "write one file for each team that has work into this `FOLDER`")
	flags.scope.add(c)
	flags.paper.add(c)
	flags.detail.add(c)
	flags.start.add(c)
	p.addDate(c)
	c.Flags().BoolVar(&flags.force, "force", false, "replace a file that exists")
	_ = c.RegisterFlagCompletionFunc("format", completeFormats) // fails for flags that do not exist
	_ = c.RegisterFlagCompletionFunc("by-owner", onlyFolders)
	return c
}

func (p *program) exportPlan(args []string, flags exportFlags) error {
	path, err := argument(args)
	if err != nil {
		return err
	}
	format, err := p.formatFor(flags)
	if err != nil {
		return err
	}
	plan, err := p.read(path)
	if err != nil {
		return err
	}
	c, err := p.starting(judge.NewChecklist(plan, p.at()).Narrow(flags.scope.Scope), flags.start)
	if err != nil {
		return err
	}
	data, err := p.render(format, c, flags.options())
	if err != nil {
		return err
	}
	if len(c.Sections) == 0 && !c.Scope.Whole() {
		p.note("the checklist has no task like this")
	}
	if flags.output == "-" {
		return p.write(data)
	}
	return p.exportTo(path, flags, output.File{Path: flags.output, Data: data})
}

// formatFor finds the format, and what speaks against it here.
func (p *program) formatFor(flags exportFlags) (doc.Format, error) {
	format, err := flags.find()
	if err == nil {
		err = cmp.Or(flags.scope.fits(format), flags.start.fits(format))
	}
	if err == nil && flags.output == "-" {
		err = p.mayPrint(format.Binary, format.Name)
	}
	return format, err
}

// exportTo writes files and says so. It never replaces the plan itself.
func (p *program) exportTo(plan planPath, flags exportFlags, files ...output.File) error {
	var told []string
	for _, f := range files {
		if !plan.stdin && sameFile(plan.name, f.Path) {
			return &mistake{"the checklist would replace the plan", "give the checklist another name"}
		}
		told = append(told, model.Clean(f.Path))
	}
	if err := output.WriteAll(files, output.Forced(flags.force), p.note); err != nil {
		return err
	}
	p.saved = strings.Join(model.FirstFew(told), ", ")
	return p.write([]byte(strings.Join(told, " written\n") + " written\n"))
}

func sameFile(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

// mayPrint refuses to fill a terminal with what is no text.
func (p *program) mayPrint(binary bool, what string) error {
	if binary && page.IsTerminal(p.out) {
		return &mistake{what + " is no text that a terminal could show", `write it to a file with "--output FILE"`}
	}
	return nil
}

// render writes a checklist in a format. What its reader should know about the
// file is told at once, each thing once.
func (p *program) render(format doc.Format, c judge.Checklist, o doc.Options) ([]byte, error) {
	told := map[string]bool{}
	o.Say = func(note string) {
		if !told[note] {
			p.note(note)
		}
		told[note] = true
	}
	return checklistBytes(format, c, o)
}

// options are how it is written.
func (f exportFlags) options() doc.Options {
	return doc.Options{Paper: f.paper.Paper, Detail: f.detail.Detail}
}

// note says something beside the output that is no error.
func (p *program) note(text string) { _, _ = fmt.Fprintf(p.err, "note: %s\n", model.Clean(text)) }

func checklistBytes(format doc.Format, c judge.Checklist, o doc.Options) ([]byte, error) {
	var b bytes.Buffer
	if err := format.Write(&b, c, o); err != nil {
		return nil, disk.Failed("the checklist could not be written as "+format.Name, "try another format", err)
	}
	return b.Bytes(), nil
}
