package wizard

import (
	"testing"

	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
)

// BenchmarkKey is a key press in a choice beside the live panel, and its frame.
func BenchmarkKey(b *testing.B) {
	d := driver{m: nil, world: wizardtest.NewWorld()}
	state, err := machine.Begin("", d.world)
	if err != nil {
		b.Fatal(err)
	}
	d.m = newProgram(Options{Outside: d.world}, state)
	d.press(wizardtest.MakePlan...).press(wizardtest.AnswerSite...).press(wizardtest.AllDevices...).press("1").resize(120, 40)
	b.ReportAllocs()
	for b.Loop() {
		d.press("down")
		_ = d.m.View()
	}
}

// BenchmarkKeyAtTheChecklist is a move in the list beside the task, and its
// frame.
func BenchmarkKeyAtTheChecklist(b *testing.B) { benchmarkWork(b, "down", "up") }

// BenchmarkTick is a task ticked, saved and drawn.
func BenchmarkTick(b *testing.B) { benchmarkWork(b, "x", "x") }

func benchmarkWork(b *testing.B, keys ...string) {
	world := wizardtest.ToWork(wizardtest.EveryWord("Anna Lind")...)
	state, err := machine.Begin("p.toml", world)
	if err != nil {
		b.Fatal(err)
	}
	d := driver{m: newProgram(Options{Outside: world}, state), world: world}
	d.resize(120, 40).press("home")
	for b.Loop() {
		d.press(keys...)
		_ = d.m.View()
	}
}
