package cli

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/doc/seen"
	"cmgwizard/model/evidence"
	"cmgwizard/wizard/cli/page"
	"cmgwizard/wizard/screen"
	"github.com/spf13/cobra"
)

const evidenceListLong = `Lists the evidence of a plan: what was seen in which file, when it was read, and
when it expires. The numbers are those that "evidence remove" takes. A PLAN may
be - for the standard input.`

func (p *program) evidenceList() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use: "list PLAN", Short: "List the evidence of a plan", Long: evidenceListLong,
		Example:           "cmgwizard evidence list contoso.toml\ncmgwizard evidence list contoso.toml --at 2027-06-01",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: upTo(1, planFiles),
		RunE:              func(_ *cobra.Command, args []string) error { return p.listEvidence(args, asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one line of JSON")
	p.addDate(c)
	return c
}

func (p *program) listEvidence(args []string, asJSON bool) error {
	path, plan, err := p.readArgument(args)
	if err != nil {
		return err
	}
	if asJSON {
		return p.writeJSON(evidenceListJSON{model.Format, stamp(plan.At), newPlanJSON(path.name, plan), newEvidenceJSON(&plan), againstEvidence(&plan)}, oneLine)
	}
	page := page.New(p.out)
	evidenceList(page, path.name, &plan)
	return p.write([]byte(page.String()))
}

func evidenceList(p *page.Page, path string, plan *model.Plan) {
	if len(plan.Evidence) == 0 {
		p.Line("There is no evidence in " + origin(path) + ".")
		p.Line("hint: cmgwizard evidence add " + screen.ShellWord(path) + " FILE...")
		return
	}
	p.Painted(page.Strong, "", fmt.Sprintf("Evidence in %s: %d", origin(path), len(plan.Evidence)))
	p.Group(seen.EvidenceList(plan))
	p.Parts(seen.AgainstEvidence(plan))
}

// evidenceListJSON is what "evidence list --json" prints. Its keys may be added
// to, never renamed.
type evidenceListJSON struct {
	Format   int            `json:"format"`
	At       stamp          `json:"at"`
	Plan     planJSON       `json:"plan"`
	Evidence []evidenceJSON `json:"evidence"`
	Against  []proposalJSON `json:"against"`
}

// againstEvidence are the answers of the files that the plan has otherwise: none
// is taken.
func againstEvidence(plan *model.Plan) []proposalJSON {
	list := []proposalJSON{}
	for _, s := range evidence.Against(plan) {
		s.Old = model.Clean(s.Old)
		list = append(list, proposalJSON{s, false})
	}
	return list
}

// evidenceJSON is a piece of evidence. Its facts stand in the plan.
type evidenceJSON struct {
	Number int                `json:"number"`
	Kind   model.EvidenceKind `json:"kind"`
	File   string             `json:"file"`
	SHA256 string             `json:"sha256"`
	Read   stamp              `json:"read"`
	What   string             `json:"what"`
	Ends   stamp              `json:"ends"`
	When   string             `json:"when"`
}

func newEvidenceJSON(plan *model.Plan) []evidenceJSON {
	list := []evidenceJSON{}
	for i, s := range evidence.SeenIn(plan) {
		list = append(list, evidenceJSON{
			i + 1, s.Kind, model.Clean(s.File), model.Clean(s.SHA256), stamp(s.Read),
			model.Clean(s.What), stamp(s.Ends), model.EndWords(s.Ends, plan.At),
		})
	}
	return list
}
