package export

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

// toneInk is the colour of lines and texts of a tone.
func toneInk(tone traffic.Tone) string {
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

// textInk is the colour of a text: black where it says nothing of a tone.
func (t drawnText) ink() string {
	if t.tone == "" {
		return blackInk
	}
	return toneInk(t.tone)
}

// border is the colour and the width of the line around a box.
func (b drawnBox) border() (ink string, width float64) {
	switch b.tone {
	case traffic.Fails:
		return redInk, 1.6
	case traffic.Warns:
		return amberInk, 1.3
	case traffic.NotKnown:
		return greyInk, 0.9
	}
	return blueInk, 0.9
}

// dashed reports whether a line of this tone is drawn in dashes of 3 points.
func dashed(tone traffic.Tone) bool { return tone == traffic.NotKnown }

// lineWidth is the width of an arrow's line.
func (a drawnArrow) lineWidth() float64 {
	if a.tone == traffic.Fails {
		return 1.6
	}
	return 1
}

// The colours of grounds, as RRGGBB.
const (
	cloudGround  = "EAF2FB" // behind the CMG
	insideGround = "F3F4F6"
	pageGround   = "FFFFFF"
)

func (b drawnBand) ground() string {
	if b.kind == traffic.GatewayNode {
		return cloudGround
	}
	return insideGround
}

// headLength is how long the head of an arrow is.
const headLength = 5.5

// head is the triangle at the end of an arrow.
func (a drawnArrow) head() []point {
	if a.headless || len(a.points) < 2 {
		return nil
	}
	tip, before := a.points[len(a.points)-1], a.points[len(a.points)-2]
	dx, dy := sign(tip.x-before.x), sign(tip.y-before.y)
	back := point{tip.x - dx*headLength, tip.y - dy*headLength}
	const half = headLength / 2
	return []point{tip, {back.x + dy*half, back.y + dx*half}, {back.x - dy*half, back.y - dx*half}}
}

// sign is -1, 0 or 1: arrows run along the axes.
func sign(v float64) float64 {
	switch {
	case v < 0:
		return -1
	case v > 0:
		return 1
	}
	return 0
}

// shaft is the line of an arrow without its head.
func (a drawnArrow) shaft() []point {
	points := append([]point(nil), a.points...)
	if a.head() != nil {
		tip, before := points[len(points)-1], points[len(points)-2]
		points[len(points)-1] = point{tip.x - sign(tip.x-before.x)*headLength/2, tip.y - sign(tip.y-before.y)*headLength/2}
	}
	return points
}

// inks are the colours of a badge: a blocker is filled.
func (m drawnMark) inks() (ground, letters string) {
	if m.tone == traffic.Fails {
		return redInk, pageGround
	}
	return pageGround, toneInk(m.tone)
}
