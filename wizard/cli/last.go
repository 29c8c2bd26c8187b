package cli

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"time"

	"cmgwizard/model"
	"cmgwizard/wizard/cli/output"
	"cmgwizard/wizard/machine"
)

// lastPlan is what is remembered of the plan that was open last.
type lastPlan struct {
	Path    string    `json:"path"`
	Name    string    `json:"name"`
	Updated time.Time `json:"updated"`
}

// maxLast is the largest memory that is read.
const maxLast = 64 << 10

func lastFile() (string, error) {
	folder, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "cmgwizard", "last.json"), nil
}

// Last is the plan that was open last, if its file is still there. A memory
// that cannot be read is none: nothing depends on it.
func (o *outside) Last() (machine.Last, bool) {
	path, err := lastFile()
	if err != nil || !isRegular(path) {
		return machine.Last{}, false
	}
	last, err := readLast(path)
	if err != nil || !filepath.IsAbs(last.Path) || !isRegular(last.Path) {
		return machine.Last{}, false
	}
	return machine.Last{Path: last.Path, Name: model.Clean(last.Name), Updated: last.Updated}, true
}

// isRegular looks before anything is opened: opening a pipe would wait for ever.
func isRegular(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func readLast(path string) (lastPlan, error) {
	var last lastPlan
	f, err := os.Open(path)
	if err != nil {
		return last, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxLast))
	if err != nil {
		return last, err
	}
	return last, json.Unmarshal(data, &last)
}

// Remember notes the plan that is open as the last one.
func (o *outside) Remember(path string, plan model.Plan) error {
	file, err := lastFile()
	if err != nil {
		return err
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	data, err := json.Marshal(lastPlan{full, plan.Name, plan.Updated})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	return output.Write(file, append(data, '\n'), output.ReplaceOwn, func(string) {})
}
