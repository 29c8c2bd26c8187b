package cli

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/evidence"
	"cmgwizard/wizard/cli/page"
	"cmgwizard/wizard/screen"
)

// The bounds of what is read where a choice is asked for.
const (
	maxTries  = 10
	maxAnswer = 4096
)

// errNobodyAnswers says that the input ended before the questions did.
var errNobodyAnswers = &mistake{"the input ended before the questions did: nothing is written", `run it in a terminal, or add "--yes"; "--take" and "--keep" decide single answers`}

// A questioner asks in lines.
type questioner struct {
	p     *program
	lines *bufio.Scanner
}

func (p *program) questioner() questioner {
	q := questioner{p, bufio.NewScanner(p.in)}
	q.lines.Buffer(nil, maxAnswer)
	return q
}

// ask tells what would change, settles the answers that the flags leave open, and
// asks whether to write.
func (p *program) ask(a *adding, flags addFlags) (agreed bool, err error) {
	if err := p.tellAdding(a); err != nil || len(a.New)+len(a.Suggestions) == 0 {
		return false, err
	}
	q := p.questioner()
	before := len(a.Taken)
	for _, proposal := range a.Suggestions {
		if _, decided := flags.decided(proposal.Key); decided || proposal.Fills() {
			continue
		}
		take, err := q.choose(a, proposal)
		if err != nil {
			return false, err
		}
		if take {
			a.Taken = append(a.Taken, proposal.Key)
		}
	}
	if len(a.Taken) > before {
		if err := q.tellAgain(a); err != nil {
			return false, err
		}
	}
	if !a.changes() {
		return false, p.write([]byte("\nNothing is left to write.\n"))
	}
	return q.agree(a.path)
}

// tellAgain says what the rules find with the choices.
func (q *questioner) tellAgain(a *adding) error {
	page := page.New(q.p.out)
	page.Heading("With your choices")
	outcomeChanges(page, a)
	return q.p.write([]byte(page.String()))
}

// choose asks whose answer counts. Enter keeps that of the plan.
func (q *questioner) choose(a *adding, proposal evidence.Suggestion) (take bool, err error) {
	page := page.New(q.p.out)
	page.Gap()
	page.Item("", doc.WithKey(a.Question(proposal), proposal.Key))
	if proposal.Old == "" {
		page.Item("  1  leave it open", "")
	} else {
		page.Item("  1  keep that of the plan: ", a.Value(proposal, proposal.Old))
	}
	page.Item("  2  take that of "+doc.OrNothing(model.Clean(proposal.From))+": ", a.Value(proposal, proposal.New))
	if err := q.p.write([]byte(page.String())); err != nil {
		return false, err
	}
	word, err := q.word("1 or 2 (Enter is 1): ", []string{"", "1", "keep", "2", "take"})
	return word == "2" || word == "take", err
}

// agree asks whether to write. Enter does not.
func (q *questioner) agree(path string) (bool, error) {
	word, err := q.word(fmt.Sprintf("\nWrite this to %s? y/N: ", screen.ShellWord(path)), []string{"y", "yes", "n", "no", ""})
	if err != nil || word == "y" || word == "yes" {
		return err == nil, err
	}
	return false, q.p.write([]byte("Nothing is written.\n"))
}

// word asks until it gets one of these words.
func (q *questioner) word(prompt string, words []string) (string, error) {
	for range maxTries {
		if err := q.p.write([]byte(prompt)); err != nil {
			return "", err
		}
		if !q.lines.Scan() {
			break
		}
		word := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(q.lines.Text(), "\ufeff")))
		if slices.Contains(words, word) {
			return word, nil
		}
		known := strings.Join(slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" }), ", ")
		if err := q.p.write([]byte("There are: " + known + ".\n")); err != nil {
			return "", err
		}
	}
	return "", q.p.stopAsking()
}

// stopAsking ends the line of the question that nobody answers.
func (p *program) stopAsking() error {
	if err := p.write([]byte("\n")); err != nil {
		return err
	}
	return errNobodyAnswers
}
