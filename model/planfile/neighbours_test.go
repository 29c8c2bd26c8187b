package planfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"cmgwizard/model"
)

// neighbours are the files that the program writes beside a plan.
var neighbours = []string{".lock", ".bak"}

// TestNothingIsWrittenThroughALink has a link stand where the program writes.
func TestNothingIsWrittenThroughALink(t *testing.T) {
	for _, neighbour := range neighbours {
		for _, target := range []string{"victim", "nowhere", "folder", filepath.Base("contoso.toml") + neighbour} {
			t.Run(neighbour+" to "+target, func(t *testing.T) {
				path := write(t, smallPlan)
				folder := filepath.Dir(path)
				overwrite(t, filepath.Join(folder, "victim"), "precious")
				if err := errors.Join(os.Mkdir(filepath.Join(folder, "folder"), 0o700), os.Symlink(target, path+neighbour)); err != nil {
					t.Skip("no links here:", err)
				}
				_, err := Open(path, anna, morning)
				wantAccessError(t, err, "cannot be saved: contoso.toml"+neighbour+" beside it is a link")
				_, err = Create(filepath.Join(folder, "contoso.toml"), model.Plan{}, anna, morning)
				if err == nil {
					t.Error("the plan was made anew")
				}
				if content(t, filepath.Join(folder, "victim")) != "precious" {
					t.Error("the victim was written")
				}
				if _, err := os.Lstat(filepath.Join(folder, "nowhere")); !errors.Is(err, fs.ErrNotExist) {
					t.Error("the link made a file:", err)
				}
				if _, err := Read(path); err != nil {
					t.Error("it cannot be read:", err)
				}
			})
		}
	}
}

// TestALinkBesideANewPlan stands there before the plan does.
func TestALinkBesideANewPlan(t *testing.T) {
	for _, neighbour := range neighbours {
		path := filepath.Join(t.TempDir(), "contoso.toml")
		if err := os.Symlink("nowhere", path+neighbour); err != nil {
			t.Skip("no links here:", err)
		}
		_, err := Create(path, model.Plan{}, anna, morning)
		wantAccessError(t, err, "contoso.toml"+neighbour+" beside it is a link")
		if got := names(t, filepath.Dir(path)); got != "contoso.toml"+neighbour {
			t.Errorf("left behind: %s", got)
		}
	}
}

// TestAFolderBesideThePlan is as little an ordinary file as a link.
func TestAFolderBesideThePlan(t *testing.T) {
	for _, neighbour := range neighbours {
		path := write(t, smallPlan)
		if err := os.Mkdir(path+neighbour, 0o700); err != nil {
			t.Fatal(err)
		}
		_, err := Open(path, anna, morning)
		wantAccessError(t, err, "contoso.toml"+neighbour+" beside it is a folder")
	}
}

// TestALinkThatComesDuringASave is put there before each step of a save.
func TestALinkThatComesDuringASave(t *testing.T) {
	for _, neighbour := range neighbours {
		for at, done := 1, false; !done; at++ {
			path, steps := write(t, smallPlan), 0
			victim := filepath.Join(filepath.Dir(path), "victim")
			overwrite(t, victim, "precious")
			f, err := openIn(on(func(string, string) error {
				if steps++; steps == at {
					os.Remove(path + neighbour)
					if err := os.Symlink("victim", path+neighbour); err != nil {
						t.Skip("no links here:", err)
					}
				}
				return nil
			}), path, anna, morning)
			if err == nil {
				_, _ = f.Save(model.Plan{Name: "ours"}, evening)
				_ = f.Close()
			}
			if content(t, victim) != "precious" {
				t.Fatalf("a link at step %d: the victim was written", at)
			}
			done = steps < at
		}
	}
}

// TestALockFileOfSomebodyElse is in a folder where only owners may remove.
func TestALockFileOfSomebodyElse(t *testing.T) {
	for name, test := range map[string]struct {
		denied []string
		want   string // "" when the plan is opened
	}{
		"it can be read":    {[]string{"change", "remove"}, ""},
		"not even that":     {[]string{"change", "remove", "open"}, "contoso.toml.lock beside it belongs to somebody else"},
		"it can be removed": {[]string{"change"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, smallPlan)
			overwrite(t, path+".lock", "\x00ben\t2026-11-22T21:40:00Z\t7\n")
			f, err := openIn(on(func(step, name string) error {
				if name == "contoso.toml.lock" && strings.Contains(strings.Join(test.denied, " "), step) {
					return &fs.PathError{Op: step + "at", Path: name, Err: syscall.EPERM}
				}
				return nil
			}), path, anna, morning)
			if test.want != "" {
				wantAccessError(t, err, test.want)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			save(t, f, model.Plan{Name: "new"})
			closeFile(t, f)
			stays := strings.Contains(names(t, filepath.Dir(path)), ".lock")
			if stays != (len(f.Notes()) == 1) || stays == (len(test.denied) == 1) {
				t.Errorf("notes %q, and the lock file stays: %t", f.Notes(), stays)
			}
		})
	}
}

func TestNamesThatMeanSomethingElseOnWindows(t *testing.T) {
	for base, want := range map[string]string{
		"contoso.toml": "", ".hidden": "", "a..toml": "", "..": "", ".": "", "com10.toml": "",
		"CON.toml": "the name CON means a device", "con": "means a device", "Com¹.toml": "means a device", "nul:": "means a device",
		"plan.toml:stream": "a colon, which on Windows names a stream", "plan.toml::$DATA": "a stream",
		"plan.toml.": "ends in a dot", "plan.toml ": "ends in a blank", "plan?.toml": "a character",
	} {
		if got := Unfit(base); got == "" != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%q: %q", base, got)
		}
		if _, err := Read(filepath.Join(t.TempDir(), base)); runtime.GOOS == "windows" && want != "" {
			var bad *nameError
			if !errors.As(err, &bad) {
				t.Errorf("%q: %v", base, err)
			}
		}
	}
}
