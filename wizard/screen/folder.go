package screen

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"

	"cmgwizard/model"
	"cmgwizard/wizard/machine"
	"github.com/charmbracelet/x/ansi"
)

const folderText = "Enter opens a folder and marks a file. Nothing is read before you say so, and a file with a private key is refused."

// folderTitle is the folder that is shown, as much of it as the width takes.
func folderTitle(look *Look, work machine.FileWork, width int) string {
	marked := ""
	if len(work.Marked) > 0 {
		marked = fmt.Sprintf("  %d marked", len(work.Marked))
	}
	path := model.Clean(work.Folder.Path)
	if path == "" {
		path = "Which files should be read?"
	}
	return middle(look, path, width-ansi.StringWidth(marked)) + marked
}

// mostListed is how many entries of a folder are shown.
const mostListed = 1000

// folderRows are what stands in the folder: what is above it, its folders, its
// files with their marks, and what can be done with them.
func folderRows(look *Look, work machine.FileWork, width int) []Row {
	var rows []Row
	if work.Folder.Parent != "" {
		rows = append(rows, Row{ID: machine.RowUp, Text: ".." + look.Dim("  the folder above")})
	}
	for i, e := range work.Folder.Entries[:min(len(work.Folder.Entries), mostListed)] {
		rows = append(rows, Row{ID: strconv.Itoa(i), Text: FileLine(look, work, e, width), Hang: 4})
	}
	if more := len(work.Folder.Entries) - mostListed; more > 0 {
		rows = append(rows, Row{Text: look.Dim(fmt.Sprintf("and %d more: type the path instead", more))})
	}
	if len(work.Folder.Entries) == 0 && work.Folder.Path != "" {
		rows = append(rows, Row{Text: look.Dim("This folder is empty.")})
	}
	rows = append(rows, Row{})
	if len(work.Marked) > 0 {
		rows = append(rows, Row{ID: machine.RowRead, Text: look.Strong("Read the " + marked(len(work.Marked)))})
	}
	if len(work.Folder.Files()) > 0 {
		rows = append(rows, Row{ID: machine.RowAll, Text: "Mark all files here"})
	}
	return append(rows, Row{ID: machine.RowPath, Text: "Type a path instead"})
}

// marked counts the files that are marked.
func marked(n int) string {
	if n == 1 {
		return "marked file"
	}
	return fmt.Sprintf("%d marked files", n)
}

// FileLine is an entry of a folder, its name cut where it is too long.
func FileLine(look *Look, work machine.FileWork, e machine.FolderEntry, width int) string {
	name := model.Clean(e.Name)
	if e.Folder {
		return "    " + middle(look, name, width-5) + string(filepath.Separator)
	}
	box, size := "[ ] ", "  "+sizeWords(e.Size)
	if slices.Contains(work.Marked, e.Path) {
		box = look.Choice("[x] ")
	}
	return box + middle(look, name, width-4-len(size)) + look.Dim(size)
}

// narrowestName is as much of a name as is always shown.
const narrowestName = 8

// middle cuts what does not fit out of the middle: the ends of a path tell
// more.
func middle(look *Look, text string, width int) string {
	width = max(width, narrowestName)
	if ansi.StringWidth(text) <= width {
		return text
	}
	room := width - ansi.StringWidth(look.Signs.Cut)
	end := ansi.TruncateLeft(text, ansi.StringWidth(text)-(room-room/3), "")
	return ansi.Truncate(text, room/3, "") + look.Signs.Cut + end
}

// sizeWords is a size as people read it.
func sizeWords(bytes int64) string {
	const step = 1024
	switch {
	case bytes < step:
		return fmt.Sprintf("%d B", bytes)
	case bytes < step*step:
		return fmt.Sprintf("%.1f KB", float64(bytes)/step)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/(step*step))
}
