package machine

import (
	"errors"
	"io/fs"
)

// Begin is the state to start with: the plan at a path or, where there is no
// such file, a new one for it, unless another was meant; "" is the start.
func Begin(path string, outside Outside) (State, error) {
	state := State{Screen: StartScreen, Formats: outside.Formats()}
	if path == "" {
		if last, ok := outside.Last(); ok {
			state.Last = &last
		}
		return state, nil
	}
	state.NoReturn = true
	plan, err := outside.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		state.Screen, state.Suggest, state.Similar = NameScreen, path, SimilarPlan(outside, path)
		if state.Similar != "" {
			state.Screen = StartScreen
		}
		return state, nil
	case err != nil && !errors.As(err, new(*LookOnlyError)):
		return state, err
	}
	state, _ = Next(state, Event{Kind: Opened, Text: path, Plan: plan, Err: err})
	return state, nil
}
