package cli

import (
	"errors"
	"fmt"
	"os"
	"runtime"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/model/run"
	"cmgwizard/wizard"
	"cmgwizard/wizard/cli/page"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
	"github.com/spf13/pflag"
)

// wizardFlags say how the wizard is shown.
type wizardFlags struct{ plain, ascii bool }

func (f *wizardFlags) add(set *pflag.FlagSet) {
	set.BoolVar(&f.plain, "plain", false, "ask in numbered lines: for screen readers, pipes and simple terminals")
	set.BoolVar(&f.ascii, "ascii", false, "draw with ASCII characters only")
}

// openWizard runs the wizard. It prompts only where somebody can answer, or
// where the answers are meant to come from a pipe. With a scope it opens on the change
// window.
func (p *program) openWizard(path string, flags wizardFlags, scope *run.Scope) error {
	if !flags.plain && !(page.IsTerminal(p.in) && page.IsTerminal(p.out)) {
		return &mistake{
			"there is no terminal here",
			`"check", "show" and "export" work without one on a plan; "cmgwizard --plain" reads the answers from a pipe`,
		}
	}
	spareMemory()
	outside := newOutside(p.now)
	outside.looks = page.IsTerminal(p.in)
	result, err := p.wizard(wizard.Options{
		Path: path, Run: scope, Plain: flags.plain || wantsPlain() || !page.Obeys(p.out), ASCII: flags.ascii, NoColor: os.Getenv("CLICOLOR") == "0",
		In: p.in, Out: p.out, Err: p.err, Outside: outside,
	})
	err = errors.Join(err, outside.Close())
	for _, note := range outside.notes {
		p.note(note)
	}
	if err != nil {
		return err
	}
	if result.Signal != 0 {
		p.end(exitSignal + int(result.Signal))
	}
	if result.Incomplete {
		return p.sayMissing(result)
	}
	return nil
}

// wantsPlain reports whether the terminal or its reader can do no more than
// lines. On Windows no TERM is usual and means nothing.
func wantsPlain() bool {
	name := os.Getenv("TERM")
	return os.Getenv("ACCESSIBLE") != "" || name == "dumb" || name == "" && runtime.GOOS != "windows"
}

// sayMissing tells after the end of the input what the plan still lacks.
func (p *program) sayMissing(result wizard.Result) error {
	p.end(exitIncomplete)
	page := page.New(p.err)
	goOn := screen.Continue(machine.State{Path: result.Path, Plan: result.Plan})
	switch {
	case result.Path == "":
		page.Line("The input ended before a plan was created.")
	case result.Working:
		page.Line("Input ended before all tasks were finished: tasks of " + model.Clean(result.Path) + " are still to be done.")
		page.Line("hint: continue with: cmgwizard " + goOn)
	default:
		page.Line("The input ended before the questions did: " + model.Clean(result.Path) + " is not complete.")
		page.Parts(doc.NotAnswered(result.Unanswered))
		page.Parts(doc.OpenAnswers(judge.Plan(result.Plan).Open))
		page.Gap()
		page.Line("hint: continue with: cmgwizard " + goOn)
	}
	_, err := fmt.Fprint(p.err, page.String())
	return err
}
