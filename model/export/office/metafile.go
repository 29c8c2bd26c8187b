package office

import (
	"encoding/binary"
	"math"
	"strconv"
	"unicode/utf16"

	"cmgwizard/model/export/drawing"
)

// A metafile is a picture of shapes and words as Windows and Word keep it ([MS-EMF]). Its
// unit is a twentieth of a point, as that of a document.
type metafile struct {
	data    []byte
	records uint32
}

// The kinds of records that are used.
const (
	emfHeader       = 1
	emfEnd          = 14
	emfBackground   = 18
	emfTextAlign    = 22
	emfTextColor    = 24
	emfMoveTo       = 27
	emfSelect       = 37
	emfPen          = 38
	emfBrush        = 39
	emfDelete       = 40
	emfRectangle    = 43
	emfLineTo       = 54
	emfFont         = 82
	emfText         = 84
	emfPolygon      = 86
	emfHeaderLength = 88
)

// The places of what is drawn with: each is made, used and deleted.
const (
	penHandle = iota + 1
	brushHandle
	fontHandle
	handles
)

// twipsIn are points in the unit of a metafile.
func twipsIn(points float64) int32 { return int32(math.Round(points * 20)) }

// newMetafile draws the traffic.
func newMetafile(d drawing.Drawing) []byte {
	m := &metafile{data: make([]byte, emfHeaderLength), records: 1}
	m.record(emfBackground, 1) // what is behind letters stays
	d.On(m)
	m.record(emfEnd, 0, 0, 20)
	m.head(twipsIn(d.Width), twipsIn(d.Height))
	return m.data
}

// head says how large the picture is, on a device of 1,440 points an inch.
func (m *metafile) head(wide, high int32) {
	const signature, version = 0x464D4520, 0x10000
	const inches = 10
	millimeters := func(twips int32) int32 { return twips * 2540 / 1440 } // in hundredths
	head := fields(emfHeader, emfHeaderLength, 0, 0, wide, high, 0, 0, millimeters(wide), millimeters(high), signature, version,
		int32(len(m.data)), int32(m.records), handles, 0, 0, 0, inches*1440, inches*1440, inches*254/10, inches*254/10)
	copy(m.data, head)
}

func fields(values ...int32) []byte {
	var data []byte
	for _, v := range values {
		data = binary.LittleEndian.AppendUint32(data, uint32(v))
	}
	return data
}

func (m *metafile) record(kind int32, values ...int32) { m.recordOf(kind, fields(values...)) }

// recordOf writes a record, whose length is a multiple of four.
func (m *metafile) recordOf(kind int32, body []byte) {
	body = append(body, make([]byte, -len(body)&3)...)
	m.data = append(append(m.data, fields(kind, int32(8+len(body)))...), body...)
	m.records++
}

// with draws with a pen, a brush or a font, and puts it away.
func (m *metafile) with(kind, handle int32, tool []byte, draw func()) {
	const stock = math.MinInt32
	old := map[int32]int32{penHandle: stock + 8, brushHandle: stock + 5, fontHandle: stock + 13}[handle] // none, none, the system's
	m.recordOf(kind, append(fields(handle), tool...))
	m.record(emfSelect, handle)
	draw()
	m.record(emfSelect, old)
	m.record(emfDelete, handle)
}

func (m *metafile) pen(ink string, wide float64, draw func()) {
	m.with(emfPen, penHandle, fields(0, twipsIn(wide), 0, colorOf(ink)), draw)
}

func (m *metafile) brush(ink string, draw func()) {
	m.with(emfBrush, brushHandle, fields(0, colorOf(ink), 0), draw)
}

// noPen leaves shapes without an edge.
func (m *metafile) noPen() { m.record(emfSelect, math.MinInt32+8) }

// Rect fills a rectangle, and draws its edge.
func (m *metafile) Rect(x, y, w, h float64, ground, edge string, wide float64) {
	draw := func() { m.record(emfRectangle, twipsIn(x), twipsIn(y), twipsIn(x+w), twipsIn(y+h)) }
	m.brush(ground, func() {
		if edge == "" {
			m.noPen()
			draw()
			return
		}
		m.pen(edge, wide, draw)
	})
}

// Line draws a line.
func (m *metafile) Line(from, to drawing.Point, wide float64, ink string) {
	m.pen(ink, wide, func() {
		m.record(emfMoveTo, twipsIn(from.X), twipsIn(from.Y))
		m.record(emfLineTo, twipsIn(to.X), twipsIn(to.Y))
	})
}

// Polygon fills a shape.
func (m *metafile) Polygon(corners []drawing.Point, ink string) {
	m.brush(ink, func() {
		m.noPen()
		body := fields(0, 0, 0, 0, int32(len(corners)))
		for _, p := range corners {
			body = binary.LittleEndian.AppendUint16(body, uint16(twipsIn(p.X)))
			body = binary.LittleEndian.AppendUint16(body, uint16(twipsIn(p.Y)))
		}
		m.recordOf(emfPolygon, body)
	})
}

// Text is a line of Verdana, whose letters are as wide as those that the drawing is laid out
// with, each at its place.
func (m *metafile) Text(t drawing.Text, ink string) {
	const baseline = 24
	align := map[drawing.Align]int32{drawing.AlignLeft: 0, drawing.AlignRight: 2, drawing.AlignMiddle: 6}[t.Align]
	letters := utf16.Encode([]rune(t.Text))
	body := fields(0, 0, 0, 0, 1, int32(math.Float32bits(1)), int32(math.Float32bits(1)), twipsIn(t.X), twipsIn(t.Y),
		int32(len(letters)), 76, 0, 0, 0, 0, 0, int32(76+(2*len(letters)+3)&^3))
	for _, l := range letters {
		body = binary.LittleEndian.AppendUint16(body, l)
	}
	body = append(body, make([]byte, -len(body)&3)...)
	for i := range letters {
		body = append(body, fields(advance(t, letters, i))...)
	}
	m.record(emfTextAlign, baseline+align)
	m.record(emfTextColor, colorOf(ink))
	m.with(emfFont, fontHandle, font(t), func() { m.recordOf(emfText, body) })
}

// advance is how far it is from a letter to the next. The second half of a pair has none.
func advance(t drawing.Text, letters []uint16, i int) int32 {
	if utf16.IsSurrogate(rune(letters[i])) && letters[i] >= 0xDC00 {
		return 0
	}
	wide := func(n int) int32 { return twipsIn(t.Wide(string(utf16.Decode(letters[:n])))) }
	next := i + 1
	if next < len(letters) && utf16.IsSurrogate(rune(letters[next])) && letters[next] >= 0xDC00 {
		next++
	}
	return wide(next) - wide(i)
}

// font is the description of a font, of 92 bytes.
func font(t drawing.Text) []byte {
	weight := int32(400)
	if t.Bold {
		weight = 700
	}
	const nameLength = 64
	data := append(fields(-twipsIn(t.Size), 0, 0, 0, weight), 0, 0, 0, 1, 0, 0, 0, 0)
	for _, l := range utf16.Encode([]rune("Verdana")) {
		data = binary.LittleEndian.AppendUint16(data, l)
	}
	return append(data, make([]byte, 28+nameLength-len(data))...)
}

// colorOf is a color of the drawing with its blue in front.
func colorOf(hex string) int32 {
	n, _ := strconv.ParseUint(hex, 16, 24) // the table of colors holds nothing else
	return int32(n>>16 | n&0xff00 | n&0xff<<16)
}
