//go:build !windows

package terminal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The pictures of the README show what the program shows. After a change of
// its screens: go test ./wizard/terminal -run Pictures -update
func TestPictures(t *testing.T) {
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
