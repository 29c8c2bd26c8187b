package cli

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"

	"cmgwizard/model"
	"cmgwizard/model/rules"
	"cmgwizard/model/source"
	"github.com/spf13/cobra"
)

// release is the version of a released binary, set at link time:
// -ldflags "-X cmgwizard/wizard/cli.release=1.0.0".
var release string

func (p *program) version() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version",
		Long: "Prints the version, how it was built, and when the sources of the rules were\nlast read.",
		Args: noArguments, ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return p.write([]byte(aboutThis())) },
	}
}

// aboutThis says which program this is and how old its knowledge is.
func aboutThis() string {
	version, commit := build()
	return fmt.Sprintf("cmgwizard %s\ncommit %s\n%s %s/%s\nplan format %d\nrules: edition %d, sources read on %s\n",
		version, commit, runtime.Version(), runtime.GOOS, runtime.GOARCH, model.Format, rules.LatestEdition().Number, rulesRead())
}

// build is what the Go tool noted in the binary.
func build() (version, commit string) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return cmp.Or(release, "unknown"), "unknown"
	}
	changed := ""
	for _, setting := range info.Settings {
		switch {
		case setting.Key == "vcs.revision":
			commit = setting.Value
		case setting.Key == "vcs.modified" && setting.Value == "true":
			changed = ", with changes"
		}
	}
	return cmp.Or(release, info.Main.Version, "(devel)"), cmp.Or(commit, "unknown") + changed
}

// rulesRead is the day on which the source that waits longest was last read.
func rulesRead() string {
	oldest := ""
	for _, s := range source.All {
		if oldest == "" || s.Read < oldest {
			oldest = s.Read
		}
	}
	return oldest
}
