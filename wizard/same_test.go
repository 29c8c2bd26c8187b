package wizard

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"cmgwizard/wizard/wizardtest"
)

// runLines runs the wizard as lines, as the program does.
func runLines(t *testing.T, world *wizardtest.World, script string) (Result, string) {
	t.Helper()
	in, out := filepath.Join(t.TempDir(), "in"), filepath.Join(t.TempDir(), "out")
	if err := os.WriteFile(in, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	input, err := os.Open(in)
	if err != nil {
		t.Fatal(err)
	}
	defer input.Close()
	output, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	defer output.Close()
	result, err := Run(Options{Plain: true, In: input, Out: output, Outside: world})
	if err != nil {
		t.Fatal(err)
	}
	said, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return result, string(said)
}

func TestLinesAndScreensMakeTheSamePlan(t *testing.T) {
	screens := drive(t, wizardtest.NewWorld(), "").press(wizardtest.Interview()...).world.Plans["contoso.toml"]
	world := wizardtest.NewWorld()
	result, said := runLines(t, world, wizardtest.Script(wizardtest.LineInterview()...))
	if result.Incomplete {
		t.Error("incomplete, although somebody left")
	}
	if got := world.Plans["contoso.toml"].Answers; !reflect.DeepEqual(got, screens.Answers) {
		t.Errorf("lines gave\n%+v\nscreens\n%+v\n%s", got, screens.Answers, said)
	}
}

// TestLinesAndKeysDoTheSame at the checklist.
func TestLinesAndKeysDoTheSame(t *testing.T) {
	d := worked(t).press("home", "x", "down", "s", "3", "the CA is down", "enter", "b", "Bo", "enter", "down", "o", "Anna Lind", "enter", "d", "2026-11-01", "enter", "s", "2",
		"enter", "n", "a note", "enter", "x", "u")
	world := wizardtest.ToWork()
	said, _ := wizardtest.Speak(t, world, "p.toml", "x 1\ns 2\n3\nthe CA is down\nb 2\nBo\no 3\nAnna Lind\nd 3\n2026-11-01\ns 3\n2\n3\nn\na note\nx\nu\n\n!\n")
	if got, want := world.Plans["p.toml"].Tasks, d.world.Plans["p.toml"].Tasks; !reflect.DeepEqual(got, want) || len(want) != 3 {
		t.Errorf("lines gave\n%+v\nkeys\n%+v\n%s", got, want, said)
	}
	for _, want := range []string{"1  [x] Record the site version", "What blocks it?", "[!] Check that no primary site", "Enter alone: leave it empty", "Due 2026-11-01", "Note: a note"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}
