package drawing

import (
	"strings"
	"unicode"

	"cmgwizard/model"
	"github.com/charmbracelet/x/ansi"
)

// The widths of the signs from " " to "~" in DejaVu Sans, in thousandths of the
// size of the type.
var (
	plainWidths = [...]float64{
		318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636, 636, 636,
		337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,
		611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974,
		634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
	}
	boldWidths = [...]float64{
		348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696, 696, 696, 696,
		400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720,
		682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042,
		712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
	}
)

// textWide is how wide a text is in points: right for ASCII, rather too wide
// for other letters.
func textWide(text string, size float64, bold bool) float64 {
	sum := 0.0
	for _, r := range text {
		sum += runeWidth(r, bold)
	}
	return sum * size / 1000
}

func runeWidth(r rune, bold bool) float64 {
	switch {
	case r >= ' ' && r <= '~' && bold:
		return boldWidths[r-' ']
	case r >= ' ' && r <= '~':
		return plainWidths[r-' ']
	}
	cells := ansi.StringWidth(string(r))
	switch {
	case cells == 2:
		return 1350
	case !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) && r > 0xff:
		return markWidth
	case cells == 0:
		return 0
	case bold:
		return 950
	}
	return 850
}

// markWidth is that of the mark which stands for letters that a font of the PDF
// lacks: it can be wider than the letter.
const markWidth = 1130

// Clean is text as a drawing may hold it: clean, in one line, and without
// the two signs that no XML file may have.
func Clean(text string) string {
	return strings.Join(strings.Fields(notInXML.Replace(model.Clean(text))), " ")
}

var notInXML = strings.NewReplacer("\ufffe", "\ufffd", "\uffff", "\ufffd")

// A typeface is a size and a weight.
type typeface struct {
	size float64
	bold bool
}

func (f typeface) wide(text string) float64 { return textWide(text, f.size, f.bold) }

// Wide is how wide a part of the line is, in points.
func (t Text) Wide(part string) float64 { return textWide(part, t.Size, t.Bold) }

// leading is the distance from one line to the next.
func (f typeface) leading() float64 { return f.size * 1.25 }

// lines breaks a text into at most so many lines of this width; what does not
// fit ends in an ellipsis.
func (f typeface) lines(text string, width float64, most int) []string {
	lines := []string{""}
	for _, word := range strings.Fields(Clean(text)) {
		glue := " "
		for _, part := range f.pieces(word, width) {
			last := &lines[len(lines)-1]
			if *last == "" {
				*last = part
			} else if f.wide(*last+glue+part) <= width {
				*last += glue + part
			} else {
				lines = append(lines, part)
			}
			glue = ""
		}
	}
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = f.shortened(lines[most-1], width)
	}
	return lines
}

// shortened ends a line in an ellipsis.
func (f typeface) shortened(line string, width float64) string {
	runes := []rune(line)
	for len(runes) > 0 && f.wide(string(runes)+"...") > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ") + "..."
}

// pieces breaks a word that is wider than a line, behind a dot or a hyphen
// where there is one.
func (f typeface) pieces(word string, width float64) []string {
	if f.wide(word) <= width {
		return []string{word}
	}
	var pieces []string
	piece := ""
	for _, r := range word {
		if piece != "" && !unicode.Is(unicode.Mn, r) && f.wide(piece+string(r)) > width {
			pieces, piece = append(pieces, piece), ""
		}
		piece += string(r)
		if strings.ContainsRune(".-_/@", r) {
			pieces, piece = append(pieces, piece), ""
		}
	}
	return append(pieces, piece)
}
