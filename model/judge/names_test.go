package judge

import (
	"os"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
)

const namesFile = "testdata/names.txt"

// TestNamesStay: the keys of answers, the rules and the tasks are names in
// people's files and scripts. New ones are added with -update; none goes, and
// -update takes none out.
func TestNamesStay(t *testing.T) {
	kept, err := os.ReadFile(namesFile)
	if err != nil {
		t.Fatal(err)
	}
	before, now := strings.Fields(string(kept)), publicNames()
	for _, name := range before {
		if !slices.Contains(now, name) {
			t.Errorf("%s is gone: names are a public interface", name)
		}
	}
	added := slices.DeleteFunc(now, func(name string) bool { return slices.Contains(before, name) })
	if *plantest.Update && len(added) > 0 {
		all := slices.Sorted(slices.Values(slices.Concat(before, added)))
		if err := os.WriteFile(namesFile, []byte(strings.Join(all, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if len(added) > 0 {
		t.Errorf("new names, which stay for ever: %s. Run with -update", strings.Join(added, " "))
	}
}

// publicNames are all names with what they name: "rule:crl-public".
func publicNames() []string {
	var names []string
	for _, f := range plantest.OnePlan().Fields() {
		names = append(names, "answer:"+plantest.InAnyPlace(f.Key))
	}
	for _, rule := range rules.All() {
		names = append(names, "rule:"+rule.ID)
	}
	for _, id := range taskIDs() {
		names = append(names, "task:"+id)
	}
	return names
}
