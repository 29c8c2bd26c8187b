package machine

// A known is an event that a screen knows, "" for every screen.
type known struct {
	Screen Screen
	Event  EventKind
}

// Table lists what the transition table knows.
func Table() []known {
	list := make([]known, len(transitions))
	for i, t := range transitions {
		list[i] = known{t.screen, t.event}
	}
	return list
}
