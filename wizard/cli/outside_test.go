package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/planfile"
	"cmgwizard/model/planfile/disk"
	"cmgwizard/wizard/cli/filename"
	"cmgwizard/wizard/cli/output"
	"cmgwizard/wizard/machine"
)

// outsideIn is an outside whose user has an empty home, and whose current
// folder is another empty one.
func outsideIn(t *testing.T) (o *outside, here string) {
	t.Helper()
	home := t.TempDir()
	for _, name := range []string{"HOME", "USERPROFILE", "AppData", "XDG_CONFIG_HOME"} {
		t.Setenv(name, home)
	}
	here = t.TempDir()
	t.Chdir(here)
	o = newOutside(fixedClock)
	t.Cleanup(func() { _ = o.Close() })
	return o, here
}

func TestPlansAreHeld(t *testing.T) {
	o, here := outsideIn(t)
	path := filepath.Join(here, "a.toml")
	plan, err := o.Create(path, model.Plan{Name: "A"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Create(path, plan); !errors.As(err, new(*planfile.ExistsError)) {
		t.Errorf("a second plan of the same name gives %v", err)
	}
	if _, err := o.Open(path); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Open(path); err != nil {
		t.Errorf("the plan that is held cannot be opened again: %v", err)
	}
	plan.Name = "B"
	if plan, err = o.Save(plan); err != nil || plan.Serial != 2 {
		t.Errorf("saved as change %d: %v", plan.Serial, err)
	}
	if err := o.Close(); err != nil {
		t.Error(err)
	}
	if _, err := o.Save(plan); err == nil {
		t.Error("a plan was saved that nobody holds")
	}
}

// TestWhatFailsLeavesThePlanHeld: no copy and no reload that fails takes the
// plan away.
func TestWhatFailsLeavesThePlanHeld(t *testing.T) {
	o, here := outsideIn(t)
	path := filepath.Join(here, "a.toml")
	plan, err := o.Create(path, model.Plan{Name: "A"})
	if err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, try := range map[string]func() error{
		"a copy without a folder": func() error { _, err := o.Create(filepath.Join(here, "no", "b.toml"), plan); return err },
		"a copy over itself":      func() error { _, err := o.Create(path, plan); return err },
		"another that is missing": func() error { _, err := o.Open(filepath.Join(here, "b.toml")); return err },
		"itself, spoiled": func() error {
			if err := os.WriteFile(path, []byte("no plan"), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := o.Open(path)
			return errors.Join(err, os.WriteFile(path, good, 0o600))
		},
	} {
		if try() == nil {
			t.Errorf("%s does not fail", name)
		}
		plan.Name += "B"
		if plan, err = o.Save(plan); err != nil {
			t.Errorf("after %s: %v", name, err)
		}
		if good, err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
}

// TestAPlanThatCannotBeSavedCanBeLookedAt, where somebody sits: what is changed
// is refused, and goes elsewhere.
func TestAPlanThatCannotBeSavedCanBeLookedAt(t *testing.T) {
	o, here := outsideIn(t)
	path := filepath.Join(here, "a.toml")
	if _, err := o.Create(path, model.Plan{Name: "A"}); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(o.Close(), os.Chmod(path, 0o400)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(path, 0o600) })
	if _, err := o.Open(path); err == nil || errors.As(err, new(*machine.LookOnlyError)) {
		t.Errorf("from a pipe: %v", err)
	}
	o.looks = true
	plan, err := o.Open(path)
	if !errors.As(err, new(*machine.LookOnlyError)) || plan.Name != "A" || !strings.Contains(err.Error(), "read-only") {
		t.Fatalf("opened %q: %v", plan.Name, err)
	}
	plan.Step = "review"
	if _, err := o.Save(plan); err != nil {
		t.Errorf("looking is refused: %v", err)
	}
	plan.Site.Code = "P01"
	if _, err := o.Save(plan); !errors.As(err, new(*disk.Error)) {
		t.Errorf("an answer gives %v", err)
	}
	plan.ID, plan.Serial = "", 0
	if plan, err = o.Create(filepath.Join(here, "b.toml"), plan); err != nil {
		t.Fatal(err)
	}
	plan.Site.Code = "P02"
	if _, err := o.Save(plan); err != nil {
		t.Errorf("the copy: %v", err)
	}
}

func TestExportFromTheWizard(t *testing.T) {
	o, here := outsideIn(t)
	plan := sample(t)
	printed, err := o.Export("out.txt", "text", plan, judge.Scope{})
	if full := printed.Path; err != nil || !filepath.IsAbs(full) || !filename.Taken(full) {
		t.Fatalf("written to %q: %v", full, err)
	}
	if first := o.Formats()[0]; !strings.HasSuffix(first.Ext, ".pdf") {
		t.Errorf("the first format is %+v", first)
	} else if _, err := o.Export("run.pdf", first.Name, plan, judge.Scope{}); err != nil || !filename.Taken("run.pdf") {
		t.Errorf("the run sheet: %v", err)
	}
	if again, err := o.Export("out.txt", "text", plan, judge.Scope{}); err != nil || len(again.Notes) != 1 {
		t.Errorf("the same again gives %v, %q", err, again.Notes)
	}
	plan.Site.Code = "P02"
	if _, err := o.Export("out.txt", "text", plan, judge.Scope{}); !errors.As(err, new(*output.ExistsError)) {
		t.Errorf("another text under the same name gives %v", err)
	}
	if _, err := o.Export("out.doc", "docm", plan, judge.Scope{}); exitCode(err) != exitUnusable {
		t.Errorf("an unknown format gives %v", err)
	}
	entries, err := os.ReadDir(here)
	if err != nil || len(entries) != 2 {
		t.Errorf("left behind: %v %v", entries, err)
	}
}

func TestFormatsAreOffered(t *testing.T) {
	o, _ := outsideIn(t)
	seen := map[string]bool{}
	for _, f := range o.Formats() {
		if f.Name == "" || !strings.Contains(f.Ext, ".") || f.About == "" || seen[f.Ext] {
			t.Errorf("a format without words, or with the ending of another: %+v", f)
		}
		seen[f.Ext] = true
	}
	if len(o.Formats()) < 4 || o.Now() != noon {
		t.Error("formats or the clock are missing")
	}
}

func TestLastPlan(t *testing.T) {
	o, here := outsideIn(t)
	if last, ok := o.Last(); ok {
		t.Errorf("before the first plan the last one is %v", last)
	}
	plan, err := o.Create("a.toml", model.Plan{Name: "A\x1b[31m\u202e"})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Remember("a.toml", plan); err != nil {
		t.Fatal(err)
	}
	last, ok := o.Last()
	if !ok || last.Path != filepath.Join(here, "a.toml") || last.Name != "A" || !last.Updated.Equal(noon) {
		t.Errorf("the last plan is %+v, %v", last, ok)
	}
	if err := o.Remember("gone.toml", plan); err != nil {
		t.Fatal(err)
	}
	if last, ok := o.Last(); ok {
		t.Errorf("a plan that is gone is the last one: %v", last)
	}
}

func TestLastPlanOfHostileContent(t *testing.T) {
	for name, content := range map[string]string{
		"empty":         "",
		"cut":           `{"path":"/a`,
		"another kind":  `[1,2]`,
		"relative path": `{"path":"a.toml"}`,
		"folder":        `{"path":"/"}`,
		"zero byte":     `{"path":"/a\u0000b"}`,
		"deep":          strings.Repeat("[", maxLast*2),
	} {
		t.Run(name, func(t *testing.T) {
			o, _ := outsideIn(t)
			path, err := lastFile()
			if err != nil {
				t.Fatal(err)
			}
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			if last, ok := o.Last(); ok {
				t.Errorf("the last plan is %v", last)
			}
		})
	}
}

func TestSuggest(t *testing.T) {
	o, here := outsideIn(t)
	if got, want := o.Suggest("Contoso"), filepath.Join(here, "contoso.toml"); got != want {
		t.Errorf("suggests %s, not %s", got, want)
	}
	for _, name := range []string{"contoso.toml", "contoso-2.toml"} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := o.Suggest("Contoso"), filepath.Join(here, "contoso-3.toml"); got != want {
		t.Errorf("suggests %s, not %s", got, want)
	}
}

func TestSuggestOutsideOfWindows(t *testing.T) {
	o, here := outsideIn(t)
	t.Setenv("SystemRoot", here)
	home := os.Getenv("HOME")
	if got, want := o.Suggest("a"), filepath.Join(home, "a.toml"); got != want {
		t.Errorf("suggests %s, not %s", got, want)
	}
	if err := os.Mkdir(filepath.Join(home, "Documents"), 0o700); err != nil {
		t.Fatal(err)
	}
	if got, want := o.Suggest("a"), filepath.Join(home, "Documents", "a.toml"); got != want {
		t.Errorf("suggests %s, not %s", got, want)
	}
}
