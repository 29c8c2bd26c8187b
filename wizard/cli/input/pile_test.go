package input

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model/inspect"
	"cmgwizard/model/reading"
)

// place writes files below a new folder and goes there.
func place(t *testing.T, files map[string]string) string {
	t.Helper()
	here := t.TempDir()
	t.Chdir(here)
	for name, text := range files {
		path := filepath.FromSlash(name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return here
}

// inputNames are the names of inputs, with a ! before those with an error.
func inputNames(files []inspect.Input) []string {
	names := []string{}
	for _, f := range files {
		name := filepath.ToSlash(f.Name)
		if f.Err != nil {
			name = "!" + name
		}
		names = append(names, name)
	}
	return names
}

func TestInputs(t *testing.T) {
	here := place(t, map[string]string{
		"a.cer": "1", "b.cer": "2", "x/a.cer": "3", "x/y/a.cer": "4", "x/.hidden": "5", "x/.git/c.cer": "6",
		"deep/1/2/3/4/in.cer": "7", "deep/1/2/3/4/5/out.cer": "8", "[odd].cer": "9", "empty/.keep": "",
	})
	for _, test := range []struct {
		name  string
		paths []string
		want  []string
		left  []string
	}{
		{"files in their order", []string{"b.cer", "a.cer"}, []string{"b.cer", "a.cer"}, nil},
		{"twice is once", []string{"a.cer", "./a.cer", filepath.Join(here, "a.cer")}, []string{"a.cer"}, nil},
		{"a folder", []string{"x"}, []string{"x/a.cer", "y/a.cer"}, []string{"2 hidden files and folders"}},
		{"as much as tells apart", []string{"a.cer", "x"}, []string{"a.cer", "x/a.cer", "y/a.cer"}, []string{"2 hidden files and folders"}},
		{"too deep", []string{"deep"}, []string{"in.cer"}, []string{"1 folder more than 4 below the one that was named"}},
		{"a pattern", []string{"*.cer"}, []string{"[odd].cer", "a.cer", "b.cer"}, nil},
		{"a name like a pattern", []string{"[odd].cer"}, []string{"[odd].cer"}, nil},
		{"a pattern for nothing", []string{"*.zip"}, []string{"!*.zip"}, nil},
		{"not there", []string{"none.cer"}, []string{"!none.cer"}, nil},
		{"not a path", []string{"a\x00b"}, []string{"!ab"}, nil},
		{"an empty folder", []string{"empty"}, []string{}, []string{"1 hidden file or folder"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := NewPile(test.paths, nil)
			if got := inputNames(p.files); !slices.Equal(got, test.want) {
				t.Errorf("read %q, not %q", got, test.want)
			}
			if left, missed := p.LeftOut(); !slices.Equal(left, test.left) && len(test.left) > 0 || missed {
				t.Errorf("left out %q, %v", left, missed)
			}
		})
	}
}

func TestInputsAreTold(t *testing.T) {
	place(t, map[string]string{"a.cer": "1"})
	for path, want := range map[string]string{
		"none.cer": "there is no such file or folder",
		"*.zip":    "no file has a name like this",
	} {
		p := NewPile([]string{path}, nil)
		if err := p.files[0].Err; err == nil || err.Error() != want {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// No more than the bound is read, and none of what is too large.
func TestInputsAreBounded(t *testing.T) {
	place(t, map[string]string{"fits": strings.Repeat("x", inspect.MaxSize)})
	if err := os.Truncate("fits", inspect.MaxSize); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create("large")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(1 << 40); err != nil { // a terabyte of nothing
		t.Skip(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	p := NewPile([]string{"large", "fits", "-"}, endless{})
	report := p.Inspect(nil, time.Time{})
	for i, want := range []string{"it is larger than 4 MiB, and was not looked at", "nothing that is known here", "it is larger than 4 MiB, and was not looked at"} {
		if got := report.Files[i].About; !strings.Contains(got, want) && (i != 1 || report.Files[i].Kind == reading.Unreadable) {
			t.Errorf("%s: %s", report.Files[i].Name, got)
		}
	}
}

type endless struct{}

func (endless) Read(b []byte) (int, error) { return len(b), nil }

func TestInputsAreCounted(t *testing.T) {
	files := map[string]string{}
	for i := range maxInputs + 3 {
		files[fmt.Sprintf("heap/%04d.cer", i)] = "x"
	}
	place(t, files)
	p := NewPile([]string{"heap"}, nil)
	left, missed := p.LeftOut()
	if len(p.files) != maxInputs || !missed || !slices.Equal(left, []string{"3 files, because 1000 are read in one go"}) {
		t.Errorf("%d files, left out %q", len(p.files), left)
	}
}

// Links to files are followed, those to folders only where somebody names them:
// they may lead back.
func TestInputsFollowLinks(t *testing.T) {
	here := place(t, map[string]string{"real/a.cer": "1", "x/b.cer": "2"})
	for link, to := range map[string]string{"x/file": "real/a.cer", "x/folder": "real", "x/back": "x", "x/nowhere": "gone"} {
		if err := os.Symlink(filepath.Join(here, to), filepath.FromSlash(link)); err != nil {
			t.Skip(err)
		}
	}
	p := NewPile([]string{"x"}, nil)
	if got := inputNames(p.files); !slices.Equal(got, []string{"b.cer", "file", "!nowhere"}) {
		t.Errorf("read %q", got)
	}
	if left, _ := p.LeftOut(); !slices.Equal(left, []string{"2 links to folders"}) {
		t.Errorf("left out %q", left)
	}
	if got := inputNames(NewPile([]string{"x/folder"}, nil).files); !slices.Equal(got, []string{"a.cer"}) {
		t.Errorf("read %q", got)
	}
}

// What is refused is forgotten.
func TestSecretsAreForgotten(t *testing.T) {
	key := "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n-----END PRIVATE KEY-----\n"
	place(t, map[string]string{"key.txt": key, "other.txt": "words"})
	p := NewPile([]string{"key.txt", "other.txt"}, nil)
	report := p.Inspect(nil, time.Time{})
	if report.Files[0].Kind != reading.Secret || report.Files[0].SHA256 != "" || p.files != nil {
		t.Errorf("%s is kept", report.Files[0].Kind)
	}
}

func TestDistinctNames(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths have other separators")
	}
	for _, test := range []struct{ paths, want []string }{
		{[]string{"a/x.cer", "b/y.cer"}, []string{"x.cer", "y.cer"}},
		{[]string{"a/x.cer", "b/x.cer", "y.cer"}, []string{"a/x.cer", "b/x.cer", "y.cer"}},
		{[]string{"x.cer", "a/X.cer"}, []string{"x.cer", "a/X.cer"}},
		{[]string{"/r/a/b/x", "/r/c/b/x", "/r/x"}, []string{"a/b/x", "c/b/x", "r/x"}},
		{[]string{"e\u202evil", "evil"}, []string{"evil", "evil (2)"}},
		{[]string{"\x1b[31m"}, []string{"a file without a name"}},
		{[]string{"..", "/"}, []string{"..", "a file without a name"}},
	} {
		if got := distinct(test.paths); !slices.Equal(got, test.want) {
			t.Errorf("%q become %q, not %q", test.paths, got, test.want)
		}
	}
}

// TestReadingIsWatched: with each mebibyte it is told how far the reading is, and
// never more than there is.
func TestReadingIsWatched(t *testing.T) {
	here := place(t, map[string]string{"a.log": strings.Repeat("a line of a log\n", 3<<16), "b.log": "short"})
	p := NewPile([]string{here}, nil)
	var told []int64
	p.Watch = func(read, all int64) {
		told = append(told, read)
		if all != p.Bytes() || read > all {
			t.Errorf("%d of %d", read, all)
		}
	}
	p.Inspect(nil, time.Now())
	if len(told) == 0 || told[0] < 1<<20 {
		t.Errorf("told %v", told)
	}
}
