package cli

import (
	"errors"

	"cmgwizard/model"
	"cmgwizard/model/planfile"
	"github.com/spf13/cobra"
)

const evidenceLong = `Keeps in a plan what files say: certificates, output of "dsregcmd /status", bulk
registration tokens, and what the script of "cmgwizard collect" wrote. Only public facts are kept, each with the name of its
file, its SHA-256 and when it was read; never a token, a key or the file itself.
The rules judge by them, and say when something is about to expire.`

func (p *program) evidence() *cobra.Command {
	c := &cobra.Command{
		Use: "evidence", Short: "Keep in a plan what files say", Long: evidenceLong,
		Example: "cmgwizard evidence add contoso.toml root.cer issuing.cer client.cer\n" +
			"cmgwizard evidence list contoso.toml\ncmgwizard evidence remove contoso.toml client.cer",
		Args:                       cobra.ArbitraryArgs,
		SuggestionsMinimumDistance: likeness,
		ValidArgsFunction:          cobra.NoFileCompletions,
		RunE:                       func(c *cobra.Command, args []string) error { return noSuchEvidenceCommand(c, args) },
	}
	c.AddCommand(p.evidenceAdd(), p.evidenceList(), p.evidenceRemove())
	return c
}

func noSuchEvidenceCommand(c *cobra.Command, args []string) error {
	hint := `there are "evidence add", "evidence list" and "evidence remove"`
	if len(args) == 0 {
		return &mistake{"what about the evidence?", hint}
	}
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		hint = `did you mean "evidence ` + near[0] + `"?`
	}
	return &mistake{`there is no command "evidence ` + model.Clean(args[0]) + `"`, hint}
}

// planThenFiles completes a plan, then whatever there is.
func planThenFiles(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return planFiles(c, args, begun)
	}
	return anyFiles(c, args, begun)
}

// planToChange is the plan of a command that writes it.
func planToChange(args []string) (string, error) {
	switch {
	case len(args) == 0 || args[0] == "":
		return "", &mistake{"which plan?", "give its path first, such as contoso.toml"}
	case args[0] == "-":
		return "", &mistake{"a plan that is changed must be a file, not the standard input", "give its path, such as contoso.toml"}
	}
	return withEnding(args[0]), nil
}

// change holds a plan while it is changed. The change gives back the plan to
// save, nil for none. It asks what must be asked; everything else is told once the
// plan is saved.
func (p *program) change(path string, change func(model.Plan) (*model.Plan, error)) error {
	file, err := planfile.Open(path, whoAmI(), p.now())
	if err != nil {
		return meant(path, err)
	}
	plan := file.Plan()
	plan.At = p.at()
	changed, err := change(plan)
	if err == nil && changed != nil {
		if _, err = file.Save(*changed, p.now()); err == nil {
			p.saved = model.Clean(path)
		}
	}
	err = errors.Join(err, file.Close())
	for _, note := range file.Notes() {
		p.note(note)
	}
	return err
}
