package page

import (
	"bytes"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// A brush draws with the PDF library.
type brush struct {
	pdf    *fpdf.Fpdf
	loaded [len(faces)]bool
	font   font
}

// newBrush begins a file of the library. Nothing it says of itself stays, but it
// would ask the clock if it were not told a time.
func newBrush(s Size) *brush {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "mm", Size: fpdf.SizeType{Wd: s.Width, Ht: s.Height}})
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(time.Unix(0, 0))
	pdf.SetModificationDate(time.Unix(0, 0))
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCompression(false)
	return &brush{pdf: pdf}
}

// page draws one page, of which the document then needs no drawing.
func (b *brush) page(p *page) {
	b.pdf.AddPage()
	for _, draw := range p.drawing {
		draw(b)
	}
	p.drawing = nil
}

// text draws a line of text whose characters the face holds.
func (b *brush) text(f font, x, y float64, text string) {
	key := faces[f.style].key
	if !b.loaded[f.style] {
		// The library writes into the bytes that it is given.
		b.pdf.AddUTF8FontFromBytes(key, "", bytes.Clone(faces[f.style].file))
		b.loaded[f.style] = true
	}
	if f.style != b.font.style || f.points != b.font.points {
		b.pdf.SetFont(key, "", f.points)
	}
	if f.ink != b.font.ink {
		b.pdf.SetTextColor(int(f.ink.R), int(f.ink.G), int(f.ink.B))
	}
	b.font = f
	b.pdf.Text(x, y, text)
}

// pen sets how lines are drawn.
func (b *brush) pen(c Color, width float64) {
	if red, green, blue := b.pdf.GetDrawColor(); red != int(c.R) || green != int(c.G) || blue != int(c.B) {
		b.pdf.SetDrawColor(int(c.R), int(c.G), int(c.B))
	}
	if b.pdf.GetLineWidth() != width {
		b.pdf.SetLineWidth(width)
	}
}

// fill sets how grounds are drawn.
func (b *brush) fill(c Color) {
	if red, green, blue := b.pdf.GetFillColor(); red != int(c.R) || green != int(c.G) || blue != int(c.B) {
		b.pdf.SetFillColor(int(c.R), int(c.G), int(c.B))
	}
}
