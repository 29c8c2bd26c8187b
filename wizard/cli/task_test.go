package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/planfile"
)

// runs gives the exit code of a command, and what it printed in both ways.
func runs(t *testing.T, args ...string) (code int, said string) {
	t.Helper()
	out, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	var failed bytes.Buffer
	p := &program{in: os.Stdin, out: out, err: &failed, now: fixedClock}
	code = p.run(args)
	printed, err := os.ReadFile(out.Name())
	if err != nil {
		t.Fatal(err)
	}
	return code, string(printed) + failed.String()
}

func samplePath(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "plan.toml")
	if err := os.WriteFile(path, samplePlan, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A plan that is open elsewhere is shown, and not changed.
func TestTaskOfAPlanThatIsOpen(t *testing.T) {
	path := samplePath(t)
	held, err := planfile.Open(path, "anna", noon)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	if code, said := runs(t, "task", path, "pre-people", "--state", "done"); code != 5 || !strings.Contains(said, "anna") {
		t.Errorf("ends with %d: %s", code, said)
	}
	for _, args := range [][]string{{"task", path, "pre-people"}, {"tasks", path}} {
		if code, said := runs(t, args...); code != 0 {
			t.Errorf("%v ends with %d: %s", args, code, said)
		}
	}
	if data, err := os.ReadFile(path); err != nil || !bytes.Equal(data, samplePlan) {
		t.Errorf("the plan was changed: %v", err)
	}
}

// What people wrote cannot take a terminal over, whichever way it is shown.
func TestTasksOfAHostilePlan(t *testing.T) {
	path := samplePath(t)
	plan := sample(t)
	hostile := "a\x1b[31m\u202e\u0007\u009b2J"
	for i := range plan.Tasks {
		plan.Tasks[i] = model.Progress{ID: plan.Tasks[i].ID, Title: hostile, State: model.Blocked, By: hostile, Owner: hostile, Note: hostile + "\n" + hostile}
	}
	plan.Tasks = append(plan.Tasks, model.Progress{ID: "x\x1b[31m", Title: hostile, State: model.Done, Note: hostile})
	plan.Name = hostile
	doc, err := planfile.Parse(path, samplePlan)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, doc.Format(plan), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"tasks", path}, {"tasks", path, "--json"}, {"task", path, "pre-people"}, {"task", path, "pre-people", "--json"},
		{"task", path, "x\x1b[31m"}, {"task", path, "pre-people", "--state", "done", "--by", hostile, "--note", hostile},
		{"task", path, "y\x1b[31m", "--state", hostile},
	} {
		_, said := runs(t, args...)
		if strings.ContainsAny(said, "\x1b\u202e\u0007\u009b") || said == "" {
			t.Errorf("%q prints %q", args, said)
		}
	}
}
