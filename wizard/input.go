package wizard

import "os"

// An input is the terminal's input with what Bubble Tea's reader cannot take
// made harmless. That reader runs in a goroutine of its own, where no recover
// of ours reaches it. It is still the file itself: Bubble Tea sets its modes
// and waits for it. On a Windows console Bubble Tea reads the console's records
// past Read, so that nothing is filtered there.
type input struct {
	*os.File
	filter inputFilter
}

// Read reads a third of what has room, for the filter may add as much again and
// a little. It may give nothing without an error: then all that came was left
// out.
func (in *input) Read(p []byte) (int, error) {
	third := p[:(len(p)+2)/3]
	n, err := in.File.Read(third)
	return copy(p, in.filter.pass(third[:n])), err
}

// An inputFilter looks at a stream of bytes, in pieces of any size.
//
//   - A control sequence keeps as many parameters as the reader has room for:
//     further separators become digits.
//   - Ctrl+C ends a bracketed paste whose end has not come, and a string.
//   - Of a flood of text, more than anybody types or a field takes, only the
//     beginning comes through, and Ctrl+C: each key costs a frame.
type inputFilter struct {
	state      sequenceState
	separators int
	matched    int  // how much of the mark of a paste has come
	pasting    bool // a paste has begun and not ended
	flood      int  // bytes since the last pause
	ender      stringEnder
}

type sequenceState uint8

const (
	inText sequenceState = iota
	afterEscape
	inParameters       // of a control sequence
	inDeviceParameters // of a device control string
)

// The room for parameters: one more than separators. x/ansi and ultraviolet
// have arrays of 32 for control sequences, ultraviolet one of 16 for device
// control strings.
const (
	mostSeparators       = 31
	mostDeviceSeparators = 15
)

const (
	escape    = 0x1b
	interrupt = 0x03 // Ctrl+C
	csi       = 0x9b // ESC [ in one byte
	dcs       = 0x90 // ESC P in one byte
)

// The marks of a bracketed paste have all but one byte in common.
const (
	pasteMark  = "\x1b[20"
	pasteBegin = pasteMark + "0~"
	pasteEnd   = pasteMark + "1~"
)

// What comes through before a pause: of keys, for each is looked at alone, and
// of a paste, which is one message.
const (
	pieceOfFlood = 1024 // a read of so many bytes is no typing
	longestFlood = 4096
	longestPaste = 64 * 1024
)

// pass gives what the reader may see of a piece that was read.
func (f *inputFilter) pass(piece []byte) []byte {
	if len(piece) < pieceOfFlood {
		f.flood = 0
	}
	out := make([]byte, 0, 2*len(piece))
	give := func(text string) {
		for i := range len(text) {
			out = f.ender.emit(out, text[i])
		}
	}
	for _, b := range piece {
		if b == interrupt && f.pasting {
			give(pasteEnd)
			f.pasting = false
		}
		f.look(b)
		f.flood++
		switch {
		case f.flood <= f.longest() || b == interrupt:
			out = f.ender.emit(out, f.tame(b))
		case f.matched == len(pasteEnd) && f.pasting:
			give(pasteBegin)
		case f.matched == len(pasteEnd):
			give(pasteEnd)
		}
	}
	return out
}

func (f *inputFilter) longest() int {
	if f.pasting {
		return longestPaste
	}
	return longestFlood
}

// look follows the marks of a paste.
func (f *inputFilter) look(b byte) {
	switch {
	case f.matched == len(pasteMark) && (b == '0' || b == '1'):
		f.pasting = b == '0'
		f.matched++
	case f.matched < len(pasteMark) && b == pasteMark[f.matched]:
		f.matched++
	case f.matched == len(pasteMark)+1 && b == '~':
		f.matched++
	case b == escape:
		f.matched = 1
	default:
		f.matched = 0
	}
}

// tame is the byte as the reader may see it.
func (f *inputFilter) tame(b byte) byte {
	switch {
	case b == escape:
		f.state = afterEscape
	case f.state == afterEscape && b == '[', b == csi:
		f.state, f.separators = inParameters, 0
	case f.state == afterEscape && b == 'P', b == dcs:
		f.state, f.separators = inDeviceParameters, 0
	case b < '0' || b > '?':
		f.state = inText
	case b == ';' || b == ':':
		return f.separator(b)
	}
	return b
}

func (f *inputFilter) separator(b byte) byte {
	f.separators++
	switch {
	case f.state == inParameters && f.separators > mostSeparators,
		f.state == inDeviceParameters && f.separators > mostDeviceSeparators:
		return '0'
	}
	return b
}
