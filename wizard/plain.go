package wizard

func runPlain(o Options, state State) (Result, error) { return Result{}, nil }
