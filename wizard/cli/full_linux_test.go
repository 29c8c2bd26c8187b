package cli

import (
	"os"
	"strings"
	"testing"

	"cmgwizard/model/export"
)

// TestOutputToAFullDevice has no command say that it went well.
func TestOutputToAFullDevice(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("plan.toml", samplePlan, 0o600); err != nil {
		t.Fatal(err)
	}
	lines := []string{
		"version", "version --json", "help", "--help", "check --help", "sample", "schema", "check plan.toml", "check --json plan.toml", "check plan.toml plan.toml", "show plan.toml",
		"tasks plan.toml", "tasks --json plan.toml", "task plan.toml 1", "diff plan.toml plan.toml", "diff --json plan.toml plan.toml", "compare plan.toml", "compare --json plan.toml",
		"explain", "explain pki-on-ehttp", "explain --json pki-on-ehttp", "evidence list plan.toml", "evidence list --json plan.toml", "pack plan.toml --output -",
		"inspect plan.toml", "completion bash", "completion powershell",
	}
	for _, format := range export.Formats() {
		lines = append(lines, "export plan.toml --format "+format.Name)
	}
	for _, line := range lines {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Skip("no such device here:", err)
		}
		var said strings.Builder
		p := &program{in: nullFile(t), out: full, err: &said, now: fixedClock}
		if code := p.run(strings.Fields(line)); code != exitDisk || !strings.Contains(said.String(), "no space left on device") {
			t.Errorf("%s: ends with %d, %q", line, code, said.String())
		}
		_ = full.Close() // nothing was written
	}
	if code := (&program{in: nullFile(t), out: nullFile(t), err: new(strings.Builder), now: fixedClock}).run([]string{"export", "plan.toml", "--format", "text", "--output", "/dev/full"}); code != exitDisk {
		t.Errorf("the device as a file: ends with %d", code)
	}
}
