package output

// A nameError is a name that no file can have.
type nameError struct{ what, hint string }

func (e *nameError) Error() string { return e.what }

// Hint says what to do.
func (e *nameError) Hint() string { return e.hint }
