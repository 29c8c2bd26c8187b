package cli

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/planfile"
	"github.com/BurntSushi/toml"
)

const manyPlans = 10_000

// BenchmarkCheck10000 judges 10,000 plans in one run of the program. The target
// is under 10 seconds on two cores, with under 200 MB.
func BenchmarkCheck10000(b *testing.B) {
	list := writePlans(b, manyPlans)
	var peak float64
	var took time.Duration
	for b.Loop() {
		cmd := exec.Command("cmgwizard", "check", "--json", "--plans-from", list)
		begin := time.Now()
		if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() > exitIncomplete {
			b.Fatal(err)
		}
		took += time.Since(begin)
		peak = max(peak, peakMemory(cmd.ProcessState))
	}
	b.ReportMetric(float64(manyPlans)*float64(b.N)/took.Seconds(), "plans/s")
	b.ReportMetric(peak, "peak-MB")
}

// BenchmarkReadAndJudge reads and judges 10,000 plans, and decodes the same bytes
// as TOML alone, by turns. Reading and judging may take three times as long.
func BenchmarkReadAndJudge(b *testing.B) {
	var texts [][]byte
	for _, text := range planTexts(manyPlans) {
		texts = append(texts, text)
	}
	var ours, raw time.Duration
	for b.Loop() {
		for _, text := range texts {
			begin := time.Now()
			document, err := planfile.Parse("chance.toml", text)
			if err != nil {
				b.Fatal(err)
			}
			judge.Plan(document.Plan)
			read := time.Now()
			if err := toml.Unmarshal(text, &map[string]any{}); err != nil {
				b.Fatal(err)
			}
			ours, raw = ours+read.Sub(begin), raw+time.Since(read)
		}
	}
	each := float64(len(texts) * b.N)
	b.ReportMetric(float64(ours.Microseconds())/each, "µs/plan")
	b.ReportMetric(float64(raw.Microseconds())/each, "µs/TOML")
	b.ReportMetric(ours.Seconds()/raw.Seconds(), "times-TOML")
}

// planTexts are plans with chance answers, always the same ones.
func planTexts(n int) iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		chance := rand.New(rand.NewPCG(1, 2))
		for i := range n {
			if !yield(i, planfile.New().Format(chancePlan(chance))) {
				return
			}
		}
	}
}

// peakMemory is the largest resident size of a process in MB, 0 where the
// system does not tell.
func peakMemory(state *os.ProcessState) float64 {
	usage := reflect.ValueOf(state.SysUsage())
	if usage.Kind() != reflect.Pointer || runtime.GOOS == "windows" {
		return 0
	}
	unit := 1024.0
	if runtime.GOOS == "darwin" {
		unit = 1
	}
	return float64(usage.Elem().FieldByName("Maxrss").Int()) * unit / 1e6
}

// writePlans writes plans with chance answers, and the list of them.
func writePlans(t testing.TB, n int) (list string) {
	t.Helper()
	folder := t.TempDir()
	var paths strings.Builder
	for i, text := range planTexts(n) { // one at a time: a program that is started counts what its parent held
		path := filepath.Join(folder, fmt.Sprintf("%05d.toml", i))
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&paths, path)
	}
	list = filepath.Join(folder, "list.txt")
	if err := os.WriteFile(list, []byte(paths.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return list
}

// chancePlan has up to four entries in each list. An answer is absent, unsure
// or one of the words that it takes.
func chancePlan(chance *rand.Rand) model.Plan {
	plan := model.Plan{Name: "Chance"}
	plan.Devices = make([]model.Device, chance.IntN(5))
	plan.ManagementPoints = make([]model.ManagementPoint, chance.IntN(5))
	plan.ConnectionPoints = make([]model.ConnectionPoint, chance.IntN(3))
	for _, field := range plan.Fields() {
		if text := chanceAnswer(chance, field); field.Set(text) != nil {
			field.Clear()
		}
	}
	return plan
}

func chanceAnswer(chance *rand.Rand, field model.Field) string {
	words := field.Words()
	switch n := chance.IntN(10); {
	case n == 0:
		return ""
	case n == 1:
		return model.Unsure
	case len(words) > 0:
		return words[chance.IntN(len(words))].Value
	}
	texts := []string{"P01", "2409", "2503", "1", "2", "2048", "mp1.contoso.com", "contosocmg.contoso.com"}
	return texts[chance.IntN(len(texts))]
}

// The generated plans are plans: else the benchmark would measure errors.
func TestChancePlans(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		if _, err := planfile.Parse("chance.toml", planfile.New().Format(chancePlan(chance))); err != nil {
			t.Fatal(err)
		}
	}
}
