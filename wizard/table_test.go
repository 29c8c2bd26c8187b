package wizard

// A known is an event that a screen knows, "" for every screen.
type known struct {
	Screen Screen
	Event  EventKind
}

// table lists what the transition table knows.
func table() []known {
	list := make([]known, len(transitions))
	for i, t := range transitions {
		list[i] = known{t.screen, t.event}
	}
	return list
}
