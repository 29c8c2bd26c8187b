package cli

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"cmgwizard/model/plantest"
	"cmgwizard/model/slow"
	"cmgwizard/wizard"
	"github.com/rogpeppe/go-internal/testscript"
)

// noon is the time at which the tests run.
var noon = time.Date(2026, time.November, 22, 12, 0, 0, 0, time.UTC)

func fixedClock() time.Time { return noon }

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"cmgwizard": func() {
		p := &program{in: os.Stdin, out: os.Stdout, err: os.Stderr, now: fixedClock, wizard: wizard.Run}
		os.Exit(p.run(os.Args[1:]))
	}})
}

func TestScripts(t *testing.T) {
	slow.Alone(t)
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *plantest.Update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			home := filepath.Join(e.WorkDir, "home")
			for name, folder := range map[string]string{"CERTS": "model/certs/testdata", "DEVICES": "model/dsreg/testdata"} {
				full, err := filepath.Abs(filepath.Join(root, folder))
				if err != nil {
					return err
				}
				e.Setenv(name, full)
			}
			e.Setenv("HOME", home)
			e.Setenv("GORACE", "atexit_sleep_ms=0") // else every command waits a second
			e.Setenv("AppData", home)
			e.Setenv("USERPROFILE", home)
			return os.Mkdir(home, 0o700)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"code": code, "replace": replace},
	})
}

// code runs a command that must end with an exit code: "code 3 cmgwizard foo".
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code NUMBER COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	var ended *exec.ExitError
	switch {
	case errors.As(err, &ended):
		got = ended.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("ended with %d, not with %d", got, want)
	}
}

// replace changes a text in a file, where it stands first: "replace FILE OLD NEW".
func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s has no %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o600))
}
