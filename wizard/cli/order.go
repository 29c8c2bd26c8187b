package cli

import (
	"iter"
	"runtime"
)

// inOrder works on several inputs at a time and hands the results over in the
// order of the inputs. It reads hardly ahead, so that there is little to hold.
func inOrder[In, Out any](inputs iter.Seq[In], work func(In) Out, hand func(Out) error) error {
	workers := runtime.GOMAXPROCS(0)
	pending := make(chan chan Out, workers-1) // with the one that is waited for
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		defer close(pending)
		for input := range inputs {
			result := make(chan Out, 1)
			select {
			case pending <- result:
				go func() { result <- work(input) }()
			case <-stop:
				return
			}
		}
	}()
	for result := range pending {
		if err := hand(<-result); err != nil {
			return err
		}
	}
	return nil
}
