package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"cmgwizard/model"
	"cmgwizard/model/export"
)

const exportLong = `Writes the checklist of a plan: to the standard output, or whole to a file. A
PLAN may be - for the standard input. Without --format the ending of the file
decides, and on the standard output it is text.`

// exportFlags say what is written and where.
type exportFlags struct {
	format, output string
	force          bool
}

func (p *program) export() *cobra.Command {
	var flags exportFlags
	c := &cobra.Command{
		Use: "export PLAN", Short: "Write the checklist of a plan", Long: exportLong,
		Example: "cmgwizard export contoso.toml --output contoso.html\n" +
			"cmgwizard export contoso.toml --format markdown",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: planFiles,
		RunE:              func(_ *cobra.Command, args []string) error { return p.exportPlan(args, flags) },
	}
	c.Flags().StringVarP(&flags.format, "format", "f", "", "the `FORMAT`: "+strings.Join(formatNames(), ", "))
	c.Flags().StringVarP(&flags.output, "output", "o", "-", "the `FILE` to write, - for the standard output")
	p.addDate(c)
	c.Flags().BoolVar(&flags.force, "force", false, "replace a file that exists")
	_ = c.RegisterFlagCompletionFunc("format", completeFormats) // fails for flags that do not exist
	return c
}

func (p *program) exportPlan(args []string, flags exportFlags) error {
	path, err := argument(args)
	if err != nil {
		return err
	}
	format, err := flags.find()
	if err != nil {
		return err
	}
	plan, err := p.read(path)
	if err != nil {
		return err
	}
	data, err := p.checklist(format, plan)
	if err != nil {
		return err
	}
	if flags.output == "-" {
		return p.write(data)
	}
	return p.exportTo(path, data, flags)
}

// exportTo writes a file and says so. It never replaces the plan itself.
func (p *program) exportTo(plan planPath, data []byte, flags exportFlags) error {
	if !plan.stdin && sameFile(plan.name, flags.output) {
		return &mistake{"the checklist would replace the plan", "give the checklist another name"}
	}
	if err := writeFile(flags.output, data, forced(flags.force)); err != nil {
		return err
	}
	return p.write(fmt.Appendf(nil, "%s written\n", model.Clean(flags.output)))
}

func sameFile(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

func (p *program) checklist(format export.Format, plan model.Plan) ([]byte, error) {
	return checklistBytes(format, model.NewChecklist(plan, p.at()))
}

func checklistBytes(format export.Format, c model.Checklist) ([]byte, error) {
	var b bytes.Buffer
	if err := format.Write(&b, c, export.Options{}); err != nil {
		return nil, &failure{"the checklist could not be written as " + format.Name, "try another format", err}
	}
	return b.Bytes(), nil
}

// find gives the format that was asked for, by its name or by the ending of the
// file.
func (f exportFlags) find() (export.Format, error) {
	name := f.format
	switch {
	case name == "" && f.output == "-":
		return export.Formats()[0], nil
	case name == "":
		name = strings.TrimPrefix(strings.ToLower(filepath.Ext(f.output)), ".")
	}
	if format, ok := export.Find(name); ok {
		return format, nil
	}
	return export.Format{}, unknownFormat(f, name)
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
