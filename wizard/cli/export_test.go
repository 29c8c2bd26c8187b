//go:build unix

package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/model/doc"
	"cmgwizard/model/export"
	"cmgwizard/model/judge"
	"github.com/creack/pty"
)

// A terminal is never filled with what is no text: what goes through a pipe or
// to a file is not its concern.
func TestBinaryAndTerminals(t *testing.T) {
	terminal, tty, err := pty.Open()
	if err != nil {
		t.Skip("no terminals here:", err)
	}
	defer terminal.Close()
	defer tty.Close()
	path := filepath.Join(t.TempDir(), "plan.toml")
	if err := os.WriteFile(path, samplePlan, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, f := range export.Formats() {
		var said bytes.Buffer
		p := &program{in: os.Stdin, out: tty, err: &said, now: fixedClock}
		if f.Binary {
			code := p.run([]string{"export", path, "--format", f.Name})
			if code != exitUnusable || !strings.Contains(said.String(), `hint: write it to a file with "--output FILE"`) {
				t.Errorf("%s ends with %d and says %q", f.Name, code, &said)
			}
		}
	}
	p := &program{in: os.Stdin, out: tty, err: io.Discard, now: fixedClock}
	if err := p.mayPrint(false, "text"); err != nil {
		t.Errorf("text: %v", err)
	}
	_, pipe, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	if p.out = pipe; p.mayPrint(true, "pdf") != nil {
		t.Error("a pipe gets no PDF")
	}
}

// Notes about a file are told beside it, each once.
func TestNotesOfAFormat(t *testing.T) {
	var said bytes.Buffer
	p := &program{err: &said}
	plan := sample(t)
	format := doc.Format{Name: "odd", Write: func(_ io.Writer, _ judge.Checklist, o doc.Options) error {
		o.Say("日本語 is shown as boxes\x1b[31m")
		o.Say("日本語 is shown as boxes\x1b[31m")
		return nil
	}}
	if _, err := p.render(format, judge.NewChecklist(plan, noon), doc.Options{Paper: doc.Letter}); err != nil {
		t.Fatal(err)
	}
	if got := said.String(); got != "note: 日本語 is shown as boxes\n" {
		t.Errorf("%q", got)
	}
}
