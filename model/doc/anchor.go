package doc

import "strconv"

// TaskAnchor is the name of the place of a task in a page or a document.
func TaskAnchor(number int) string { return "task-" + strconv.Itoa(number) }
