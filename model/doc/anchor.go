package doc

import "strconv"

func TaskAnchor(number int) string { return "task-" + strconv.Itoa(number) }
