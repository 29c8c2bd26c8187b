package worksheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// textOf is a file as text: UTF-8, UTF-16 with its mark in front, or else what
// Windows writes in the West. That one is a guess.
func textOf(data []byte) (text string, guessed bool, err error) {
	read, _, err := transform.Bytes(unicode.BOMOverride(encoding.Nop.NewDecoder()), data)
	if err != nil || !utf8.Valid(read) {
		guessed = true
		read, err = charmap.Windows1252.NewDecoder().Bytes(data)
	}
	if err != nil || bytes.IndexByte(read, 0) >= 0 {
		return "", false, &FormError{"this is neither a workbook nor text", listHint}
	}
	return string(read), guessed, nil
}

// readCSV reads a list that is separated by whichever sign gives it the titles.
func readCSV(text string, guessed bool) (List, error) {
	var failed error = errNoTitles
	for _, sign := range []rune{',', ';', '\t'} {
		lines, err := csvLines(text, sign)
		if err != nil {
			failed = err
			continue
		}
		if titlesIn(lines) < 0 {
			continue
		}
		if guessed {
			markGuessed(lines)
		}
		return table{"", lines, Unguarded}.list()
	}
	return List{}, failed
}

// markGuessed marks the cells whose letters depend on the guess.
func markGuessed(lines []line) {
	for _, l := range lines {
		for i, c := range l.cells {
			l.cells[i].guessed = strings.ContainsFunc(c.text, func(r rune) bool { return r >= utf8.RuneSelf })
		}
	}
}

// csvLines reads the text with one sign between the cells. The line in which
// Excel names that sign is a row that holds nothing.
func csvLines(text string, sign rune) ([]line, error) {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma, reader.FieldsPerRecord, reader.LazyQuotes, reader.ReuseRecord = sign, -1, true, true
	var lines []line
	for place := 1; ; place++ {
		before := reader.InputOffset()
		record, err := reader.Read()
		switch {
		case errors.Is(err, io.EOF):
			return lines, nil
		case err != nil:
			return nil, &FormError{"the list breaks off within a cell", "save it again as CSV, or as .xlsx"}
		case len(lines) >= maxRows:
			return nil, tooManyRows
		}
		place += emptyLines(text[before:])
		if place == 1 && strings.HasPrefix(strings.ToLower(record[0]), "sep=") {
			place--
			continue
		}
		l := line{place: place}
		for _, text := range record[:min(len(record), maxColumns)] {
			if len(text) > maxCell {
				return nil, tooLong(place)
			}
			l.cells = append(l.cells, cell{text: text})
		}
		lines = append(lines, l)
	}
}

// emptyLines counts the empty lines that a text begins with: the reader skips
// them, and programs for sheets count them.
func emptyLines(text string) (n int) {
	for ; ; n++ {
		rest := strings.TrimPrefix(text, "\r")
		if !strings.HasPrefix(rest, "\n") {
			return n
		}
		text = rest[1:]
	}
}

var tooManyRows = &FormError{fmt.Sprintf("the list has more than %d rows", maxRows), listHint}

func tooLong(row int) error {
	return &FormError{fmt.Sprintf("a cell in row %d is longer than %d bytes", row, maxCell), "make it shorter"}
}
