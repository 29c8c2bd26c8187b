package cli

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/explain"
	"cmgwizard/wizard/cli/page"
	"github.com/spf13/cobra"
)

const explainLong = `Explains rules, tasks, requirements, contradictions of the documents, guides to
what surrounds a CMG, versions, sources, the keys of a plan, log lines, error
codes and remarks on files by their IDs, as check, export, inspect and the wizard
print them. Words that are no ID are searched for in everything: titles, texts,
codes in any spelling, names of logs, labels of the console and cmdlets. Without
an ID it lists them all; a kind, such as tasks or answers, lists that kind. With
--plan the texts are filled from a plan, and it is said how things stand there.
A PLAN may be - for the standard input.`

// explainFlags say for which plan things are explained, and how it is told.
type explainFlags struct {
	json      bool
	plan      string
	emptyPlan bool // "--plan" is there, without a path
}

func (p *program) explain() *cobra.Command {
	var flags explainFlags
	c := &cobra.Command{
		Use: "explain [ID or WORD...]", Short: "Explain rules, tasks, codes and everything else, or search it", Long: explainLong,
		Example: "cmgwizard explain\ncmgwizard explain tasks\ncmgwizard explain crl-public site.security 2403\n" +
			"cmgwizard explain 0x87d00231\ncmgwizard explain connection point disconnected\n" +
			"cmgwizard explain site-pki-option --plan contoso.toml",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeIDs,
		RunE: func(c *cobra.Command, args []string) error {
			flags.emptyPlan = flags.plan == "" && c.Flags().Changed("plan")
			return p.explainIDs(args, flags)
		},
	}
	c.Flags().BoolVar(&flags.json, "json", false, "print JSON")
	c.Flags().StringVar(&flags.plan, "plan", "", "fill and judge with the `PLAN`; - is the standard input")
	_ = c.RegisterFlagCompletionFunc("plan", planFiles) // fails for flags that do not exist
	return c
}

func (p *program) explainIDs(ids []string, flags explainFlags) error {
	topics, listed := topicsOf(ids)
	switch {
	case flags.emptyPlan:
		return &mistake{"--plan names no plan", "give its path, such as contoso.toml, or leave --plan out"}
	case listed && flags.plan != "":
		return &mistake{"which ID is to be explained for the plan?", "give one: cmgwizard explain crl-public --plan contoso.toml"}
	case listed && flags.json:
		return p.writeJSON(topicsJSON{model.Format, topics}, indent)
	case listed:
		page := page.New(p.out)
		showTopics(page, topics, len(ids) == 0)
		return p.write([]byte(page.String()))
	}
	plan, err := p.planToExplain(flags.plan)
	if err != nil {
		return err
	}
	if found := searched(&plan, ids); len(found.hits) > 0 {
		return p.tellHits(found, flags)
	}
	return p.tellAll(p.explanations(&plan, ids), flags)
}

// negative is a code as many logs print it.
var negative = model.Pattern(`^-[0-9]+$`)

// codesLast puts the negative numbers that are to be explained behind "--", where
// no flag is looked for.
func codesLast(args []string) []string {
	var codes, rest []string
	for _, arg := range args {
		if negative().MatchString(arg) {
			codes = append(codes, arg)
			continue
		}
		rest = append(rest, arg)
	}
	if len(codes) == 0 || rest == nil || rest[0] != "explain" || slices.Contains(rest, "--") {
		return args
	}
	return append(append(rest, "--"), codes...)
}

// planToExplain reads the plan that was asked for; without one nothing is
// filled in.
func (p *program) planToExplain(path string) (model.Plan, error) {
	if path == "" {
		return model.Plan{}, nil
	}
	return p.read(planAt(path, true))
}

// explanations reports the IDs that are not known, and goes on.
func (p *program) explanations(plan *model.Plan, ids []string) []explain.Explanation {
	list := []explain.Explanation{}
	for _, id := range ids {
		told := explain.Of(plan, id)
		if len(told) == 0 {
			p.report(unknownID(id))
		}
		list = append(list, told...)
	}
	return list
}

func (p *program) tellAll(list []explain.Explanation, flags explainFlags) error {
	if flags.json {
		return p.writeJSON(explanationsJSON{model.Format, list}, indent)
	}
	page := page.New(p.out)
	for i, e := range list {
		if i > 0 {
			page.Gap()
		}
		page.Whole(doc.Explanation(e))
	}
	return p.write([]byte(page.String()))
}

// mostHits is how many things a search tells.
const mostHits = 10

// A finding is what a search found.
type finding struct {
	words, mended string // mended: what was searched for in their place
	hits          []explain.Hit
	more          bool // there are more hits
}

// search looks for words, and keeps the first few hits.
func (f *finding) search(words string) {
	f.hits = explain.Search(words, mostHits+1)
	f.more = len(f.hits) > mostHits
	f.hits = f.hits[:min(len(f.hits), mostHits)]
}

// searched are the things that words stand for which are no IDs. A plain word may
// be both: it is an ID where no other word stands beside it.
func searched(plan *model.Plan, words []string) finding {
	known, marked := 0, false
	for _, word := range words {
		if _, kind := kindOf(word); kind {
			return finding{}
		}
		if len(explain.Of(plan, word)) > 0 {
			known++
			marked = marked || strings.ContainsAny(word, "-_.[")
		}
	}
	if marked || known == len(words) {
		return finding{}
	}
	found := finding{words: strings.Join(words, " ")}
	found.search(found.words)
	if mended := explain.Mended(found.words); mended != "" && (len(words) > 1 || len(found.hits) == 0 && len(explain.SimilarIDs(words[0])) == 0) {
		found.mended = mended
		found.search(mended)
	}
	return found
}

// tellHits tells what a search found, and for which words where they were mended.
func (p *program) tellHits(found finding, flags explainFlags) error {
	if flags.json {
		return p.writeJSON(foundJSON{model.Format, []explain.Explanation{}, found.hits, found.mended, found.more}, indent)
	}
	page := page.New(p.out)
	if found.mended != "" {
		page.Item("", fmt.Sprintf("Nothing is called %q. This is what there is about %q:", model.Shorten(model.Clean(found.words), longestEcho), model.Shorten(found.mended, longestEcho)))
		page.Gap()
	}
	showHits(page, found)
	return p.write([]byte(page.String()))
}

// topicsOf lists what there is to explain: everything without an ID, or all of
// the kinds that stand in the place of IDs.
func topicsOf(ids []string) (topics []explain.Topic, listed bool) {
	if len(ids) == 0 {
		return explain.Topics(), true
	}
	for _, id := range ids {
		kind, known := kindOf(id)
		if !known {
			return nil, false
		}
		for _, t := range explain.Topics() {
			if t.Kind == kind {
				topics = append(topics, t)
			}
		}
	}
	return topics, true
}

// kindOf is the kind that a word lists: rules for "rules" and "rule".
func kindOf(word string) (explain.Kind, bool) {
	for _, kind := range explain.Kinds {
		if strings.EqualFold(word, kindWord(kind.Value)) || strings.EqualFold(word, string(kind.Value)) {
			return kind.Value, true
		}
	}
	return "", false
}

// kindWord is the word that lists a kind: "rules".
func kindWord(kind explain.Kind) string { return string(kind) + "s" }

// manyIDs are more than one wants to read in a hint.
const manyIDs = 8

func unknownID(id string) error {
	if kind, known := kindOf(id); known {
		return &mistake{kindWord(kind) + " is a kind, not an ID", "IDs and kinds do not go together: cmgwizard explain " + kindWord(kind)}
	}
	if what, hint := explain.NotKnown(id); what != "" {
		return &mistake{what, hint}
	}
	hint := `"cmgwizard explain" lists everything`
	switch near := explain.SimilarIDs(id); {
	case len(near) == 1:
		hint = fmt.Sprintf("did you mean %q?", near[0])
	case len(near) > manyIDs:
		hint = fmt.Sprintf("did you mean one of %s (and %d more)? %s", strings.Join(near[:manyIDs], ", "), len(near)-manyIDs, hint)
	case len(near) > 1:
		hint = fmt.Sprintf("did you mean one of %s?", strings.Join(near, ", "))
	}
	return &mistake{fmt.Sprintf("nothing has the ID %q", model.Clean(id)), hint}
}

// completeIDs completes kinds, and IDs with the titles of what they stand for.
func completeIDs(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
	var words []string
	seen := map[string]bool{}
	add := func(word, about string) {
		if !seen[word] && strings.HasPrefix(strings.ToLower(word), strings.ToLower(begun)) {
			words, seen[word] = append(words, cobra.CompletionWithDesc(word, about)), true
		}
	}
	for _, kind := range explain.Kinds {
		add(kindWord(kind.Value), "all of them: "+kind.Means)
	}
	for _, t := range explain.Topics() {
		for _, e := range t.Entries {
			add(e.ID, e.Title)
		}
	}
	return words, cobra.ShellCompDirectiveNoFileComp
}
