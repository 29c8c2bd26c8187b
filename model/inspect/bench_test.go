package inspect_test

import (
	"testing"
	"time"

	"cmgwizard/model/inspect"
)

// folderTime is what the folder may take, all of it.
const folderTime = 200 * time.Millisecond

// BenchmarkFolder sorts the folder with its hostile files. The fastest round
// counts: others wait for whatever else the machine does.
func BenchmarkFolder(b *testing.B) {
	inputs := folderInputs(folderFiles(b))
	fastest := time.Hour
	for b.Loop() {
		start := time.Now()
		inspect.Inspect(inputs, nil, changeWindow)
		fastest = min(fastest, time.Since(start))
	}
	b.ReportMetric(float64(len(inputs)), "files")
	b.ReportMetric(float64(fastest.Milliseconds()), "fastest-ms")
	if fastest > folderTime {
		b.Errorf("the folder took %s, more than %s", fastest, folderTime)
	}
}
