package export

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
)

// traffics are the drawings that are looked at: a mixed plan, an empty one and
// many that are made up.
func traffics() []model.Traffic {
	plans := []model.Plan{mixedPlan(), {}, crowdedPlan(20, 16, 9), crowdedPlan(3, 16, 1), crowdedPlan(1, 1, 40)}
	r := rand.New(rand.NewPCG(5, 8))
	for range 150 {
		plans = append(plans, madeUpPlan(r))
	}
	list := make([]model.Traffic, len(plans))
	for i, p := range plans {
		list[i] = p.Traffic(model.Judge(p))
	}
	return list
}

// crowdedPlan has many entries of every sort.
func crowdedPlan(devices, points, connections int) model.Plan {
	p := mixedPlan()
	p.Devices, p.ManagementPoints, p.ConnectionPoints = nil, nil, nil
	for i := range devices {
		d := mixedDevices()[i%3]
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
	p := model.Plan{Name: drawnNames[r.IntN(len(drawnNames))]}
	p.Devices = make([]model.Device, r.IntN(7))
	p.ManagementPoints = make([]model.ManagementPoint, r.IntN(7))
	p.ConnectionPoints = make([]model.ConnectionPoint, r.IntN(6))
	for _, f := range p.Fields() {
		values := []string{"", model.Unsure, "1", "16"}
		if f.Kind() == model.TextField {
			values = drawnNames
		}
		for _, w := range f.Words() {
			values = append(values, w.Value, w.Value, w.Value)
		}
		_ = f.Set(values[r.IntN(len(values))]) // what a field does not take stays absent
	}
	for i := range p.Devices {
		p.Devices[i].Name = drawnNames[r.IntN(len(drawnNames))]
	}
	for i := range p.ManagementPoints {
		p.ManagementPoints[i].Host = drawnNames[r.IntN(len(drawnNames))]
	}
	return p
}

var drawnNames = []string{
	"", "Tills", "mp1.contoso.com", "Müller, Łódź, Дмитрий, 日本語", "👩‍💻 laptops 😀", "العربية", strings.Repeat("W", 300),
	"a name of many words that says a lot about the devices, where they stand, who uses them and what for, and more",
	"very-long-name-without-any-end.emea.corp.contoso.com", "<script>\x1b[31m&\uffff", "unsure", "P01", "2503", "2603",
}

// An area is a place on the drawing.
type area struct {
	left, top, right, bottom float64
	what                     string
}

func (a area) meets(b area) bool {
	const touch = 0.01
	return a.left < b.right-touch && b.left < a.right-touch && a.top < b.bottom-touch && b.top < a.bottom-touch
}

func (a area) holds(b area) bool {
	const touch = 0.01
	return a.left-touch <= b.left && a.top-touch <= b.top && b.right <= a.right+touch && b.bottom <= a.bottom+touch
}

func (t drawnText) area() area {
	wide := textWide(t.text, t.size, t.bold)
	left := t.x - wide*[...]float64{alignLeft: 0, alignMiddle: 0.5, alignRight: 1}[t.align]
	return area{left, t.y - t.size*0.76, left + wide, t.y + t.size*0.24, t.text}
}

func (b drawnBox) area() area   { return area{b.x, b.y, b.x + b.w, b.y + b.h, "a box"} }
func (m drawnMark) area() area  { return area{m.x, m.y, m.x + m.w, m.y + m.h, m.text.text} }
func (b drawnBand) area() area  { return area{b.x, b.y, b.x + b.w, b.y + b.h, "a band"} }
func (a drawnArrow) area() area { return areaOf(a.points) }

func areaOf(points []point) area {
	a := area{points[0].x, points[0].y, points[0].x, points[0].y, "a line"}
	for _, p := range points {
		a.left, a.right, a.top, a.bottom = min(a.left, p.x), max(a.right, p.x), min(a.top, p.y), max(a.bottom, p.y)
	}
	return a
}

// looseTexts are the texts that stand in no box and no badge.
func (d drawing) looseTexts() []drawnText {
	texts := slices.Clone(d.texts)
	for _, a := range d.arrows {
		texts = append(texts, a.label...)
	}
	return texts
}

func TestDrawingsAreWellLaidOut(t *testing.T) {
	for n, traffic := range traffics() {
		for _, width := range []float64{490, 510, 700} {
			d := newDrawing(traffic, width)
			if fault := d.fault(); fault != "" {
				t.Fatalf("drawing %d, %g points wide: %s", n, width, fault)
			}
		}
	}
}

// fault says what is wrong with the layout.
func (d drawing) fault() string {
	for _, look := range []func() string{d.boxesFault, d.textsFault, d.placesFault, d.marksFault, d.sizesFault} {
		if fault := look(); fault != "" {
			return fault
		}
	}
	return ""
}

func (d drawing) boxesFault() string {
	for i, b := range d.boxes {
		for _, other := range d.boxes[:i] {
			if b.area().meets(other.area()) {
				return fmt.Sprintf("boxes lie on one another: %v, %v", b.area(), other.area())
			}
		}
		for k, text := range b.texts {
			if !b.area().holds(text.area()) {
				return fmt.Sprintf("%q leaves its box %v", text.text, b.area())
			}
			if k > 0 && text.area().meets(b.texts[k-1].area()) {
				return fmt.Sprintf("%q stands on %q", text.text, b.texts[k-1].text)
			}
		}
		for _, text := range d.looseTexts() {
			if b.area().meets(text.area()) {
				return fmt.Sprintf("%q runs into a box", text.text)
			}
		}
		for _, a := range d.arrows {
			if b.area().meets(a.area()) {
				return fmt.Sprintf("a line %v runs into the box %v", a.area(), b.area())
			}
		}
	}
	return ""
}

func (d drawing) textsFault() string {
	texts := d.looseTexts()
	for i, text := range texts {
		for _, other := range texts[:i] {
			if text.area().meets(other.area()) {
				return fmt.Sprintf("%q stands on %q", text.text, other.text)
			}
		}
		for _, a := range d.arrows {
			if text.area().meets(a.area()) {
				return fmt.Sprintf("a line crosses %q", text.text)
			}
		}
	}
	return ""
}

func (d drawing) marksFault() string {
	for i, m := range d.marks {
		if !m.area().holds(m.text.area()) {
			return fmt.Sprintf("%q leaves its badge", m.text.text)
		}
		for _, other := range d.marks[:i] {
			if m.area().meets(other.area()) {
				return fmt.Sprintf("badge %q lies on %q", m.text.text, other.text.text)
			}
		}
		for _, a := range d.arrows {
			if m.area().meets(a.area()) {
				return fmt.Sprintf("a line crosses the badge %q", m.text.text)
			}
		}
		texts := d.looseTexts()
		for _, b := range d.boxes {
			texts = append(texts, b.texts...)
			if b.area().meets(m.area()) && !b.area().holds(m.area()) {
				return fmt.Sprintf("the badge %q leaves its box", m.text.text)
			}
		}
		for _, text := range texts {
			if m.area().meets(text.area()) {
				return fmt.Sprintf("the badge %q lies on %q", m.text.text, text.text)
			}
		}
	}
	return ""
}

func (d drawing) placesFault() string {
	page := area{0, 0, d.width, d.height, "the page"}
	var areas []area
	for _, b := range d.boxes {
		areas = append(areas, b.area())
	}
	for _, b := range d.bands {
		areas = append(areas, b.area())
	}
	for _, m := range d.marks {
		areas = append(areas, m.area())
	}
	for _, text := range d.looseTexts() {
		areas = append(areas, text.area())
	}
	for _, a := range areas {
		if !page.holds(a) {
			return fmt.Sprintf("%v leaves the page %v", a, page)
		}
	}
	return ""
}

func (d drawing) sizesFault() string {
	texts := d.looseTexts()
	for _, b := range d.boxes {
		texts = append(texts, b.texts...)
	}
	for _, text := range texts {
		if text.size < 7 || text.text == "" || text.text != drawnClean(text.text) && !strings.HasSuffix(text.text, "...") {
			return fmt.Sprintf("%q of %g points", text.text, text.size)
		}
	}
	if d.height > paperHigh+80 {
		return fmt.Sprintf("it is %g points high", d.height)
	}
	return ""
}

// TestDrawingsListEveryProblem reads the badges: each that stands in the drawing
// stands before its words too.
func TestDrawingsListEveryProblem(t *testing.T) {
	for n, traffic := range traffics() {
		listed, wrong := map[string]int{}, 0
		d := draw(traffic, 490, 1e6)
		for _, m := range d.marks {
			listed[m.text.text]++
		}
		for _, problem := range newPlotter(traffic, 490).book.list {
			wrong++
			if listed[problem.mark()] == 0 || !strings.Contains(d.about, drawnClean(problem.words())) {
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
	d := newDrawing(p.Traffic(model.Judge(p)), 490)
	titles := map[string]bool{}
	for _, b := range d.boxes {
		titles[b.texts[0].text] = true
	}
	for _, want := range []string{"7 kinds of devices", "6 kinds of devices", "9 connection points", "contosocmg.contoso.com"} {
		if !titles[want] {
			t.Errorf("no box %q in %v", want, titles)
		}
	}
	if len(d.boxes) > 4+1+1+4+4 {
		t.Errorf("%d boxes", len(d.boxes))
	}
}

func TestProblemWords(t *testing.T) {
	var b problemBook
	rule := model.TrafficWrong{Tone: model.TrafficFails, Title: "It holds", Detail: "it does not"}
	for _, where := range []string{"A", "B", "A", "C", "D", "E"} {
		b.number(rule, where)
	}
	b.number(model.TrafficWrong{Tone: model.TrafficUnknown, Title: "It holds", Detail: "not known yet"}, "A")
	b.number(model.TrafficWrong{Tone: model.TrafficFails, Title: "Nobody is served."}, "A")
	b.number(model.TrafficWrong{Tone: model.TrafficWarns, Title: "It lasts", Detail: "it ends"}, "")
	b.number(model.TrafficWrong{Tone: model.TrafficWarns, Title: "It lasts", Detail: "it ended", About: "x.cer"}, "")
	want := []string{
		"X1 Blocker broken: It holds. A, B, C and 2 more: it does not.",
		"?2 Not known yet: It holds. Where: A.",
		"X3 A: Nobody is served.",
		"!4 Warning broken: It lasts. It ends. x.cer: it ended.",
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
