package cli

import (
	"fmt"
	"io"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/model/worksheet"
	"cmgwizard/wizard/cli/input"
	"cmgwizard/wizard/cli/page"
	"cmgwizard/wizard/screen"
	"github.com/spf13/cobra"
)

const tasksImportLong = `Reads a list of tasks that people worked in, shows what it would change in the
plan, and keeps it once you agree: state, who set it, who has it, by when, and the
note. FILE is the XLSX or CSV of "export", or the file that its HTML page hands
out; - is the standard input.

A row is found by its ID and by the column "Made from", which must stay. What only
the list changed is taken. Where the plan has changed as well, you choose; --yes
keeps the plan. Rows of tasks that have changed since, or that nobody knows, are
told and not taken. A list of another plan is refused.

Exit codes: 0 done, or nothing new; 3 the command line, the plan or the list is
unusable, or nobody answered: nothing is written; 4 a file could not be read;
5 the plan is open elsewhere.`

const tasksImportExample = `cmgwizard tasks import contoso.toml contoso.xlsx
cmgwizard tasks import contoso.toml team-pki.csv --dry-run
cmgwizard tasks import contoso.toml contoso.xlsx --yes --take pki-template`

func (p *program) tasksImport() *cobra.Command {
	var flags addFlags
	c := &cobra.Command{
		Use: "import PLAN FILE", Short: "Keep in a plan what people wrote in a list of its tasks", Long: tasksImportLong,
		Example: tasksImportExample, Args: cobra.ArbitraryArgs, ValidArgsFunction: upTo(2, planThenFiles),
		RunE: func(_ *cobra.Command, args []string) error { return p.importTasks(args, flags) },
	}
	flags.add(c, "ask nothing: take what only the list changed, and keep what the plan changed too",
		"take all that the list says about the task of this `ID`, or about all; may be repeated", "leave the task of this `ID` as it is in the plan, or all; may be repeated")
	p.addDate(c)
	return c
}

// A bringing is what a list would change in a plan, while it is decided.
type bringing struct {
	doc.WorkBack
	path, from string
	before     model.Plan
	after      model.Plan
	written    bool
}

func (p *program) importTasks(args []string, flags addFlags) error {
	path, err := planToChange(args)
	switch {
	case err != nil:
		return err
	case len(args) == 1:
		return &mistake{"which list?", `give the XLSX or CSV that people worked in, or the file that the HTML page hands out`}
	case len(args) > 2:
		return &mistake{"one list at a time", "write the command once for each list"}
	}
	if err := flags.checkModes(args[1:]); err != nil {
		return err
	}
	list, err := p.readList(args[1])
	if err != nil {
		return err
	}
	if flags.dryRun {
		plan, err := p.read(planPath{path, true, false})
		if err != nil {
			return err
		}
		b, err := p.bring(plan, path, args[1], list, flags)
		if err != nil {
			return err
		}
		return p.tellBrought(b, flags)
	}
	var b *bringing
	err = p.change(path, func(plan model.Plan) (*model.Plan, error) {
		if b, err = p.bring(plan, path, args[1], list, flags); err != nil {
			return nil, err
		}
		return p.decideTasks(b, flags)
	})
	if err != nil {
		return err
	}
	return p.tellBrought(b, flags)
}

func (p *program) readList(name string) (worksheet.List, error) {
	data, err := p.listBytes(name)
	if err != nil {
		return worksheet.List{}, err
	}
	return worksheet.Read(data)
}

func (p *program) listBytes(name string) ([]byte, error) {
	if name == "-" {
		data, err := io.ReadAll(io.LimitReader(p.in, worksheet.MaxSize+1))
		return data, input.Explain(input.StandardInput, err)
	}
	return input.ReadFile(name)
}

// bring says what the list would change, with what the flags decide.
func (p *program) bring(plan model.Plan, path, from string, list worksheet.List, flags addFlags) (*bringing, error) {
	items := judge.Plan(plan).Items
	merge, err := worksheet.NewMerge(&plan, items, list, p.now())
	if err != nil {
		return nil, err
	}
	if err := flags.checkTasks(items); err != nil {
		return nil, err
	}
	b := &bringing{WorkBack: doc.WorkBack{Merge: merge, Choices: map[string]worksheet.Choice{}}, path: path, from: from, before: plan}
	for _, c := range merge.Changes {
		if take, decided := flags.decided(c.ID); decided && take {
			b.Choices[c.ID] = worksheet.TakeAll
		} else if decided {
			b.Choices[c.ID] = worksheet.TakeNone
		}
	}
	b.work(p)
	return b, nil
}

// work works out the plan with the choices.
func (b *bringing) work(p *program) {
	b.after, b.Refused = b.After(b.before, b.Choices, p.now())
}

// checkTasks finds what --take and --keep name wrongly.
func (f addFlags) checkTasks(items []judge.Item) error {
	ids := []string{everyKey}
	for _, i := range items {
		ids = append(ids, i.ID)
	}
	for _, id := range slices.Concat(f.take, f.keep) {
		if !slices.Contains(ids, id) {
			hint := `"cmgwizard tasks" lists the tasks of a plan`
			if near := model.Nearest(id, ids); near != "" {
				hint = fmt.Sprintf("did you mean %s?", near)
			}
			return &mistake{fmt.Sprintf("the checklist has no task %q", model.Clean(id)), hint}
		}
	}
	return f.checkBoth()
}

// tellList shows what the list would change.
func (p *program) tellList(b *bringing) error {
	page := page.New(p.out)
	name := b.from
	if name == "-" {
		name = input.StandardInput
	}
	page.Line(model.Clean(name) + ": " + b.ReadWords())
	page.Parts(b.WorkBackParts()...)
	return p.write([]byte(page.String()))
}

// decideTasks asks, after it told what would change, and gives the plan to save.
func (p *program) decideTasks(b *bringing, flags addFlags) (*model.Plan, error) {
	if !flags.yes {
		if agreed, err := p.askTasks(b, flags); err != nil || !agreed {
			return nil, err
		}
	}
	if len(b.changed()) == 0 {
		return nil, nil
	}
	b.written = true
	return &b.after, nil
}

// changed are the IDs of the tasks that the plan keeps otherwise then.
func (b *bringing) changed() []string {
	was := map[string]model.Progress{}
	for _, t := range b.before.Tasks {
		was[t.ID] = t
	}
	var ids []string
	for _, t := range b.after.Tasks {
		if was[t.ID] != t {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// askTasks tells what would change, settles the contradictions that the flags leave
// open, and asks whether to write.
func (p *program) askTasks(b *bringing, flags addFlags) (agreed bool, err error) {
	if err := p.tellList(b); err != nil || len(b.Changes) == 0 {
		return false, err
	}
	q := p.questioner()
	for _, c := range b.Changes {
		if _, decided := flags.decided(c.ID); decided || !c.Contradicts() {
			continue
		}
		take, err := q.chooseTask(c)
		if err != nil {
			return false, err
		}
		if take {
			b.Choices[c.ID] = worksheet.TakeAll
		}
	}
	refused := len(b.Refused)
	b.work(p)
	if len(b.Refused) > refused {
		if err := p.tellList(b); err != nil {
			return false, err
		}
	}
	if len(b.changed()) == 0 {
		return false, p.write([]byte("\nNothing is left to write.\n"))
	}
	return q.agree(b.path)
}

// chooseTask asks whose words count. Enter keeps those of the plan.
func (q *questioner) chooseTask(c worksheet.Change) (take bool, err error) {
	page := page.New(q.p.out)
	page.Gap()
	page.Item("", c.ID+": "+c.Title)
	for _, part := range c.Parts {
		if part.Conflict {
			page.Item("  "+doc.PartTitle(part.What)+": ", fmt.Sprintf("%s in the plan, %s in the list",
				model.Clean(doc.PartWords(part.What, part.Plan)), model.Clean(doc.PartWords(part.What, part.File))))
		}
	}
	page.Item("  1  ", "keep that of the plan")
	page.Item("  2  ", "take that of the list")
	if err := q.p.write([]byte(page.String())); err != nil {
		return false, err
	}
	word, err := q.word("1 or 2 (Enter keeps): ", []string{"", "1", "keep", "2", "take"})
	return word == "2" || word == "take", err
}

// tellBrought says what was written.
func (p *program) tellBrought(b *bringing, flags addFlags) error {
	if flags.json {
		return p.writeJSON(newBringingJSON(b, p.at()), oneLine)
	}
	done := fmt.Sprintf("Kept in %s: %s.", screen.ShellWord(b.path), model.Counted(len(b.changed()), "task"))
	return p.tellEnd(flags, func() error { return p.tellList(b) }, b.written, done)
}
