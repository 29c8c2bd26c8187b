package cli

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/planfile"
	"cmgwizard/wizard/cli/input"
	"cmgwizard/wizard/cli/output"
	"github.com/spf13/cobra"
)

const packLong = `Makes a hand-over pack of a plan, one zip: the plan as it is on disk, the
checklist (PDF, HTML, XLSX, CSV), a sheet and a list for each team, the decision
record, the drawing, a calendar, the list of evidence, a README for who gets it, and a manifest with the SHA-256
of each file. The same plan and date give the same bytes.

A plan has no place for secrets. If something in its file looks like a token,
a key or a password all the same, perhaps in a comment, there is no pack.`

// packFlags say where the pack is written.
type packFlags struct {
	output string
	force  bool
	paper  paperFlag
}

func (p *program) pack() *cobra.Command {
	var flags packFlags
	c := &cobra.Command{
		Use: "pack PLAN", Short: "Make a hand-over pack of a plan, one zip", Long: packLong,
		Example: "cmgwizard pack contoso.toml\ncmgwizard pack contoso.toml --output handover.zip --paper letter",
		Args:    cobra.ArbitraryArgs, ValidArgsFunction: upTo(1, planFiles),
		RunE: func(_ *cobra.Command, args []string) error { return p.packPlan(args, flags) },
	}
	c.Flags().StringVarP(&flags.output, "output", "o", "", "the `FILE` to write, - for the standard output (default NAME-pack.zip, after the plan)")
	flags.paper.add(c)
	p.addDate(c)
	c.Flags().BoolVar(&flags.force, "force", false, "replace a file that exists")
	completeFlags(c, map[string]cobra.CompletionFunc{"output": cobra.FixedCompletions([]string{"zip"}, cobra.ShellCompDirectiveFilterFileExt)})
	return c
}

func (p *program) packPlan(args []string, flags packFlags) error {
	path, err := argument(args)
	if err == nil && flags.output == "-" {
		err = p.mayPrint(true, "a pack")
	}
	if err != nil {
		return err
	}
	data, plan, err := p.readWhole(path)
	if err == nil {
		err = checkSecrets(data)
	}
	if err != nil {
		return err
	}
	pack := newPack(data, judge.NewChecklist(plan, p.at()), flags.paper.Paper)
	zip, err := p.zipped(pack)
	switch {
	case err != nil:
		return err
	case flags.output == "-":
		return p.write(zip)
	case flags.output == "":
		flags.output = planStem(path, plan) + "-pack.zip"
	}
	if err := p.exportTo(path, exportFlags{force: flags.force}, output.File{Path: flags.output, Data: zip}); err != nil {
		return err
	}
	return p.write(fmt.Appendf(nil, "%s; SHA-256 of the zip: %x\n", model.Counted(len(pack.files), "file"), sha256.Sum256(zip)))
}

// readWhole gives the bytes of a plan, and what they say.
func (p *program) readWhole(path planPath) ([]byte, model.Plan, error) {
	if !path.stdin {
		if _, err := p.read(path); err != nil { // says best why a file cannot be read
			return nil, model.Plan{}, err
		}
	}
	data, err := p.bytesOf(path)
	if err != nil {
		return nil, model.Plan{}, err
	}
	doc, err := planfile.Parse(origin(path.name), data)
	if err != nil {
		return nil, model.Plan{}, err
	}
	doc.Plan.At = p.at()
	return data, doc.Plan, nil
}

func (p *program) bytesOf(path planPath) ([]byte, error) {
	if path.stdin {
		return p.readInput()
	}
	f, err := os.Open(path.name)
	if err != nil {
		return nil, input.Explain(path.name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxInput))
	if err != nil {
		return nil, input.Explain(path.name, err)
	}
	return data, nil
}

// checkSecrets looks through the whole file, its comments too: the pack takes it
// along as it is.
func checkSecrets(data []byte) error {
	n := 0
	for line := range strings.SplitSeq(string(data), "\n") {
		n++
		if model.LooksSecret(line) {
			return &mistake{fmt.Sprintf("line %d of the plan looks like a token, a key or a password: no pack is made", n), "take it out of the plan; once it was handed on, make a new one"}
		}
	}
	return nil
}
