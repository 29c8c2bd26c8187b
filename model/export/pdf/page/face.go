package page

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"
)

var (
	//go:embed fonts/DejaVuSans.ttf
	sansFile []byte
	//go:embed fonts/DejaVuSans-Bold.ttf
	boldFile []byte
	//go:embed fonts/DejaVuSansMono.ttf
	monoFile []byte
)

// A face is one font file, and how wide it draws each character: in
// thousandths of the font size, 0 where it has none that can be shown.
type face struct {
	key    string // what the PDF library knows it by
	name   string // what the document calls it
	file   []byte
	widths func() []uint16
}

// faces has one for each Style.
var faces = [...]face{
	Regular: newFace("sans", "DejaVuSans", sansFile),
	Bold:    newFace("bold", "DejaVuSans-Bold", boldFile),
	Mono:    newFace("mono", "DejaVuSansMono", monoFile),
}

func newFace(key, name string, file []byte) face {
	return face{key, name, file, sync.OnceValue(func() []uint16 { return readWidths(file) })}
}

// width is that of a character in thousandths of the font size; 0 where the
// face cannot show it.
func (f *face) width(r rune) int {
	if widths := f.widths(); r > 0 && int(r) < len(widths) {
		return int(widths[r])
	}
	return 0
}

// readWidths reads which characters a TrueType file holds, and how wide they
// are, from its tables. The files are ours: their form is known.
func readWidths(file []byte) []uint16 {
	scale := 1000 / float64(u16(table(file, "head")[18:]))
	long := u16(table(file, "hhea")[34:])
	advances := table(file, "hmtx")
	widths := make([]uint16, 0x10000)
	eachGlyph(characterMap(file), func(char, glyph int) {
		advance := u16(advances[min(glyph, long-1)*4:])
		widths[char] = uint16(math.Round(scale * float64(advance)))
	})
	return widths
}

// table is one table of a TrueType file.
func table(file []byte, tag string) []byte {
	for i := range u16(file[4:]) {
		record := file[12+16*i:]
		if string(record[:4]) == tag {
			from := binary.BigEndian.Uint32(record[8:])
			return file[from : from+binary.BigEndian.Uint32(record[12:])]
		}
	}
	return nil
}

// characterMap is the subtable of format 4 that maps Unicode to glyphs.
func characterMap(file []byte) []byte {
	maps := table(file, "cmap")
	for i := range u16(maps[2:]) {
		if sub := maps[binary.BigEndian.Uint32(maps[4+8*i+4:]):]; u16(sub) == 4 {
			return sub
		}
	}
	return nil
}

// eachGlyph calls for every character that a map of format 4 holds.
func eachGlyph(sub []byte, call func(char, glyph int)) {
	twice := u16(sub[6:])
	ends, starts, deltas, offsets := sub[14:], sub[16+twice:], sub[16+2*twice:], sub[16+3*twice:]
	for i := 0; i < twice; i += 2 {
		for char := u16(starts[i:]); char <= u16(ends[i:]) && char < 0xFFFF; char++ {
			glyph := char
			if offset := u16(offsets[i:]); offset != 0 {
				glyph = u16(offsets[i+offset+2*(char-u16(starts[i:])):])
			}
			if glyph = (glyph + u16(deltas[i:])) & 0xFFFF; glyph != 0 {
				call(char, glyph)
			}
		}
	}
}

func u16(b []byte) int { return int(binary.BigEndian.Uint16(b)) }
