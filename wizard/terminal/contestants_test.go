//go:build !windows

package terminal

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A contestant is a program that is measured.
type contestant struct {
	name string
	at   func(testing.TB) options
	full string                    // the last word of its first frame
	list func(testing.TB) *session // opens it where arrows move in a list
}

// root is the top of the repository.
const root = "../.."

// contestants builds the programs. Where gum cannot be had, it is left out.
func contestants(b *testing.B, ours string) []contestant {
	folder := b.TempDir()
	minimal := build(b, folder, "minimal", "./wizard/terminal/testdata/minimal")
	list := []contestant{
		{"minimal", running(minimal), "leave", opened(running(minimal), "> one", "")},
		{"start", running(ours), "leave", nil},
		{"question", onPage(ours, "site"), "leave", opened(onPage(ours, "site"), "What is the site code of the", enter+enter)},
		{"method", onPage(ours, "methods"), "leave", opened(onPage(ours, "methods"), "Can a PKI issue client", enter)},
	}
	gum, err := installed(folder, "github.com/charmbracelet/gum@v0.17.0")
	if err != nil {
		b.Logf("without gum, which cannot be installed here: %v", err)
		return list
	}
	return append(list, contestant{"gum", running(gum, "choose", "a", "b", "c"), "submit", nil})
}

// build builds a program as it is given to people.
func build(b *testing.B, folder, name, from string) string {
	b.Helper()
	program := filepath.Join(folder, name)
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, from)
	cmd.Dir, cmd.Env = root, append(os.Environ(), "GOFLAGS=", "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return program
}

func installed(folder, program string) (string, error) {
	cmd := exec.Command("go", "install", program)
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOBIN="+folder)
	name, _, _ := strings.Cut(filepath.Base(program), "@")
	return filepath.Join(folder, name), cmd.Run()
}

func running(program string, args ...string) func(testing.TB) options {
	return func(t testing.TB) options {
		o := wide(t.TempDir(), args...)
		o.program = program
		return o
	}
}

// onPage opens the sample plan on one of its pages.
func onPage(program, page string) func(testing.TB) options {
	return func(t testing.TB) options {
		o := wide(sampled(t), "sample.toml")
		o.program = program
		path := filepath.Join(o.folder, "sample.toml")
		plan := read(t, path)
		if page != "" {
			plan = strings.Replace(plan, "\nname = ", "\nstep = \""+page+"\"\nname = ", 1)
		}
		if err := os.WriteFile(path, []byte(plan), 0o600); err != nil {
			t.Fatal(err)
		}
		return o
	}
}

// opened starts a program, waits for a text in its window, and presses keys
// that lead to a list.
func opened(at func(testing.TB) options, see, keys string) func(testing.TB) *session {
	return func(t testing.TB) *session {
		s := start(t, at(t))
		s.see(see)
		s.send(keys)
		s.quiet()
		return s
	}
}

// median is the middle of some figures.
func median(figures []float64) float64 {
	sorted := slices.Sorted(slices.Values(figures))
	return sorted[len(sorted)/2]
}

func mean(figures []float64) float64 {
	sum := 0.0
	for _, f := range figures {
		sum += f
	}
	return sum / float64(len(figures))
}
