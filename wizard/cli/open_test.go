package cli

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/planfile"
	"cmgwizard/model/planfile/disk"
	"cmgwizard/wizard"
)

// withWizard runs the command line over a wizard that does what the test says.
func withWizard(t *testing.T, run func(wizard.Options) (wizard.Result, error), args ...string) (code int, said string) {
	t.Helper()
	in, out := nullFile(t), nullFile(t)
	var errors bytes.Buffer
	p := &program{in: in, out: out, err: &errors, now: fixedClock, wizard: run}
	return p.run(args), errors.String()
}

func nullFile(t *testing.T) *os.File {
	t.Helper()
	f, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func TestWizardIsStarted(t *testing.T) {
	var got wizard.Options
	code, said := withWizard(t, func(o wizard.Options) (wizard.Result, error) {
		got = o
		return wizard.Result{}, nil
	}, "--plain", "--ascii", "new.toml")
	if code != 0 || said != "" {
		t.Errorf("ended with %d and %q", code, said)
	}
	if got.Path != "new.toml" || !got.Plain || !got.ASCII || got.Outside == nil {
		t.Errorf("started with %+v", got)
	}
}

func TestWizardEnds(t *testing.T) {
	begun := model.Plan{Answers: model.Answers{Devices: []model.Device{{Internet: model.Yes}}}}
	locked := &planfile.LockedError{Path: "a.toml", Who: "eve@host"}
	tests := []struct {
		name   string
		result wizard.Result
		err    error
		code   int
		said   []string
	}{
		{"left", wizard.Result{Path: "a.toml"}, nil, 0, nil},
		{"input ended, nothing made", wizard.Result{Incomplete: true}, nil, 2, []string{"before a plan was created"}},
		{
			"input ended in a plan", wizard.Result{Path: "a b.toml", Plan: begun, Incomplete: true}, nil, 2,
			[]string{"a b.toml is not complete", "Missing answers: ", "How will they authenticate on the internet?", `hint: continue with: cmgwizard "a b.toml"`},
		},
		{
			"input ended in a change window", wizard.Result{Path: "a.toml", Plan: model.Plan{Step: "run::0:pki:window"}, Incomplete: true, Working: true}, nil, 2,
			[]string{"before all tasks were finished", "hint: continue with: cmgwizard run a.toml --owner pki --window"},
		},
		{"open elsewhere", wizard.Result{}, locked, 5, []string{"error: a.toml is open in another wizard or command (eve@host", "hint: close the other wizard"}},
		{"terminal broke", wizard.Result{}, disk.Failed("no terminal", "", errors.New("gone")), 4, []string{"error: no terminal: gone"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			code, said := withWizard(t, func(wizard.Options) (wizard.Result, error) { return test.result, test.err }, "--plain")
			if code != test.code {
				t.Errorf("ended with %d, not with %d", code, test.code)
			}
			for _, words := range test.said {
				if !strings.Contains(said, words) {
					t.Errorf("did not say %q but %q", words, said)
				}
			}
		})
	}
}

// A plan that is open elsewhere can be judged, and not written.
func TestOpenElsewhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.toml")
	held, err := planfile.Create(path, model.Plan{Name: "A"}, "eve@host", noon)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	code, said := withWizard(t, func(o wizard.Options) (wizard.Result, error) {
		_, err := o.Outside.Open(o.Path)
		return wizard.Result{}, err
	}, "--plain", path)
	if code != 5 || !strings.Contains(said, "eve@host") {
		t.Errorf("ended with %d and %q", code, said)
	}
	if code, said := withWizard(t, nil, "check", path); code != exitIncomplete || said != "" {
		t.Errorf("check ended with %d and %q", code, said)
	}
}

func TestPlainByItself(t *testing.T) {
	for _, test := range []struct {
		name, term, accessible string
		want                   bool
	}{
		{"a terminal", "xterm-256color", "", false},
		{"a dumb one", "dumb", "", true},
		{"a reader", "xterm", "1", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("TERM", test.term)
			t.Setenv("ACCESSIBLE", test.accessible)
			if got := wantsPlain(); got != test.want {
				t.Errorf("plain mode: %v", got)
			}
		})
	}
}

func TestOutputThatFails(t *testing.T) {
	closed := nullFile(t)
	_ = closed.Close()
	var said bytes.Buffer
	p := &program{in: nullFile(t), out: closed, err: &said, now: fixedClock}
	if code := p.run([]string{"sample"}); code != exitDisk || !strings.Contains(said.String(), "error: the output could not be written") {
		t.Errorf("ended with %d and %q", code, said.String())
	}
}

// TestRunFindsItsPlan without the ending of its name, as the wizard does.
func TestRunFindsItsPlan(t *testing.T) {
	path := filepath.Join(t.TempDir(), "fabrikam.toml")
	made, err := planfile.Create(path, model.Plan{Name: "Fabrikam"}, "eve@host", noon)
	if err != nil {
		t.Fatal(err)
	}
	_ = made.Close()
	var got wizard.Options
	code, said := withWizard(t, func(o wizard.Options) (wizard.Result, error) {
		got = o
		return wizard.Result{}, nil
	}, "run", "--plain", strings.TrimSuffix(path, ".toml"))
	if code != 0 || got.Path != path || got.Run == nil {
		t.Errorf("ended with %d and %q, started with %+v", code, said, got)
	}
}
