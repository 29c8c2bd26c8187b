package drawing

import "cmgwizard/model/traffic"

// The house colours, as RRGGBB.
const (
	blueInk  = "0B5CAD"
	greenInk = "2E7D32"
	amberInk = "9A6700"
	redInk   = "B3261E"
	greyInk  = "5F6B7A"
	blackInk = "1B1F24"
)

// ToneInk is the colour of lines and texts of a tone.
func ToneInk(tone traffic.Tone) string {
	switch tone {
	case traffic.Works:
		return greenInk
	case traffic.Warns:
		return amberInk
	case traffic.Fails:
		return redInk
	case traffic.NotKnown:
		return greyInk
	}
	return blueInk
}

// Ink is the colour of a text: black where it says nothing of a tone.
func (t Text) Ink() string {
	if t.tone == "" {
		return blackInk
	}
	return ToneInk(t.tone)
}

// Border is the colour and the width of the line around a box.
func (b Box) Border() (ink string, width float64) {
	switch b.Tone {
	case traffic.Fails:
		return redInk, 1.6
	case traffic.Warns:
		return amberInk, 1.3
	case traffic.NotKnown:
		return greyInk, 0.9
	}
	return blueInk, 0.9
}

// Dashed reports whether a line of this tone is drawn in dashes of 3 points.
func Dashed(tone traffic.Tone) bool { return tone == traffic.NotKnown }

// LineWidth is the width of an arrow's line.
func (a Arrow) LineWidth() float64 {
	if a.Tone == traffic.Fails {
		return 1.6
	}
	return 1
}

// The colours of grounds, as RRGGBB.
const (
	cloudGround  = "EAF2FB" // behind the CMG
	insideGround = "F3F4F6"
	PageGround   = "FFFFFF"
)

// Ground is the colour of the band: one for what stands in Azure, one for
// everything else.
func (b Band) Ground() string {
	if b.kind == traffic.GatewayNode {
		return cloudGround
	}
	return insideGround
}

// headLength is how long the head of an arrow is.
const headLength = 5.5

// Head is the triangle at the end of an arrow.
func (a Arrow) Head() []Point {
	if a.headless || len(a.points) < 2 {
		return nil
	}
	tip, before := a.points[len(a.points)-1], a.points[len(a.points)-2]
	dx, dy := Sign(tip.X-before.X), Sign(tip.Y-before.Y)
	back := Point{tip.X - dx*headLength, tip.Y - dy*headLength}
	const half = headLength / 2
	return []Point{tip, {back.X + dy*half, back.Y + dx*half}, {back.X - dy*half, back.Y - dx*half}}
}

// Sign is -1, 0 or 1: arrows run along the axes.
func Sign(v float64) float64 {
	switch {
	case v < 0:
		return -1
	case v > 0:
		return 1
	}
	return 0
}

// Shaft is the line of an arrow without its head.
func (a Arrow) Shaft() []Point {
	points := append([]Point(nil), a.points...)
	if a.Head() != nil {
		tip, before := points[len(points)-1], points[len(points)-2]
		points[len(points)-1] = Point{tip.X - Sign(tip.X-before.X)*headLength/2, tip.Y - Sign(tip.Y-before.Y)*headLength/2}
	}
	return points
}

// strokes are the lines of the shaft, from the first point to the last: dashes of 3 points
// where it is dashed.
func (a Arrow) strokes() [][2]Point {
	const dash = 3.0
	var strokes [][2]Point
	points := a.Shaft()
	for i := 1; i < len(points); i++ {
		from, to := points[i-1], points[i]
		length := max(to.X-from.X, from.X-to.X) + max(to.Y-from.Y, from.Y-to.Y)
		step, long := length, length
		if Dashed(a.Tone) {
			step, long = 2*dash, dash
		}
		for at := 0.0; at < length; at += step {
			strokes = append(strokes, [2]Point{along(from, to, at), along(from, to, min(at+long, length))})
		}
	}
	return strokes
}

// along is the point so far on the way from one point to another.
func along(from, to Point, far float64) Point {
	return Point{X: from.X + Sign(to.X-from.X)*far, Y: from.Y + Sign(to.Y-from.Y)*far}
}

// Inks are the colours of a badge: a blocker is filled.
func (m Mark) Inks() (ground, letters string) {
	if m.Tone == traffic.Fails {
		return redInk, PageGround
	}
	return PageGround, ToneInk(m.Tone)
}
