package planfile

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/slow"
)

// saveVariable names the file that the test binary, started again as another
// process, saves again and again until it is killed.
const saveVariable = "PLANFILE_TEST_SAVE"

// saveForEver gives each version a name whose length tells its serial: a version
// that is torn does not pass for another one.
func saveForEver(path string) {
	f, err := Open(path, "ben on PC8", evening)
	for err == nil {
		plan := f.Plan()
		plan.Name = version(plan.Serial + 1)
		_, err = f.Save(plan, evening)
		fmt.Println("saved")
	}
	fmt.Println(err)
	os.Exit(1)
}

const mostVersions = 40

func version(serial int) string { return strings.Repeat("x", 100*(serial%mostVersions)) }

// TestKilledWhileSaving kills such processes at any moment. The plan is one of
// its versions each time, and so is its .bak. It goes on until a kill came in the
// middle of a save, which a draft left behind shows: when that is, no test decides.
func TestKilledWhileSaving(t *testing.T) {
	t.Parallel()
	kills := slow.Rounds(50)
	chance := rand.New(rand.NewPCG(1, 2))
	path := filepath.Join(t.TempDir(), "contoso.toml")
	closeFile(t, create(t, path, model.Plan{Name: version(1)}))
	last, drafts := 1, 0
	for round := 0; round < kills || drafts == 0 && round < 20*kills; round++ {
		saveUntilKilled(t, path, chance)
		plan, err := Read(path)
		if err != nil || plan.Name != version(plan.Serial) || plan.Serial < last {
			t.Fatalf("the plan: serial %d after %d, %d letters: %v", plan.Serial, last, len(plan.Name), err)
		}
		last = plan.Serial
		spare, err := Read(path + ".bak")
		if noneYet := errors.Is(err, os.ErrNotExist); !noneYet && (err != nil || spare.Name != version(spare.Serial) || plan.Serial-spare.Serial > 1) {
			t.Fatalf("the .bak: serial %d beside %d: %v", spare.Serial, plan.Serial, err)
		}
		drafts += strings.Count(names(t, filepath.Dir(path)), ".tmp")
	}
	if drafts == 0 {
		t.Logf("%d versions, but no kill came in the middle of a save", last)
	}
	closeFile(t, open(t, path))
	if got := names(t, filepath.Dir(path)); got != "contoso.toml contoso.toml.bak" {
		t.Errorf("left behind: %s", got)
	}
}

// saveUntilKilled kills the process after it has said a few times that it
// saved, and some turns later: so the moment differs.
func saveUntilKilled(t *testing.T, path string, chance *rand.Rand) {
	t.Helper()
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), saveVariable+"="+path)
	out, err := other.StdoutPipe()
	if err = errors.Join(err, other.Start()); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for range 1 + chance.IntN(3) {
		if !lines.Scan() || lines.Text() != "saved" {
			t.Errorf("the other process says %q", lines.Text())
		}
	}
	wasted := 0
	for range chance.IntN(3_000_000) {
		wasted += chance.IntN(2)
	}
	_ = other.Process.Kill() // it cannot have ended
	_ = other.Wait()
	_ = wasted
}
