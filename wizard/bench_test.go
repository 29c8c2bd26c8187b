package wizard

import "testing"

// BenchmarkKey is a key press in a choice beside the live panel, and its frame.
func BenchmarkKey(b *testing.B) {
	d := driver{m: nil, world: newWorld()}
	state, err := begin(Options{Outside: d.world})
	if err != nil {
		b.Fatal(err)
	}
	d.m = newProgram(Options{Outside: d.world}, state)
	d.press(makePlan...).press(answerSite...).press(allDevices...).press("1").resize(120, 40)
	b.ReportAllocs()
	for b.Loop() {
		d.press("down")
		_ = d.m.View()
	}
}
