package wizard

import (
	"os"
	"time"
)

// An input is the terminal's input with what Bubble Tea's reader cannot take
// made harmless. That reader runs in a goroutine of its own, where no recover
// of ours reaches it. It is still the file itself: Bubble Tea sets its modes
// and waits for it. On a Windows console Bubble Tea reads the console's records
// past Read, so that nothing is filtered there.
type input struct {
	*os.File
	filter inputFilter
	last   time.Time // of the read before
}

// Read reads a third of what has room, for the filter may add as much again and
// a little. It may give nothing without an error: then all that came was left
// out.
func (in *input) Read(p []byte) (int, error) {
	third := p[:(len(p)+2)/3]
	n, err := in.File.Read(third)
	now := time.Now()
	pause := now.Sub(in.last)
	if n >= pieceOfFlood {
		pause -= longestBusy
	}
	in.filter.calm(pause)
	in.last = now
	return copy(p, in.filter.pass(third[:n])), err
}

// An inputFilter looks at a stream of bytes, in pieces of any size.
//
//   - A control sequence keeps as many parameters as the reader has room for:
//     further separators become digits.
//   - Ctrl+C ends a bracketed paste whose end has not come, and a string.
//   - Of a flood, more than anybody types, only the beginning comes through, with
//     a mark that says so, and Ctrl+C, which would wait behind all of it.
type inputFilter struct {
	state      sequenceState
	separators int
	matched    int  // how much of the mark of a paste has come
	begins     bool // it is the mark of its beginning
	pasting    bool // a paste has begun and not ended
	pasted     int  // bytes of it
	unseen     bool // nothing of it comes through: it is part of a flood
	flood      int  // bytes of keys, less those that there was time for
	flooded    bool // keys are left out until there was time for all
	untold     bool // something was left out without a mark
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

// floodMark stands where something was left out. It is a string that no
// terminal sends, so that it comes in the order of the keys.
const floodMark = "\x1b_cmgwizard: left out\x1b\\"

// What comes through at once: of keys, for each is looked at alone, and of a
// paste with its end, which is one message.
const (
	longestFlood = 2048
	longestPaste = 64 * 1024
)

// A flood ends when there was time to take what came through. What comes in a
// large piece has waited, maybe only because the program was busy.
const (
	takenASecond = 16 * longestFlood
	pieceOfFlood = 512
	longestBusy  = time.Second
)

// calm says how long nothing came.
func (f *inputFilter) calm(pause time.Duration) {
	pause = min(max(pause, 0), time.Second)
	f.flood = max(f.flood-int(pause.Seconds()*takenASecond), 0)
	f.flooded = f.flooded && f.flood > 0
}

// pass gives what the reader may see of a piece that was read.
func (f *inputFilter) pass(piece []byte) []byte {
	out := make([]byte, 0, 2*len(piece)+len(floodMark))
	give := func(text string) {
		for i := range len(text) {
			out = f.ender.emit(out, text[i])
		}
	}
	for _, b := range piece {
		if b == interrupt && f.pasting {
			give(f.endPaste())
		}
		passes := f.count() || b == interrupt
		mark := f.look(b)
		if passes {
			out = f.ender.emit(out, f.tame(b))
		} else {
			give(mark)
		}
		if f.untold && !f.pasting {
			give(floodMark)
			f.untold = false
		}
	}
	return out
}

// count counts a byte and reports whether it comes through.
func (f *inputFilter) count() bool {
	switch {
	case f.unseen:
		return false
	case f.pasting:
		f.pasted = min(f.pasted+1, longestPaste+1)
		f.untold = f.untold || f.pasted > longestPaste
		return f.pasted <= longestPaste
	}
	if f.flood == longestFlood && !f.flooded {
		f.flooded, f.untold = true, true
	}
	f.flood = min(f.flood+1, longestFlood)
	return !f.flooded
}

// look follows the marks of a paste and gives the one that is complete and to
// be seen.
func (f *inputFilter) look(b byte) string {
	switch {
	case f.matched == len(pasteMark) && (b == '0' || b == '1'):
		f.begins = b == '0'
		f.matched++
	case f.matched < len(pasteMark) && b == pasteMark[f.matched]:
		f.matched++
	case f.matched == len(pasteMark)+1 && b == '~':
		f.matched = 0
		if f.begins {
			return f.beginPaste()
		}
		return f.endPaste()
	case b == escape:
		f.matched = 1
	default:
		f.matched = 0
	}
	return ""
}

func (f *inputFilter) beginPaste() string {
	if !f.pasting {
		f.pasting, f.pasted, f.unseen = true, 0, f.flooded
	}
	if f.unseen {
		return ""
	}
	return pasteBegin
}

func (f *inputFilter) endPaste() string {
	unseen := f.unseen
	f.pasting, f.unseen = false, false
	if unseen {
		return ""
	}
	return pasteEnd
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
