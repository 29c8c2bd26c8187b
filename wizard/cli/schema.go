package cli

import (
	"errors"
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/planfile"
	"github.com/spf13/cobra"
)

const schemaLong = `Writes the JSON schema of the plan file: to the standard output, or whole to a
file. Editors that know TOML complete and check a plan with it while you type,
and explain its words. The schema of an older program may lack newer keys.`

// schemaFlags say where the schema is written.
type schemaFlags struct {
	output string
	force  bool
}

func (p *program) schema() *cobra.Command {
	var flags schemaFlags
	c := &cobra.Command{
		Use: "schema", Short: "Write the JSON schema of the plan file, for editors", Long: schemaLong,
		Example: "cmgwizard schema --output plan.schema.json",
		Args:    noArguments, ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return p.writeSchema(flags) },
	}
	c.Flags().StringVarP(&flags.output, "output", "o", "-", "the `FILE` to write, - for the standard output")
	c.Flags().BoolVar(&flags.force, "force", false, "replace a file that exists")
	return c
}

func (p *program) writeSchema(flags schemaFlags) error {
	if flags.output == "-" {
		return p.write(planfile.Schema())
	}
	err := writeFile(flags.output, planfile.Schema(), forced(flags.force), p.note)
	var exists *existsError
	if errors.As(err, &exists) {
		return &mistake{exists.Error(), `choose another name, or replace it with "--force"`}
	}
	if err != nil {
		return err
	}
	return p.write(fmt.Appendf(nil, "%s written\n", model.Clean(flags.output)))
}
