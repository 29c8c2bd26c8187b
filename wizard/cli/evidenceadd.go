package cli

import (
	"slices"

	"cmgwizard/model"
	"github.com/spf13/cobra"
)

const evidenceAddLong = `Reads files, shows what they would change in a plan, and keeps what they say once
you agree: answers that the plan lacks are filled in; where a file says something
else than the plan, or only offers an answer, you choose. A FILE may be a folder, or - for the standard
input; then, as in scripts, --yes or --dry-run is needed.

Log lines, command lines and port bindings are for "inspect": a plan keeps
nothing of them. A file with a private key (PFX) is refused; the others are
added.

Exit codes: 0 done, or nothing new; 3 the command line or the plan is unusable,
or nobody answered: nothing is written; 4 a file could not be read or was
refused; 5 the plan is open elsewhere.`

const evidenceAddExample = `cmgwizard evidence add contoso.toml root.cer issuing.cer client.cer
dsregcmd /status > state.txt
cmgwizard evidence add contoso.toml state.txt --dry-run
cmgwizard evidence add contoso.toml C:\Temp\certificates --yes --take gateway.service_name`

// everyKey stands for all keys.
const everyKey = "all"

// addFlags say what is asked and what is decided already.
type addFlags struct {
	yes, dryRun, json bool
	take, keep        []string
}

// add gives a command the flags, with what three of them mean for it.
func (f *addFlags) add(c *cobra.Command, yes, take, keep string) {
	c.Flags().BoolVar(&f.yes, "yes", false, yes)
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "show what would change, and write nothing")
	c.Flags().StringArrayVar(&f.take, "take", nil, take)
	c.Flags().StringArrayVar(&f.keep, "keep", nil, keep)
	c.Flags().BoolVar(&f.json, "json", false, "print one line of JSON, with --yes or --dry-run")
}

func (p *program) evidenceAdd() *cobra.Command {
	var flags addFlags
	c := &cobra.Command{
		Use: "add PLAN FILE...", Short: "Keep in a plan what files say", Long: evidenceAddLong,
		Example: evidenceAddExample, Args: cobra.ArbitraryArgs, ValidArgsFunction: planThenFiles,
		RunE: func(_ *cobra.Command, args []string) error { return p.addEvidence(args, flags) },
	}
	flags.add(c, "ask nothing: fill in what the plan lacks, and keep its answers",
		"take the answer of a file for this `KEY`, or for all; may be repeated", "leave this `KEY` as it is in the plan, or all; may be repeated")
	p.addDate(c)
	return c
}

// check finds what does not go together.
func (f addFlags) check(files []string) error {
	if err := f.checkModes(files); err != nil {
		return err
	}
	for _, key := range slices.Concat(f.take, f.keep) {
		if key != everyKey && !isKey(key) {
			return unknownKey(key)
		}
	}
	return f.checkBoth()
}

// checkModes finds questions that nobody could answer.
func (f addFlags) checkModes(files []string) error {
	silent := f.yes || f.dryRun
	switch {
	case f.yes && f.dryRun:
		return &mistake{"--yes writes and --dry-run does not", "leave one of them out"}
	case f.json && !silent:
		return &mistake{"--json asks nothing, so that it needs --yes or --dry-run", "add one of them"}
	case slices.Contains(files, "-") && !silent:
		return &mistake{"the standard input is a file here, so that nobody can answer", "add --yes or --dry-run, or give the path of the file"}
	}
	return nil
}

// checkBoth finds what is to be taken and left.
func (f addFlags) checkBoth() error {
	for _, key := range f.take {
		if key != everyKey && slices.Contains(f.keep, key) {
			return &mistake{"--take and --keep both name " + key, "name it once"}
		}
	}
	if slices.Contains(f.take, everyKey) && slices.Contains(f.keep, everyKey) {
		return &mistake{"--take all and --keep all do not go together", "leave one of them out"}
	}
	return nil
}

// decided says whether the flags settle a key: the key itself before all.
func (f addFlags) decided(key string) (take, decided bool) {
	switch {
	case slices.Contains(f.take, key):
		return true, true
	case slices.Contains(f.keep, key):
		return false, true
	}
	take = slices.Contains(f.take, everyKey)
	return take, take || slices.Contains(f.keep, everyKey)
}

func (p *program) addEvidence(args []string, flags addFlags) error {
	path, err := planToChange(args)
	if err == nil {
		err = flags.check(args[1:])
	}
	if err != nil {
		return err
	}
	pile, err := p.inputs(args[1:])
	if err != nil {
		return err
	}
	if flags.dryRun {
		plan, err := p.read(planPath{path, true, false})
		if err != nil {
			return err
		}
		return p.tellDone(p.consider(path, plan, pile, flags), flags)
	}
	var a *adding
	err = p.change(path, func(plan model.Plan) (*model.Plan, error) {
		a = p.consider(path, plan, pile, flags)
		return p.decide(a, flags)
	})
	if err != nil {
		return err
	}
	return p.tellDone(a, flags)
}

// decide asks, after it told what would change, and gives the plan to save.
func (p *program) decide(a *adding, flags addFlags) (*model.Plan, error) {
	if !flags.yes {
		if agreed, err := p.ask(a, flags); err != nil || !agreed {
			return nil, err
		}
	}
	if !a.changes() {
		return nil, nil
	}
	plan := a.After()
	a.written = true
	return &plan, nil
}

// tellDone says what was written, and why where nobody was asked.
func (p *program) tellDone(a *adding, flags addFlags) error {
	if flags.json {
		return p.writeJSON(newAddingJSON(a, p.at()), oneLine)
	}
	return p.tellEnd(flags, func() error { return p.tellAdding(a) }, a.written, a.doneWords())
}

// tellEnd says how it ended, after what was not said before a question.
func (p *program) tellEnd(flags addFlags, tell func() error, written bool, done string) error {
	if flags.yes || flags.dryRun {
		if err := tell(); err != nil {
			return err
		}
	}
	switch {
	case flags.dryRun:
		return p.write([]byte("\nNothing is written: this was a dry run.\n"))
	case written:
		return p.write([]byte("\n" + done + "\n"))
	}
	return nil
}
