package pdf

import "strings"

// A wrapper sets runs in rows no wider than width. A row ends at a blank, which
// stays with the word before it, so that those who hear the text hear words.
type wrapper struct {
	b     *book
	width float64
	rows  [][]run
	row   []run
	x     float64 // where the row ends
	word  []run   // that has no blank behind it yet: it may be of several faces
	wide  float64 // the word with its blank
}

// wrap breaks runs into rows.
func (b *book) wrap(runs []run, width float64) [][]run {
	w := wrapper{b: b, width: width}
	for _, r := range runs {
		b.d.Font(r.style, r.size)
		for piece := range strings.SplitAfterSeq(r.text, " ") {
			w.add(r, piece)
		}
	}
	w.endWord()
	w.endRow()
	return w.rows
}

// add takes the next piece of a run, in whose font the document is.
func (w *wrapper) add(r run, piece string) {
	if piece == "" {
		return
	}
	r.text, r.x = piece, w.b.d.Width(piece)
	w.word, w.wide = append(w.word, r), w.wide+r.x
	if strings.HasSuffix(piece, " ") {
		w.endWord()
		w.b.d.Font(r.style, r.size)
	}
}

// endWord sets the word in this row or the next. Until it is set, the x of its
// pieces is how wide they are.
func (w *wrapper) endWord() {
	if len(w.word) == 0 {
		return
	}
	if need := w.wide - w.blank(); w.x+need > w.width {
		w.endRow()
		if need > w.width {
			w.cutWord()
		}
	}
	for _, piece := range w.word {
		w.set(piece)
	}
	w.word, w.wide = w.word[:0], 0
}

// blank is how wide the blank behind the word is.
func (w *wrapper) blank() float64 {
	last := w.word[len(w.word)-1]
	if !strings.HasSuffix(last.text, " ") {
		return 0
	}
	w.b.d.Font(last.style, last.size)
	return w.b.d.Width(" ")
}

// cutWord sets all rows but the last of a word that is wider than a row.
func (w *wrapper) cutWord() {
	pieces := w.word
	w.word = nil
	for _, r := range pieces {
		w.b.d.Font(r.style, r.size)
		for _, text := range w.b.d.Split(r.text, w.width) {
			part := r
			part.text, part.x = text, w.b.d.Width(text)
			if w.x+w.b.d.Width(strings.TrimRight(text, " ")) > w.width {
				w.endRow()
			}
			w.set(part)
		}
	}
}

// set puts a piece at the end of the row: into its last run, where that is of
// the same kind.
func (w *wrapper) set(piece run) {
	wide := piece.x
	piece.x = w.x
	w.x += wide
	if n := len(w.row); n > 0 {
		last := &w.row[n-1]
		like := piece
		like.text, like.x = last.text, last.x
		if like == *last {
			last.text += piece.text
			return
		}
	}
	w.row = append(w.row, piece)
}

func (w *wrapper) endRow() {
	if len(w.row) > 0 {
		w.rows = append(w.rows, w.row)
	}
	w.row, w.x = nil, 0
}
