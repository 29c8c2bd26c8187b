package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/compare"
	"cmgwizard/model/doc"
	"cmgwizard/wizard/cli/page"
	"cmgwizard/wizard/screen"
	"github.com/spf13/cobra"
)

const compareLong = `Sets the choices of a plan side by side before you make them: the methods of
client authentication, and E-HTTP against HTTPS on the management points. Every
figure comes from judging the plan with that one answer changed; the plan itself
stays as it is.

--with adds an alternative of your own: answers as the plan file writes them, by
their keys, the first entry of a list as [0]. Give it again for the next one.

PLAN may be - for the standard input. Exit code 0 whatever the verdicts are; 3 the
command line or the plan is unusable; 4 the file could not be read.`

// compareFlags say what is compared and how it is told.
type compareFlags struct {
	json bool
	with []string
}

func (p *program) compare() *cobra.Command {
	var flags compareFlags
	c := &cobra.Command{
		Use: "compare PLAN", Short: "Set the choices of a plan side by side", Long: compareLong,
		Example: "cmgwizard compare contoso.toml\n" +
			`cmgwizard compare contoso.toml --with "site.security=https-only"` + "\n" +
			`cmgwizard compare contoso.toml --with "devices[0].method=pki,pki.available=yes"`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: upTo(1, planFiles),
		RunE:              func(_ *cobra.Command, args []string) error { return p.comparePlan(args, flags) },
	}
	c.Flags().BoolVar(&flags.json, "json", false, "print one line of JSON")
	c.Flags().StringArrayVar(&flags.with, "with", nil, "judge the plan with `KEY=VALUE` too; more answers follow after commas")
	_ = c.RegisterFlagCompletionFunc("with", p.completeSetting) // fails for flags that do not exist
	return c
}

func (p *program) comparePlan(args []string, flags compareFlags) error {
	path, err := argument(args)
	if err != nil {
		return err
	}
	own, err := alternatives(flags.with)
	if err != nil {
		return err
	}
	plan, err := p.read(path)
	if err != nil {
		return err
	}
	comparison, err := compared(plan, own)
	if err != nil {
		return err
	}
	if flags.json {
		return p.writeJSON(newComparisonJSON(path.name, plan, comparison), oneLine)
	}
	page := page.New(p.out)
	showComparison(page, path, plan, comparison)
	return p.write([]byte(page.String()))
}

// compared adds the alternatives of one's own to the others.
func compared(plan model.Plan, own [][]model.Setting) (compare.Comparison, error) {
	comparison := compare.Plan(plan)
	if len(own) == 0 {
		return comparison, nil
	}
	group, err := compare.NewGroup(plan, own)
	if err != nil {
		return comparison, wrongSetting(plan, err)
	}
	comparison.Groups = append(comparison.Groups, group)
	return comparison, nil
}

// wrongSetting adds to an error about "--with" what was probably meant.
func wrongSetting(plan model.Plan, err error) error {
	hint := ""
	var wrong *compare.SettingError
	switch errors.As(err, &wrong); {
	case wrong == nil:
	case wrong.Unknown():
		hint = wrongKey(plan, wrong.Key)
	case wrong.Twice():
		hint = `give each answer once; another "--with" begins another alternative`
	default:
		hint = fmt.Sprintf(`"cmgwizard explain %s" says what it takes`, anyEntry(wrong.Key))
	}
	return &mistake{"--with " + err.Error(), hint}
}

// anyEntry is a key without the place of an entry: "devices.method".
func anyEntry(key string) string {
	list, rest, _ := strings.Cut(key, "[")
	_, answer, _ := strings.Cut(rest, "]")
	return list + answer
}

// wrongKey says which key was probably meant: a misspelled one, or an entry
// that the plan does not have.
func wrongKey(plan model.Plan, key string) string {
	list, rest, listed := strings.Cut(key, "[")
	_, answer, _ := strings.Cut(rest, "]")
	first := list + "[0]" + answer
	switch near := model.Nearest(key, keys(plan)); {
	case listed && slices.Contains(keys(plan), first):
		return fmt.Sprintf("the plan has no such entry; the first one is %q", first)
	case near != "":
		return fmt.Sprintf("did you mean %q?", near)
	}
	return `keys are written as in the plan, with the place of an entry from 0 on: "devices[0].method=pki"`
}

func keys(plan model.Plan) []string {
	var list []string
	for _, f := range plan.Fields() {
		list = append(list, f.Key)
	}
	return list
}

// alternatives reads what follows each "--with".
func alternatives(with []string) ([][]model.Setting, error) {
	var list [][]model.Setting
	for _, text := range with {
		settings, err := settings(text)
		if err != nil {
			return nil, err
		}
		list = append(list, settings)
	}
	return list, nil
}

// settings reads "key=value,key=value". A part without "=" goes on with the
// value before it: values that are lists have commas too.
func settings(text string) ([]model.Setting, error) {
	var list []model.Setting
	for part := range strings.SplitSeq(text, ",") {
		key, value, paired := strings.Cut(part, "=")
		switch {
		case paired && key != "":
			list = append(list, model.Setting{Key: strings.TrimSpace(key), Value: strings.TrimSpace(value)})
		case len(list) > 0 && !paired:
			list[len(list)-1].Value += "," + strings.TrimSpace(part)
		default:
			return nil, &mistake{fmt.Sprintf("--with %q names no answer and its value", model.Clean(text)), `write it as key=value, such as --with "site.security=https-only"`}
		}
	}
	return list, nil
}

// showComparison is everything that is compared, group by group, and what the
// words of the tables stand for.
func showComparison(p *page.Page, path planPath, plan model.Plan, c compare.Comparison) {
	p.Fact("plan:  ", plan.Name)
	p.Item("file:  ", origin(path.name))
	said := ""
	for _, g := range c.Groups {
		switch {
		case len(g.Alternatives) > 0:
			choice(p, g)
		case g.Notes[0] != said:
			p.Gap()
			p.Line(g.Notes[0])
			said = g.Notes[0]
		}
	}
	p.Parts(doc.OpenAnswers(c.First))
	p.Parts(doc.Expiries(c.Expiries()), doc.Disagreements(c.Disagreements()))
	if !path.stdin {
		p.Heading("Go on")
		p.Item("  ", "change an answer: cmgwizard "+screen.ShellWord(path.name))
	}
}
