package cli

import (
	"os"
	"strings"
	"testing"

	"cmgwizard/model/export"
)

// TestOutputToAFullDevice has no command say that it went well. What changes a plan
// or writes a file does so first, and says that it is saved.
func TestOutputToAFullDevice(t *testing.T) {
	lines := []string{
		"version", "version --json", "help", "--help", "check --help", "sample", "schema", "check plan.toml", "check --json plan.toml", "check plan.toml plan.toml", "show plan.toml",
		"tasks plan.toml", "tasks --json plan.toml", "task plan.toml 1", "diff plan.toml plan.toml", "diff --json plan.toml plan.toml", "compare plan.toml", "compare --json plan.toml",
		"explain", "explain pki-on-ehttp", "explain --json pki-on-ehttp", "evidence list plan.toml", "evidence list --json plan.toml", "pack plan.toml --output -",
		"inspect plan.toml", "completion bash", "completion powershell", "evidence add plan.toml site.json", "evidence add plan.toml site.json --dry-run", "assume plan.toml --dry-run",
	}
	for _, format := range export.Formats() {
		lines = append(lines, "export plan.toml --format "+format.Name)
	}
	saving := []string{
		"task plan.toml 1 --note x", "task plan.toml 1 --note y --json", "evidence add plan.toml site.json --yes", "evidence remove plan.toml 1",
		"evidence add plan.toml site.json --yes --json", "export plan.toml --output plan.txt", "export plan.toml --by-owner teams --format text", "sample --output s.toml",
	}
	site, err := os.ReadFile("../../model/site/testdata/standalone.json")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for name, data := range map[string][]byte{"plan.toml": samplePlan, "site.json": site} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for i, line := range append(lines, saving...) {
		code, said := toFullDevice(t, line)
		if code != exitDisk || !strings.Contains(said, "no space left on device") || strings.Contains(said, "saved in ") != (i >= len(lines)) {
			t.Errorf("%s: ends with %d, %q", line, code, said)
		}
	}
	if code := (&program{in: nullFile(t), out: nullFile(t), err: new(strings.Builder), now: fixedClock}).run([]string{"export", "plan.toml", "--format", "text", "--output", "/dev/full"}); code != exitDisk {
		t.Errorf("the device as a file: ends with %d", code)
	}
}

func toFullDevice(t *testing.T, line string) (code int, said string) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no such device here:", err)
	}
	defer full.Close() // nothing was written
	var told strings.Builder
	p := &program{in: nullFile(t), out: full, err: &told, now: fixedClock}
	return p.run(strings.Fields(line)), told.String()
}
