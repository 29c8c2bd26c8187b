package cli

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/doc"
	"cmgwizard/wizard/cli/page"
	"github.com/spf13/cobra"
)

const diffLong = `Tells what changed from the plan OLD to the plan NEW, by meaning: the verdict,
answers, findings, decisions, requirements, what devices can do, missing answers,
tasks and evidence. The order of entries, serial and times are no change.
+ stands before what NEW has alone, - before what OLD has alone, ~ before what
differs. OLD or NEW may be - for the standard input.

Exit codes: 0 nothing that matters changed; 1 something changed; 3 the command
line or a plan is unusable; 4 a file could not be read.`

// exitDifferent is the exit code for plans that differ.
const exitDifferent = 1

func (p *program) diff() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use: "diff OLD NEW", Short: "Tell what changed between two plans", Long: diffLong,
		Example:           "cmgwizard diff friday.toml contoso.toml\ngit show HEAD:contoso.toml | cmgwizard diff - contoso.toml",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: upTo(2, planFiles),
		RunE:              func(_ *cobra.Command, args []string) error { return p.diffPlans(args, asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one line of JSON")
	return c
}

func (p *program) diffPlans(args []string, asJSON bool) error {
	if err := checkTwo(args); err != nil {
		return err
	}
	old, err := p.readSide("old", args[0])
	if err != nil {
		p.report(err)
	}
	changed, newErr := p.readSide("new", args[1])
	if err != nil || newErr != nil {
		return newErr
	}
	d := diff.Plans(old, changed)
	if !d.Same() {
		p.end(exitDifferent)
	}
	if asJSON {
		return p.writeJSON(diffJSON{model.Format, d.Same(), newPlanJSON(args[0], old), newPlanJSON(args[1], changed), d}, oneLine)
	}
	page := page.New(p.out)
	difference(page, args, d)
	return p.write([]byte(page.String()))
}

// difference is everything that diff says: the verdict first.
func difference(p *page.Page, files []string, d diff.Difference) {
	head, style := doc.VerdictChange(d), page.Strong
	if d.Same() {
		style = ""
	}
	p.Painted(style, "", head.Title)
	p.Entry("  ", head.Entries[0])
	p.Gap()
	p.Item("old: ", origin(files[0]))
	p.Item("new: ", origin(files[1]))
	p.Line(doc.Lineage(d))
	p.Parts(doc.Changes(d)...)
}

func checkTwo(args []string) error {
	switch {
	case len(args) < 2:
		return &mistake{"which two plans?", "give the paths of both, the old one first: cmgwizard diff old.toml new.toml"}
	case len(args) > 2:
		return &mistake{"two plans at a time", "give the paths of two plans, the old one first"}
	case args[0] == "-" && args[1] == "-":
		return &mistake{"only one of the two plans can be the standard input", "give the path of the other"}
	}
	return nil
}

// readSide reads one of the two plans. An error says which: both may have the
// same name.
func (p *program) readSide(side, path string) (model.Plan, error) {
	plan, err := p.read(planAt(path, true))
	if err != nil {
		err = fmt.Errorf("the %s plan cannot be used:\n%w", side, err)
	}
	return plan, err
}

// diffJSON is a difference as a public interface: its keys and words may be
// added to, never renamed.
type diffJSON struct {
	Format int      `json:"format"`
	Same   bool     `json:"same"`
	Old    planJSON `json:"old"`
	New    planJSON `json:"new"`
	diff.Difference
}
