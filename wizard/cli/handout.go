package cli

import (
	_ "embed"
	"errors"

	"cmgwizard/model"
	"cmgwizard/model/planfile"
	"cmgwizard/model/site/script"
	"cmgwizard/wizard/cli/output"
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
	return p.handingOut(&cobra.Command{
		Use: "sample", Short: "Print a sample plan", Long: sampleLong,
		Example: "cmgwizard sample --output sample.toml\ncmgwizard sample | cmgwizard check -",
	}, func() []byte { return samplePlan })
}

const schemaLong = `Writes the JSON schema of the plan file: to the standard output, or whole to a
file. Editors that know TOML complete and check a plan with it while you type,
and explain its words. The schema of an older program may lack newer keys.`

func (p *program) schema() *cobra.Command {
	return p.handingOut(&cobra.Command{
		Use: "schema", Short: "Write the JSON schema of the plan file, for editors", Long: schemaLong,
		Example: "cmgwizard schema --output plan.schema.json",
	}, planfile.Schema)
}

const collectLong = `Prints a script for Windows PowerShell 5.1 that reads facts about a site: version,
security, roles, client settings, Azure services and numbers of devices. On a
management point or CMG connection point it reads .NET, IIS bindings, public
facts of certificates, and whether Local System has a proxy. It changes nothing,
sends nothing and asks for no secret; it writes one JSON file. Read it first.

It was checked against documentation, and never run on a real site.

If PowerShell refuses the script because it has no signature, as the window of
the console does (AllSigned), allow such scripts for that window alone:
Set-ExecutionPolicy -ExecutionPolicy RemoteSigned -Scope Process
A Group Policy may forbid it; ask those who set it.

Give the JSON file to "evidence add", to "inspect", or to the wizard: "Begin from
a collected file". Only what is sure fills an answer; the rest is offered.`

func (p *program) collect() *cobra.Command {
	return p.handingOut(&cobra.Command{
		Use: "collect", Short: "Print a script that reads facts about a site", Long: collectLong,
		Example: "cmgwizard collect --output " + script.Name + "\ncmgwizard evidence add contoso.toml cmg-site-facts-CM01.json",
	}, func() []byte { return []byte(script.Text) })
}

// handingOut makes a command of one that hands out something that the program
// holds: to the standard output, or whole to a file.
func (p *program) handingOut(c *cobra.Command, data func() []byte) *cobra.Command {
	target, force := "-", false
	c.Args, c.ValidArgsFunction = noArguments, cobra.NoFileCompletions
	c.RunE = func(*cobra.Command, []string) error { return p.handOut(data(), target, force) }
	c.Flags().StringVarP(&target, "output", "o", target, "the `FILE` to write, - for the standard output")
	c.Flags().BoolVar(&force, "force", false, "replace a file that exists")
	return c
}

func (p *program) handOut(data []byte, target string, force bool) error {
	if target == "-" {
		return p.write(data)
	}
	err := output.Write(target, data, output.Forced(force), p.note)
	var exists *output.ExistsError
	if errors.As(err, &exists) {
		return &mistake{exists.Error(), `choose another name, or replace it with "--force"`}
	}
	if err != nil {
		return err
	}
	p.saved = model.Clean(target)
	return p.write([]byte(p.saved + " written\n"))
}

func noArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return &mistake{c.CommandPath() + " takes no argument", "leave out what follows the command"}
}
