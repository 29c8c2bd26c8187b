package worksheet

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
)

// lines reads a worksheet. Rows and cells may say their place; those that do
// not come behind the one before.
func (b *workbook) lines(name string) ([]line, error) {
	data, err := b.bytesOf(name)
	if err != nil {
		return nil, err
	}
	p := newXMLPart(data)
	var table []line
	size, place := 0, 0
	for {
		switch err := p.next(); {
		case errors.Is(err, io.EOF):
			return table, nil
		case err != nil:
			return nil, err
		case p.name() == "row":
			place = placeOr(p.attribute("r"), place+1)
			if n := len(table); n > 0 && table[n-1].cells == nil {
				table = table[:n-1]
			}
			table = append(table, line{place: place})
		case p.name() == "c" && len(table) > 0:
			n, err := b.take(p, &table[len(table)-1])
			size += n
			if err != nil {
				return nil, err
			}
		}
		if len(table) > maxRows {
			return nil, tooManyRows
		}
		if size > maxText {
			return nil, errWorkbook
		}
	}
}

func placeOr(word string, otherwise int) int {
	place, err := strconv.Atoi(word)
	if err != nil || place < 1 {
		return otherwise
	}
	return place
}

// take reads a cell into its row. What is empty, or too far to the right to be
// ours, is left out.
func (b *workbook) take(p *xmlPart, row *line) (size int, err error) {
	column := columnOf(p.attribute("r"), len(row.cells))
	c, err := b.cell(p)
	if err != nil || c.text == "" || column >= maxColumns {
		return 0, err
	}
	for len(row.cells) <= column {
		row.cells = append(row.cells, cell{})
	}
	row.cells[column] = c
	return len(c.text), nil
}

// columnOf is the column of a place such as "AB12", from 0.
func columnOf(place string, otherwise int) int {
	letters := strings.TrimRight(place, "0123456789")
	column := 0
	for _, r := range letters {
		if r < 'A' || r > 'Z' || column > maxColumns {
			return maxColumns
		}
		column = column*26 + int(r-'A') + 1
	}
	if letters == "" {
		return otherwise
	}
	return column - 1
}

// cell reads what a cell shows: of a formula its last result.
func (b *workbook) cell(p *xmlPart) (cell, error) {
	kind := p.attribute("t")
	var value, inline string
	for depth := p.nested; p.nested >= depth; {
		token, err := p.token()
		if err != nil {
			return cell{}, errWorkbook
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		p.start = start
		switch p.name() {
		case "v":
			value, err = p.text("v", "")
		case "is":
			inline, err = p.text("t", "rPh")
		}
		if err != nil {
			return cell{}, err
		}
	}
	return b.valued(kind, value, inline)
}

func (b *workbook) valued(kind, value, inline string) (cell, error) {
	switch kind {
	case "inlineStr":
		return cell{text: inline}, nil
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 0 || n >= len(b.strings) {
			return cell{}, errWorkbook
		}
		return cell{text: b.strings[n]}, nil
	case "", "n":
		return b.number(value), nil
	case "b":
		return cell{text: map[string]string{"0": "FALSE", "1": "TRUE"}[value]}, nil
	case "e":
		return cell{text: value, fault: true}, nil
	case "d":
		return cell{text: value, day: firstDay(value)}, nil
	}
	return cell{text: value}, nil
}

// firstDay is the day of a time such as 2026-12-01T00:00:00.
func firstDay(text string) string {
	day, _, _ := strings.Cut(text, "T")
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return ""
	}
	return day
}

// The days that sheets count: from 1901, which is clear of the day that never
// was in 1900, to the end of the year 9999.
const (
	firstSerial = 367
	lastSerial  = 2958465
	before1970  = 25569
)

// number is a number, and the day that it may stand for.
func (b *workbook) number(value string) cell {
	n, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil {
		return cell{text: value}
	}
	c := cell{text: strconv.FormatFloat(n, 'f', -1, 64)}
	if day := math.Floor(n) + float64(b.since); day >= firstSerial && day <= lastSerial {
		c.day = time.Unix((int64(day)-before1970)*24*60*60, 0).UTC().Format(time.DateOnly)
	}
	return c
}
