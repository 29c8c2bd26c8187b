package wizard

import (
	"os"

	tea "charm.land/bubbletea/v2"
)

// suspending is empty: Windows knows no such signals.
var suspending []os.Signal

func suspend(*tea.Program) {}

func canSuspend() bool { return false }

func stopSelf() tea.Msg { return nil }
