package cli

import (
	_ "embed"
	"fmt"

	"cmgwizard/model"
	"github.com/spf13/cobra"
)

// samplePlan is a plan of a mixed fleet as planfile writes it. It has no ID: a
// copy that is saved gets one of its own.
//
//go:embed sample.toml
var samplePlan []byte

const sampleLong = `Prints a realistic plan of a mixed fleet, with some answers still open, to the
standard output. Older PowerShells write UTF-16 with ">", which no plan is:
there use --output.`

func (p *program) sample() *cobra.Command {
	output := "-"
	c := &cobra.Command{
		Use: "sample", Short: "Print a sample plan", Long: sampleLong,
		Example: "cmgwizard sample --output sample.toml\ncmgwizard sample | cmgwizard check -",
		Args:    noArguments, ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return p.writeSample(output) },
	}
	c.Flags().StringVarP(&output, "output", "o", output, "the `FILE` to write, - for the standard output")
	return c
}

func (p *program) writeSample(output string) error {
	if output == "-" {
		return p.write(samplePlan)
	}
	if err := writeFile(output, samplePlan, keepExisting, p.note); err != nil {
		return err
	}
	return p.write(fmt.Appendf(nil, "%s written\n", model.Clean(output)))
}

func noArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return &mistake{c.CommandPath() + " takes no argument", "leave out what follows the command"}
}
