package planfile

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/planfile/disk"
	"github.com/gofrs/flock"
)

// holdVariable names the file that the test binary, started again as another
// process, locks until it is killed or its input ends.
const holdVariable = "PLANFILE_TEST_HOLD"

func TestMain(m *testing.M) {
	if path := os.Getenv(saveVariable); path != "" {
		saveForEver(path)
	}
	path := os.Getenv(holdVariable)
	if path == "" {
		os.Exit(m.Run())
	}
	f, err := Open(path, "ben on PC8", evening)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("open")
	bufio.NewReader(os.Stdin).ReadString('\n')
	if err := f.Close(); err != nil {
		os.Exit(1)
	}
}

// hold lets another process open the plan and waits until it has.
func hold(t *testing.T, path string) (*exec.Cmd, func()) {
	t.Helper()
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), holdVariable+"="+path)
	in, err1 := other.StdinPipe()
	out, err2 := other.StdoutPipe()
	if err := errors.Join(err1, err2, other.Start()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { other.Process.Kill(); other.Wait() })
	if line, _ := bufio.NewReader(out).ReadString('\n'); line != "open\n" {
		t.Fatalf("the other process says %q", line)
	}
	return other, func() {
		in.Close()
		if err := other.Wait(); err != nil {
			t.Error(err)
		}
	}
}

func wantLocked(t *testing.T, err error, path, who string) {
	t.Helper()
	var locked *LockedError
	if !errors.As(err, &locked) || locked.Hint() == "" || locked.ExitCode() != 5 {
		t.Fatalf("got %v", err)
	}
	if want := path + " is open in another wizard or command" + who; err.Error() != want {
		t.Errorf("got  %s\nwant %s", err, want)
	}
}

func TestAPlanThatIsOpenElsewhereSaysWhere(t *testing.T) {
	path := write(t, smallPlan)
	_, letGo := hold(t, path)
	_, err := Open(path, anna, morning)
	wantLocked(t, err, path, " (ben on PC8, since 2026-11-22 21:40 UTC)")
	if _, err := Read(path); err != nil {
		t.Errorf("it cannot be read meanwhile: %v", err)
	}
	letGo()
	open(t, path)
}

func TestAProcessThatWasKilledLocksNothing(t *testing.T) {
	path := write(t, smallPlan)
	other, _ := hold(t, path)
	if err := other.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	other.Wait()
	if record := content(t, path+".lock"); !strings.HasPrefix(record, "\x00ben on PC8\t2026-11-22T21:40:00Z\t") {
		t.Errorf("it left %q: the first byte is locked and cannot be read everywhere", record)
	}
	f := open(t, path)
	_, err := Open(path, "ben", morning)
	wantLocked(t, err, path, " (anna on PC7, since 2026-11-22 07:00 UTC)")
	closeFile(t, f)
	if got := names(t, filepath.Dir(path)); got != "contoso.toml" {
		t.Errorf("left behind: %s", got)
	}
}

// TestALockOnARemovedFileIsNone stands between the opening of a lock file and
// its locking, where another wizard removes it.
func TestALockOnARemovedFileIsNone(t *testing.T) {
	path := write(t, smallPlan)
	spot, err := find(path, disk.Open)
	if err != nil {
		t.Fatal(err)
	}
	defer spot.close()
	taken, err := spot.tryLock()
	if err != nil || taken == nil {
		t.Fatal(err)
	}
	if err := os.Remove(path + ".lock"); err != nil {
		t.Skip("it cannot be removed here, which is as good:", err)
	}
	if err := spot.sign(taken, anna, morning); !errors.Is(err, errStale) {
		t.Errorf("signed: %v", err)
	}
	open(t, path)
}

// TestTheFileIsCheckedAgainUnderTheLock has the file change in between.
func TestTheFileIsCheckedAgainUnderTheLock(t *testing.T) {
	path, checks := write(t, smallPlan), 0
	appeared := func(*spot) error {
		if checks++; checks == 2 {
			return &ExistsError{path}
		}
		return nil
	}
	_, err := start(disk.Open, path, anna, morning, appeared, (*File).open)
	var exists *ExistsError
	if !errors.As(err, &exists) || names(t, filepath.Dir(path)) != "contoso.toml" {
		t.Errorf("got %v", err)
	}
}

func TestWhoHasALockIsShownCleanOrNotAtAll(t *testing.T) {
	for name, test := range map[string]struct{ record, want string }{
		"empty":     {"", ""},
		"cut off":   {"\x00anna", ""},
		"no time":   {"\x00anna\tyesterday\t7\n", ""},
		"an escape": {"\x00an\x1b[31mna\t2026-11-22T21:40:00Z\t7\nrest of another", " (anna, since 2026-11-22 21:40 UTC)"},
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, smallPlan)
			overwrite(t, path+".lock", test.record)
			held := flock.New(path + ".lock")
			if ok, err := held.TryLock(); !ok || err != nil {
				t.Fatal(err)
			}
			defer held.Unlock()
			_, err := Open(path, anna, morning)
			wantLocked(t, err, path, test.want)
		})
	}
}

func TestALockedPlanIsNotMadeAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "contoso.toml")
	held := flock.New(path + ".lock")
	if ok, err := held.TryLock(); !ok || err != nil {
		t.Fatal(err)
	}
	defer held.Unlock()
	_, err := Create(path, model.Plan{}, anna, morning)
	wantLocked(t, err, path, "")
}

// TestOnlyOneHasThePlanOpen lets several open and close it at once: the lock
// file comes and goes all the time.
func TestOnlyOneHasThePlanOpen(t *testing.T) {
	path := write(t, smallPlan)
	var inside, opened atomic.Int32
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 200 {
				f, err := Open(path, anna, morning)
				var locked *LockedError
				if errors.As(err, &locked) {
					continue
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
			}
		})
	}
	all.Wait()
	if opened.Load() == 0 || !strings.Contains(names(t, filepath.Dir(path)), "contoso.toml") {
		t.Error("nobody could open it")
	}
}

func TestALongNameFitsTheRecord(t *testing.T) {
	path := write(t, smallPlan)
	f, err := Open(path, strings.Repeat("ä\t", 300)+"\x1b[31m", morning)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	_, err = Open(path, anna, morning)
	var locked *LockedError
	if !errors.As(err, &locked) || !strings.HasPrefix(locked.Who, "ä ä ä") || locked.Since.IsZero() {
		t.Errorf("got %v", err)
	}
}
