package planfile

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/planfile/disk"
	"cmgwizard/model/slow"
)

// noLocks is a disk that knows no locks.
func noLocks(step, _ string) error {
	if step == "lock" {
		return syscall.ENOSYS
	}
	return nil
}

// TestTwoWritersLoseNothing has two loops open, change, save and close one plan.
func TestTwoWritersLoseNothing(t *testing.T) {
	t.Parallel()
	each := slow.Rounds(60)
	for name, folder := range map[string]opener{"with locks": on(nothing), "without locks": on(noLocks)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "contoso.toml")
			closeFile(t, create(t, path, model.Plan{Name: "0"}))
			var all sync.WaitGroup
			for range 2 {
				all.Go(func() {
					for n := 0; n < each && !t.Failed(); {
						if countUp(t, folder, path) {
							n++
						}
						runtime.Gosched()
					}
				})
			}
			all.Wait()
			plan, err := Read(path)
			if err != nil || plan.Name != fmt.Sprint(2*each) || plan.Serial != 2*each+1 {
				t.Errorf("ends with %q, serial %d, %v", plan.Name, plan.Serial, err)
			}
			if got := names(t, filepath.Dir(path)); got != "contoso.toml contoso.toml.bak" {
				t.Errorf("left behind: %s", got)
			}
		})
	}
}

// countUp counts the name of the plan up. It reports false when somebody else
// has the plan.
func countUp(t *testing.T, folder opener, path string) bool {
	f, err := openIn(folder, path, anna, morning)
	var locked *LockedError
	if errors.As(err, &locked) {
		return false
	}
	if err != nil {
		t.Error(err)
		return false
	}
	plan := f.Plan()
	n := 0
	_, scanned := fmt.Sscan(plan.Name, &n)
	plan.Name = fmt.Sprint(n + 1)
	_, saved := f.Save(plan, evening)
	if err := errors.Join(scanned, saved, f.Close()); err != nil {
		t.Error(err)
		return false
	}
	return true
}

// deadProcess is the number of one that has ended.
func deadProcess(t *testing.T) int {
	t.Helper()
	other := exec.Command(os.Args[0], "-test.run=^$")
	if err := other.Run(); err != nil {
		t.Fatal(err)
	}
	if disk.Machine() == "" || !disk.IsGone(other.Process.Pid) {
		t.Skip("nothing here tells whether a process is gone")
	}
	return other.Process.Pid
}

// lockFile is what a process leaves on a disk without locks.
func lockFile(machine string, process int, token string) string {
	return fmt.Sprintf("\x00ben\t2026-11-22T21:40:00Z\t%d\t%s\t%s\n", process, machine, token)
}

const someToken = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

func TestALockFileIsALockUntilItsMakerSurelyIsGone(t *testing.T) {
	dead, here := deadProcess(t), disk.Machine()
	for name, test := range map[string]struct {
		left string
		free bool
	}{
		"its process is gone":         {lockFile(here, dead, someToken), true},
		"its process lives":           {lockFile(here, os.Getpid(), someToken), false},
		"another machine":             {lockFile("0123456789abcdef", dead, someToken), false},
		"a machine without a name":    {lockFile("", dead, someToken), false},
		"a token that is a path":      {lockFile(here, dead, "../../x"), false},
		"no number":                   {strings.Replace(lockFile(here, dead, someToken), fmt.Sprint(dead), "x", 1), false},
		"a record that is cut off":    {strings.TrimSuffix(lockFile(here, dead, someToken), "\n"), false},
		"no record yet":               {"", false},
		"one of a system with locks":  {"\x00ben\t2026-11-22T21:40:00Z\t7\n", false},
		"more than a record may hold": {strings.Repeat("x", 1<<16), false},
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, smallPlan)
			overwrite(t, path+".lock", test.left)
			f, err := openIn(on(noLocks), path, anna, morning)
			if test.free {
				if err != nil {
					t.Fatal(err)
				}
				_, err = openIn(on(noLocks), path, anna, morning)
				wantLocked(t, err, path, " (anna on PC7, since 2026-11-22 07:00 UTC)")
				_, err = Open(path, anna, morning) // somebody for whom the same disk knows locks
				wantLocked(t, err, path, " (anna on PC7, since 2026-11-22 07:00 UTC)")
				closeFile(t, f)
				if got := names(t, filepath.Dir(path)); got != "contoso.toml" {
					t.Errorf("left behind: %s", got)
				}
				return
			}
			var locked *LockedError
			if !errors.As(err, &locked) || !strings.Contains(locked.Hint(), "delete "+path+".lock") {
				t.Errorf("got %v", err)
			}
			if content(t, path+".lock") != test.left {
				t.Error("the lock of somebody else was written")
			}
		})
	}
}

// TestOnlyOneTakesALockOver has several find the lock of a dead process at once.
func TestOnlyOneTakesALockOver(t *testing.T) {
	left := lockFile(disk.Machine(), deadProcess(t), someToken)
	path := write(t, smallPlan)
	var opened atomic.Int32
	for range 50 {
		overwrite(t, path+".lock", left)
		var inside atomic.Int32
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				f, err := openIn(on(noLocks), path, anna, morning)
				var locked *LockedError
				if errors.As(err, &locked) {
					return
				}
				if err != nil || inside.Add(1) != 1 {
					t.Errorf("two have it open, or %v", err)
					return
				}
				opened.Add(1)
				inside.Add(-1)
				if err := f.Close(); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		os.Remove(path + ".lock") // all may have waited for each other
	}
	if opened.Load() == 0 {
		t.Error("nobody took it over")
	}
}

// TestALockThatCannotBeDropped is told: others would be kept out for ever.
func TestALockThatCannotBeDropped(t *testing.T) {
	path := write(t, smallPlan)
	f, err := openIn(on(func(step, name string) error {
		if step == "remove" && strings.HasSuffix(name, ".lock") {
			return syscall.EPERM
		}
		return noLocks(step, name)
	}), path, anna, morning)
	if err != nil {
		t.Fatal(err)
	}
	wantAccessError(t, f.Close(), "was saved, but contoso.toml.lock could not be deleted")
}
