package cli

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc/seen"
	"cmgwizard/model/evidence"
	"cmgwizard/model/inspect"
	"cmgwizard/model/planfile"
	"cmgwizard/model/reading"
)

// answering is a program whose input is this text, and what it has printed.
func answering(t *testing.T, text string) (p *program, printed func() string) {
	t.Helper()
	folder := t.TempDir()
	in, out := filepath.Join(folder, "in"), filepath.Join(folder, "out")
	if err := os.WriteFile(in, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p = &program{now: fixedClock, err: new(strings.Builder)}
	var err error
	if p.in, err = os.Open(in); err != nil {
		t.Fatal(err)
	}
	if p.out, err = os.Create(out); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = errors.Join(p.in.Close(), p.out.Close()) })
	return p, func() string {
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
}

func TestWordsAreAskedFor(t *testing.T) {
	for _, test := range []struct {
		name, input, want string
		ended             bool
	}{
		{"a word", "2\n", "2", false},
		{"Windows", "\ufeff TAKE \r\n", "take", false},
		{"Enter", "\n", "", false},
		{"after others", "x\ny\n1\n", "1", false},
		{"the end", "", "", true},
		{"no line break at the end", "1", "1", false},
		{"too often", strings.Repeat("x\n", maxTries) + "1\n", "", true},
		{"too long", strings.Repeat("x", maxAnswer*2) + "\n1\n", "", true},
	} {
		p, _ := answering(t, test.input)
		q := questioner{p, bufio.NewScanner(p.in)}
		q.lines.Buffer(nil, maxAnswer)
		word, err := q.word("?", []string{"", "1", "2", "take"})
		if word != test.want || (err != nil) != test.ended {
			t.Errorf("%s: %q, %v", test.name, word, err)
		}
	}
}

func TestKeysAreDecided(t *testing.T) {
	for _, test := range []struct {
		take, keep    []string
		taken, settle bool
	}{
		{nil, nil, false, false},
		{[]string{"a"}, nil, true, true},
		{nil, []string{"a"}, false, true},
		{[]string{"all"}, nil, true, true},
		{nil, []string{"all"}, false, true},
		{[]string{"all"}, []string{"a"}, false, true},
		{[]string{"a"}, []string{"all"}, true, true},
		{[]string{"b"}, []string{"c"}, false, false},
	} {
		flags := addFlags{take: test.take, keep: test.keep}
		if taken, settled := flags.decided("a"); taken != test.taken || settled != test.settle {
			t.Errorf("%+v: %v, %v", test, taken, settled)
		}
	}
}

func TestKeysOfPlans(t *testing.T) {
	for key, want := range map[string]bool{
		"gateway.service_name": true, "devices[3].method": true, "management_points[0].host": true,
		"gateway": false, "devices.method": false, "nothing": false, "": false, "gateway.what": false,
	} {
		if isKey(key) != want {
			t.Errorf("%q is a key: %v", key, !want)
		}
	}
}

func TestWhichEvidence(t *testing.T) {
	plan := &model.Plan{Evidence: []model.Evidence{
		{File: "a.cer", SHA256: "ABCDEF0123"}, {File: "b.p7b", SHA256: "abcdef9999"}, {File: "b.p7b", SHA256: "abcdef9999"}, {File: "123456", SHA256: "1234567890"},
	}}
	for word, want := range map[string]int{
		"1": 1, "4": 1, "a.cer": 1, "A.CER": 1, "b.p7b": 2, "abcdef0": 1, "ABCDEF9": 2, "123456": 1, "1234567": 1,
		"abcdef": -1, "0": -1, "5": -1, "-1": -1, "abcde": -1, "c.cer": -1, "": -1, "fedcba": -1,
	} {
		places, err := whichEvidence(plan, []string{word})
		if want < 0 && exitCode(err) != exitUnusable || want >= 0 && (err != nil || len(places) != want) {
			t.Errorf("%q: %v, %v", word, places, err)
		}
	}
}

// A plan that another wizard has open is not changed.
func TestEvidenceOfALockedPlan(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.toml")
	file, err := planfile.Create(path, model.Plan{Name: "A"}, "somebody", noon)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	certificate := filepath.Join(root, "model", "certs", "testdata", "contoso", "root.cer")
	for _, args := range [][]string{{"add", path, certificate, "--yes"}, {"remove", path, "1"}} {
		p, _ := answering(t, "")
		if code := p.run(append([]string{"evidence"}, args...)); code != 5 {
			t.Errorf("evidence %s ends with %d", args[0], code)
		}
	}
	p, printed := answering(t, "")
	if code := p.run([]string{"evidence", "add", path, certificate, "--dry-run"}); code != exitReady || !strings.Contains(printed(), "New: 1 piece of evidence") {
		t.Errorf("a dry run ends with %d: %s", code, printed())
	}
}

// Nothing of what a proposal or a file is called reaches the page unclean.
func TestAddingPageIsClean(t *testing.T) {
	const hostile = "evil\x1b[31m\x07\u202e\r\nerror: forged"
	a := &adding{
		report: inspect.Report{Files: []reading.File{{Name: hostile, Kind: reading.Unreadable, About: hostile, Remarks: []model.Remark{{Do: hostile}}}}},
		left:   []string{hostile},
		Merging: seen.Merging{Before: model.Plan{Name: "A"}, Merge: evidence.Merge{
			New: []model.Evidence{{Kind: hostile, File: hostile}}, Replaced: []model.Evidence{{File: hostile}}, Left: []model.Evidence{{File: hostile}},
			Suggestions: []evidence.Suggestion{
				{Key: "gateway.service_name", Question: hostile, Old: hostile, New: hostile, From: hostile, Why: hostile},
				{Key: hostile, Question: hostile, New: hostile, From: hostile, Why: hostile},
			},
		}},
	}
	p, printed := answering(t, "2\ny\n")
	if err := p.tellAdding(a); err != nil {
		t.Fatal(err)
	}
	if agreed, err := p.ask(a, addFlags{}); err != nil || !agreed {
		t.Fatal(agreed, err)
	}
	for line := range strings.SplitSeq(printed(), "\n") {
		if strings.ContainsFunc(line, isHidden) || strings.HasPrefix(line, "error:") {
			t.Errorf("%q is unclean", line)
		}
	}
}
