package worksheet

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// textOf is a file as text: UTF-8, or UTF-16 with its mark in front.
func textOf(data []byte) (string, error) {
	text, _, err := transform.Bytes(unicode.BOMOverride(encoding.Nop.NewDecoder()), data)
	switch {
	case err != nil || !utf8.Valid(text):
		return "", &FormError{"the text is not UTF-8 or UTF-16: letters such as ä would be lost", `save it as "CSV UTF-8" or as .xlsx`}
	case strings.ContainsRune(string(text), 0):
		return "", &FormError{"this is neither a workbook nor text", listHint}
	}
	return string(text), nil
}

// readCSV reads a list that is separated by whichever sign gives it the titles.
func readCSV(text string) ([]Row, error) {
	var failed error = errNoTitles
	for _, sign := range []rune{',', ';', '\t'} {
		table, err := csvTable(text, sign)
		if err != nil {
			failed = err
			continue
		}
		if titlesIn(table) >= 0 {
			return rowsOf(table, Unguarded)
		}
	}
	return nil, failed
}

// csvTable reads the text with one sign between the cells. The line in which
// Excel names that sign is none of the table.
func csvTable(text string, sign rune) ([]line, error) {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma, reader.FieldsPerRecord, reader.LazyQuotes, reader.ReuseRecord = sign, -1, true, true
	var table []line
	for place := 1; ; place++ {
		record, err := reader.Read()
		switch {
		case errors.Is(err, io.EOF):
			return table, nil
		case err != nil:
			return nil, &FormError{"the list breaks off within a cell", "save it again as CSV, or as .xlsx"}
		case len(table) >= maxRows:
			return nil, tooManyRows
		}
		if place == 1 && strings.HasPrefix(strings.ToLower(record[0]), "sep=") {
			continue
		}
		l := line{place: place}
		for _, text := range record[:min(len(record), maxColumns)] {
			if len(text) > maxCell {
				return nil, tooLong(place)
			}
			l.cells = append(l.cells, cell{text: text})
		}
		table = append(table, l)
	}
}

var tooManyRows = &FormError{fmt.Sprintf("the list has more than %d rows", maxRows), listHint}

func tooLong(row int) error {
	return &FormError{fmt.Sprintf("a cell in row %d is longer than %d bytes", row, maxCell), "make it shorter"}
}
