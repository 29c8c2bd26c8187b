package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/export"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/wizard/cli/page"
)

func TestAges(t *testing.T) {
	for text, want := range map[string]int{"365d": 365, "1d": 1, "52w": 364, "2y": 730} {
		var a age
		if err := a.Set(text); err != nil || int(a) != want {
			t.Errorf("%s is %d days (%v)", text, int(a), err)
		}
	}
	for _, text := range []string{"", "d", "0d", "-1d", "365", "1m", "1 d", "999999d", "1.5y"} {
		var a age
		if err := a.Set(text); err == nil || a != 0 {
			t.Errorf("%q is an age of %d days", text, int(a))
		}
	}
}

// checkAt runs check on the sample plan when the clock shows now.
func checkAt(t *testing.T, now time.Time, args ...string) string {
	t.Helper()
	out, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	var said bytes.Buffer
	p := &program{in: nullFile(t), out: out, err: &said, now: func() time.Time { return now }}
	p.run(append([]string{"check", "sample.toml"}, args...))
	text, err := os.ReadFile(out.Name())
	if err != nil || said.Len() > 0 {
		t.Fatal(err, said.String())
	}
	return string(text)
}

// Sources are named once they are older than asked, and only when asked.
func TestStale(t *testing.T) {
	later := noon.AddDate(2, 0, 0)
	for _, c := range []struct {
		name  string
		now   time.Time
		args  []string
		words string
	}{
		{"read lately", noon, []string{"--stale", "365d"}, "Sources last read more than 365 days ago: 0\n"},
		{"read long ago", later, []string{"--stale", "1y"}, "/setup-cloud-management-gateway#set-up-a-cmg\n"},
		{"not asked", later, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := checkAt(t, c.now, c.args...)
			if !strings.Contains(got, c.words) || c.words == "" && strings.Contains(got, "Sources last read") {
				t.Errorf("said\n%s", got)
			}
		})
	}
}

func TestStaleAsJSON(t *testing.T) {
	plan := sample(t)
	plan.At = noon.AddDate(2, 0, 0)
	all := judge.Plan(plan).References()
	for args, want := range map[string]int{"": 0, "--stale=1y": len(all), "--stale=9y": 0} {
		var got struct{ Stale []model.Reference }
		text := checkAt(t, noon.AddDate(2, 0, 0), strings.Fields("--json "+args)...)
		if err := json.Unmarshal([]byte(text), &got); err != nil || got.Stale == nil || len(got.Stale) != want {
			t.Errorf("%q names %d of %d sources (%v)", args, len(got.Stale), want, err)
		}
	}
	if len(all) < 20 {
		t.Errorf("the sample rests on %d sources", len(all))
	}
}

func TestNewsAreTold(t *testing.T) {
	if len(rules.LatestEdition().New) == 0 {
		t.Skip("the latest edition has no new rule")
	}
	plan := sample(t)
	plan.Serial, plan.Rules = 1, 0
	p := page.New(nullFile(t))
	judgement(p, export.Judgement{Plan: plan, Outcome: judge.Plan(plan), Findings: rules.AllFindings(&plan)}, true)
	if !strings.Contains(p.String(), "Judged differently since the plan was saved: ") || !strings.Contains(p.String(), "(a new rule)") {
		t.Error("what is judged otherwise is not told")
	}
}
