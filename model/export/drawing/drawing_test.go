package drawing

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/judge"
	"cmgwizard/model/traffic"
)

// traffics are the drawings that are looked at: a mixed plan, an empty one and
// many that are made up.
func traffics() []traffic.Drawing {
	plans := []model.Plan{exporttest.MixedPlan(), {}, crowdedPlan(20, 16, 9), crowdedPlan(3, 16, 1), crowdedPlan(1, 1, 40)}
	r := rand.New(rand.NewPCG(5, 8))
	for range 150 {
		plans = append(plans, madeUpPlan(r))
	}
	list := make([]traffic.Drawing, len(plans))
	for i, p := range plans {
		list[i] = traffic.Draw(&p, judge.Plan(p))
	}
	return list
}

// crowdedPlan has many entries of every sort.
func crowdedPlan(devices, points, connections int) model.Plan {
	p := exporttest.MixedPlan()
	p.Devices, p.ManagementPoints, p.ConnectionPoints = nil, nil, nil
	for i := range devices {
		d := exporttest.MixedDevices()[i%3]
		d.Name, d.Windows = fmt.Sprintf("Kind of devices number %d", i), model.WindowsVersions[i%2].Value
		p.Devices = append(p.Devices, d)
	}
	answers := []model.YesNo{model.Yes, model.No, model.Unsure}
	for i := range points {
		p.ManagementPoints = append(p.ManagementPoints, model.ManagementPoint{
			Host: fmt.Sprintf("mp%02d.a-very-long-part-of-a-name.emea.corp.contoso.com", i), Clients: model.ConnectionKinds[i%2].Value,
			CMGTraffic: answers[i%3], InternetOnly: answers[i/3%3],
		})
	}
	for i := range connections {
		p.ConnectionPoints = append(p.ConnectionPoints, model.ConnectionPoint{Host: fmt.Sprintf("cp%02d.contoso.com", i)})
	}
	return p
}

// madeUpPlan answers every question by chance.
func madeUpPlan(r *rand.Rand) model.Plan {
	p := model.Plan{Name: exporttest.DrawnNames[r.IntN(len(exporttest.DrawnNames))]}
	p.Devices = make([]model.Device, r.IntN(7))
	p.ManagementPoints = make([]model.ManagementPoint, r.IntN(7))
	p.ConnectionPoints = make([]model.ConnectionPoint, r.IntN(6))
	for _, f := range p.Fields() {
		values := []string{"", model.Unsure, "1", "16"}
		if f.Kind() == model.TextField {
			values = exporttest.DrawnNames
		}
		for _, w := range f.Words() {
			values = append(values, w.Value, w.Value, w.Value)
		}
		_ = f.Set(values[r.IntN(len(values))]) // what a field does not take stays absent
	}
	for i := range p.Devices {
		p.Devices[i].Name = exporttest.DrawnNames[r.IntN(len(exporttest.DrawnNames))]
	}
	for i := range p.ManagementPoints {
		p.ManagementPoints[i].Host = exporttest.DrawnNames[r.IntN(len(exporttest.DrawnNames))]
	}
	return p
}

// TestDrawingsListEveryProblem reads the badges: each that stands in the drawing
// stands before its words too.
func TestDrawingsListEveryProblem(t *testing.T) {
	for n, traffic := range traffics() {
		listed, wrong := map[string]int{}, 0
		d := Draw(traffic, 490, 1e6)
		for _, m := range d.Marks {
			listed[m.Text.Text]++
		}
		for _, problem := range newPlotter(traffic, 490).book.list {
			wrong++
			if listed[problem.mark()] == 0 || !strings.Contains(d.About, Clean(problem.words())) {
				t.Fatalf("drawing %d does not tell %s", n, problem.words())
			}
		}
		if wrong == 0 && n == 0 {
			t.Fatal("the mixed plan has no problem")
		}
	}
}

func TestDrawingGroupsWhatIsAlike(t *testing.T) {
	p := crowdedPlan(20, 16, 9)
	d := NewDrawing(traffic.Draw(&p, judge.Plan(p)), 490)
	titles := map[string]bool{}
	for _, b := range d.Boxes {
		titles[b.Texts[0].Text] = true
	}
	for _, want := range []string{"7 kinds of devices", "6 kinds of devices", "9 connection points", "contosocmg.contoso.com"} {
		if !titles[want] {
			t.Errorf("no box %q in %v", want, titles)
		}
	}
	if len(d.Boxes) > 4+1+1+4+4 {
		t.Errorf("%d boxes", len(d.Boxes))
	}
}

func TestProblemWords(t *testing.T) {
	var b problemBook
	rule := traffic.Problem{Tone: traffic.Fails, Title: "It holds", Detail: "it does not"}
	for _, where := range []string{"A", "B", "A", "C", "D", "E"} {
		b.number(rule, where)
	}
	b.number(traffic.Problem{Tone: traffic.NotKnown, Title: "It holds", Detail: "not known yet"}, "A")
	b.number(traffic.Problem{Tone: traffic.Fails, Title: "Nobody is served."}, "A")
	b.number(traffic.Problem{Tone: traffic.Warns, Title: "It lasts", Detail: "it ends"}, "")
	b.number(traffic.Problem{Tone: traffic.Warns, Title: "It lasts", Detail: "it ended", About: "x.cer"}, "")
	want := []string{
		"X1 Blocker: It holds. A, B, C and 2 more: it does not.",
		"?2 It holds. Where: A.",
		"X3 A: Nobody is served.",
		"!4 Warning: It lasts. It ends. x.cer: it ended.",
	}
	for i, problem := range b.list {
		if got := problem.mark() + " " + problem.words(); i >= len(want) || got != want[i] {
			t.Errorf("got %s", got)
		}
	}
}

func TestLinesBreak(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		most  int
		want  string
	}{
		{"one two", 100, 2, "one two"},
		{"one two three", 32, 3, "one two|three"},
		{"one two three", 32, 1, "one tw..."},
		{"mp1.contoso.com", 40, 3, "mp1.|contoso.|com"},
		{"", 40, 3, ""},
	} {
		if got := strings.Join(lineFace.lines(c.text, c.width, c.most), "|"); got != c.want {
			t.Errorf("%q in %g points is %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestArrowHeads(t *testing.T) {
	down := Arrow{points: []Point{{10, 0}, {10, 20}}}
	if head := down.Head(); len(head) != 3 || head[0] != (Point{10, 20}) || head[1].Y != 20-headLength || head[1].X == head[2].X {
		t.Errorf("the head of an arrow down is %v", head)
	}
	if shaft := down.Shaft(); shaft[1].Y >= 20 || down.points[1].Y != 20 {
		t.Errorf("the line under the head is %v", shaft)
	}
	down.headless = true
	if down.Head() != nil || down.Shaft()[1].Y != 20 {
		t.Error("a line without a head has one")
	}
}
