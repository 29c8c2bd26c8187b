package cli

import (
	"fmt"
	"os"
	"strings"

	"cmgwizard/wizard/cli/input"
	"cmgwizard/wizard/cli/page"
)

// muchToRead is from when on it is told how far the reading is.
const muchToRead = 16 << 20

// watch tells somebody at a terminal how far the reading of much is, and wipes
// that away when it is done. Files and pipes get none of it.
func (p *program) watch(pile *input.Pile) (done func()) {
	to, is := p.err.(*os.File)
	if !is || !page.IsTerminal(to) || pile.Bytes() < muchToRead {
		return func() {}
	}
	longest := 0
	pile.Watch = func(read, all int64) {
		text := progressText(read, all)
		longest = max(longest, len(text))
		_, _ = fmt.Fprint(to, "\r"+text) // who cannot be told goes without
	}
	return func() { _, _ = fmt.Fprint(to, "\r"+strings.Repeat(" ", longest)+"\r") }
}

// progressText says how far the reading is. A log that grows meanwhile is no more
// than all.
func progressText(read, all int64) string {
	return fmt.Sprintf("Reading: %d of %d MiB. Ctrl+C stops it.", min(read, all)>>20, all>>20)
}
