package cli

import (
	"path/filepath"
	"testing"
	"time"

	"cmgwizard/model"
)

func TestDates(t *testing.T) {
	for text, want := range map[string]time.Time{
		"2026-12-04":                time.Date(2026, 12, 4, 0, 0, 0, 0, time.UTC),
		"2026-12-04T21:40:00Z":      time.Date(2026, 12, 4, 21, 40, 0, 0, time.UTC),
		"2026-12-04T21:40:00+02:00": time.Date(2026, 12, 4, 19, 40, 0, 0, time.UTC),
	} {
		var m moment
		if err := m.Set(text); err != nil || time.Time(m) != want {
			t.Errorf("%s is %v (%v)", text, time.Time(m), err)
		}
	}
	for _, text := range []string{"", "today", "4.12.2026", "2026-02-30", "2026-12-04 21:40", "0001-01-01", "1999-12-31", "3000-01-01", "2026-12-04T25:00:00Z", "-1"} {
		var m moment
		if err := m.Set(text); err == nil || m.String() != "" {
			t.Errorf("%q is %v", text, time.Time(m))
		}
	}
}

// Every plan is judged for a date: now, or the one that was asked for.
func TestPlansAreDated(t *testing.T) {
	p := &program{now: fixedClock}
	plan, err := p.read(planPath{name: "sample.toml"})
	if err != nil || !plan.At.Equal(noon) {
		t.Errorf("judged for %v (%v)", plan.At, err)
	}
	if err := p.date.Set("2027-01-02"); err != nil {
		t.Fatal(err)
	}
	if plan, err = p.read(planPath{name: "sample.toml"}); err != nil || plan.At.Format(time.DateOnly) != "2027-01-02" {
		t.Errorf("judged for %v (%v)", plan.At, err)
	}
}

func TestPlansOfTheWizardAreDated(t *testing.T) {
	o, here := outsideIn(t)
	path := filepath.Join(here, "a.toml")
	for _, step := range []struct {
		name string
		get  func() (model.Plan, error)
	}{
		{"created", func() (model.Plan, error) { return o.Create(path, model.Plan{Name: "A"}) }},
		{"opened", func() (model.Plan, error) { return o.Open(path) }},
		{"saved", func() (model.Plan, error) { return o.Save(model.Plan{Name: "B"}) }},
		{"saved unchanged", func() (model.Plan, error) { return o.Save(o.file.Plan()) }},
	} {
		if plan, err := step.get(); err != nil || !plan.At.Equal(noon) {
			t.Errorf("%s: judged for %v (%v)", step.name, plan.At, err)
		}
	}
}
