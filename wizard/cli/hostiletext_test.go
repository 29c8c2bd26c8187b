package cli

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode"

	"cmgwizard/model"
	"cmgwizard/model/planfile"
	"cmgwizard/model/slow"
)

// TestHostileTextsStayText puts texts of chance into every field of a plan that
// takes any text, and has commands print it: no byte of theirs does more than
// stand there.
func TestHostileTextsStayText(t *testing.T) {
	slow.Alone(t)
	t.Chdir(t.TempDir())
	chance := rand.New(rand.NewPCG(7, 8))
	for range slow.Rounds(60) {
		evil := hostileText(chance)
		doc, err := planfile.Parse("sample", samplePlan)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("plan.toml", doc.Format(spoiled(doc.Plan, evil)), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, line := range []string{"check plan.toml", "check plan.toml plan.toml", "show plan.toml", "tasks plan.toml", "export plan.toml", "export plan.toml --format markdown"} {
			code, out, said := printed(t, strings.Fields(line)...)
			if code > exitIncomplete {
				t.Fatalf("%s with %q ends with %d: %s", line, evil, code, said)
			}
			wantHarmless(t, line, evil, out+said)
		}
	}
}

// TestHostileArgumentsStayText has them on the command line.
func TestHostileArgumentsStayText(t *testing.T) {
	slow.Alone(t)
	t.Chdir(t.TempDir())
	chance := rand.New(rand.NewPCG(9, 10))
	for range slow.Rounds(60) {
		evil := "x" + strings.ReplaceAll(hostileText(chance), "\x00", "")
		for _, line := range [][]string{{"check", evil}, {"explain", evil}, {evil}, {"export", "plan.toml", "--format", evil}, {"schema", "--output", "none/" + evil}} {
			code, out, said := printed(t, line...)
			if searched := line[0] == "explain" && code == 0; !searched && (code < exitUnusable || said == "") {
				t.Errorf("%q ends with %d: %s", line, code, said)
			}
			wantHarmless(t, line[0], evil, out+said)
			if strings.Contains(said, "\nerror: forged") {
				t.Errorf("%q forges a line: %s", line, said)
			}
		}
	}
}

func hostileText(chance *rand.Rand) string {
	pieces := []string{"\x1b[31m", "\x1b]0;t\x07", "\x1b]8;;http://evil\x1b\\", "\x1bP1$q\x1b\\", "\x9b31m", "\u009b2J", "\u0085", "\u2028", "\u202e", "\u2066", "\u200b", "\ufeff", "\x00", "\x07", "\x08", "\x7f",
		"\r", "\n", "\t", "\xff", "\xc3", "=1+1", "%s%n", "{site}", "`", "|", "<b>", "\x1b", "error: forged", "世", "e\u0301", "\U000e0041", "\ufff9", "a", " "}
	var text strings.Builder
	for range 1 + chance.IntN(16) {
		text.WriteString(pieces[chance.IntN(len(pieces))])
	}
	return text.String()
}

// spoiled is a plan with one text wherever any text is taken.
func spoiled(p model.Plan, evil string) model.Plan {
	p.Name, p.Gateway.ServiceName, p.Gateway.Region, p.Gateway.ResourceGroup = evil, evil, evil, evil
	for i := range p.Devices {
		p.Devices[i].Name = evil
	}
	p.Tasks = append(p.Tasks, model.Progress{ID: "gone-task", State: model.Blocked, Owner: evil, By: evil, Note: evil})
	p.Evidence = append(p.Evidence, model.Evidence{Kind: model.DeviceStateEvidence, File: evil, Facts: map[string]any{"tenant_name": evil}})
	return p
}

// printed runs a command and gives what it printed.
func printed(t *testing.T, line ...string) (code int, out, said string) {
	t.Helper()
	f, err := os.CreateTemp(t.TempDir(), "out")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var errors strings.Builder
	p := &program{in: nullFile(t), out: f, err: &errors, now: fixedClock}
	code = p.run(line)
	data, err := os.ReadFile(f.Name())
	if err != nil {
		t.Fatal(err)
	}
	return code, string(data), errors.String()
}

func wantHarmless(t *testing.T, line, evil, text string) {
	t.Helper()
	for _, r := range text {
		joiner := r == '\u200c' || r == '\u200d'
		if r != '\n' && (unicode.In(r, unicode.Cc, unicode.Co) || unicode.Is(unicode.Cf, r) && !joiner || r == '\u2028' || r == '\u2029') {
			t.Fatalf("%s prints %U of %q", line, r, evil)
		}
	}
}
