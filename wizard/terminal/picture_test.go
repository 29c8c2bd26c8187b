//go:build !windows

package terminal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/model/slow"
)

// A shot is a picture in docs that needs no long way.
type shot struct {
	file, about string
	line        string   // the command, in a folder with the files of brought
	rows        int      // of 104 columns; of what a command prints the first ones
	walk        []string // what is waited for, then typed, then waited for
}

var shots = []shot{
	{"check.svg", "The judgement of a plan: the verdict, then what is wrong, each with its fix and its sources", "check sample.toml --at 2026-11-22", 34, []string{"Covered by a task"}},
	{"checklist.svg", "The checklist: the tasks of a phase, how far they are, and whose they are", "sample.toml", 32, []string{onBoard, "t", "x tick"}},
	{"window.svg", "The change window: one task, its steps and its command, and what comes next", "run sample.toml", 36, []string{"The change window", "ss", "Who is the operator?", "Anna Lind" + enter, "d done"}},
	{"inspect.svg", "What a line of a log means: what is known, what decides between the causes, and the sources", "inspect client.log", 18, []string{"Sources"}},
	{"site.svg", "What the collected file says: each fact, with the property that it comes from", "inspect cmg-site-facts-CM01.json", 30, []string{"Clients may use a CMG"}},
	{"diff.svg", "What changed between two plans, by meaning", "diff friday.toml monday.toml", 25, []string{"friday.toml"}},
	{"json.svg", "A rule as JSON", "explain --json crl-public", 26, []string{"crl-public"}},
}

// brought puts the files that the commands of the shots read beside the sample.
func brought(t *testing.T) string {
	t.Helper()
	folder := sampled(t)
	plan := read(t, filepath.Join(folder, "sample.toml"))
	for name, text := range map[string]string{
		"friday.toml":              plan,
		"monday.toml":              strings.Replace(plan, `crl_public = "unsure"`, `crl_public = "yes"`, 1),
		"client.log":               "[CCMHTTP] ERROR: URL=https://contosocmg.contoso.com/CCM_Proxy_MutualAuth/72057594037927939, Port=443, Options=1472, Code=12044, Text=ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED\n",
		"cmg-site-facts-CM01.json": read(t, filepath.Join(root, "model", "site", "testdata", "standalone.json")),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// The pictures of docs show what the program shows. After a change of its screens:
// go test ./wizard/terminal -run Pictures -update
func TestPictures(t *testing.T) {
	slow.Alone(t)
	t.Parallel()
	s := start(t, onPage("", "methods")(t))
	s.ask("Can a PKI issue client")
	s.send(enter)
	s.ask("Hybrid joined: How will they")
	s.send(enter)
	s.ask("Workgroup: How will they")
	s.pictured("question.svg", "A question, with what the answers mean so far beside it")
	s.send(board)
	s.see(onBoard)
	s.pictured("board.svg", "The board: the verdict, ten areas and what can be done next")
	s.leaves()
}

// What a command prints is taken from a screen that is high enough for all of it.
func TestPicturesOfPages(t *testing.T) {
	slow.Alone(t)
	t.Parallel()
	folder := brought(t)
	for _, p := range shots {
		o := options{folder: folder, args: strings.Fields(p.line), cols: 104, rows: p.rows, sizes: true}
		if len(p.walk) == 1 {
			o.rows = 300
		}
		s := start(t, o)
		s.crop = p.rows
		for i, word := range p.walk {
			if i%2 == 0 {
				s.see(word)
			} else {
				s.send(word)
			}
		}
		s.pictured(p.file, p.about)
		s.close()
	}
}

// pictured waits until the screen is the one in the picture.
func (s *session) pictured(name, about string) {
	s.t.Helper()
	path := filepath.Join(root, "docs", name)
	if *update {
		s.quiet()
		if err := os.WriteFile(path, []byte(s.picture(about)), 0o644); err != nil {
			s.t.Fatal(err)
		}
	}
	want := read(s.t, path)
	standsAlone(s.t, name, want)
	s.until("the screen of "+path+" (to write it anew, run with -update)", func() bool { return s.picture(about) == want })
}

// standsAlone checks that a picture is small and reaches for nothing outside.
func standsAlone(t testing.TB, name, picture string) {
	t.Helper()
	if len(picture) > 60<<10 {
		t.Errorf("%s has %d bytes", name, len(picture))
	}
	for _, no := range []string{"href", "url(", "<script", "<image", "@import"} {
		if strings.Contains(picture, no) {
			t.Errorf("%s has %q", name, no)
		}
	}
}
