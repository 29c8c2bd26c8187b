package office

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/judge"
)

// wordsOf reads a metafile record by record, and gives the lines of text in it.
func wordsOf(t *testing.T, data []byte) []string {
	t.Helper()
	at := func(place int) int { return int(int32(binary.LittleEndian.Uint32(data[place:]))) }
	var words []string
	records, last := 0, 0
	for place := 0; place < len(data); place += at(place + 4) {
		size := at(place + 4)
		if size < 8 || size%4 != 0 || place+size > len(data) {
			t.Fatalf("record %d at %d has %d bytes of %d", records, place, size, len(data))
		}
		records, last = records+1, at(place)
		if last != emfText {
			continue
		}
		letters, from, widths := at(place+44), place+at(place+48), place+at(place+72)
		if from+2*letters > widths || widths+4*letters != place+size {
			t.Fatalf("%d letters at %d and their widths at %d are not in the record", letters, from, widths)
		}
		units := make([]uint16, letters)
		for i := range units {
			units[i] = binary.LittleEndian.Uint16(data[from+2*i:])
		}
		words = append(words, string(utf16.Decode(units)))
	}
	if at(48) != len(data) || at(52) != records || last != emfEnd {
		t.Errorf("the head tells of %d bytes and %d records, there are %d and %d, and the last is %d", at(48), at(52), len(data), records, last)
	}
	return words
}

// TestMetafile: the picture is whole whatever the names, and holds each text of the drawing.
func TestMetafile(t *testing.T) {
	for _, name := range append(slices.Clone(exporttest.Hostile), "mp1", "a😀b", strings.Repeat("名", 300)) {
		s := doc.SheetOf(judge.NewChecklist(exporttest.Spoiled(name), exporttest.TestDate), doc.Full)
		drawn := drawing.NewDrawing(s.Overview.Traffic, 480)
		var want []string
		add := func(texts []drawing.Text) {
			for _, text := range texts {
				want = append(want, text.Text)
			}
		}
		for _, a := range drawn.Arrows {
			add(a.Label)
		}
		for _, b := range drawn.Boxes {
			add(b.Texts)
		}
		for _, m := range drawn.Marks {
			add([]drawing.Text{m.Text})
		}
		add(drawn.Texts)
		if got := wordsOf(t, newMetafile(drawn)); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
