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
	var asJSON bool
	c := &cobra.Command{
		Use: "version", Short: "Print the version",
		Long: "Prints the version, how it was built, and when the sources of the rules were\nlast read.",
		Args: noArguments, ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				return p.writeJSON(thisBuild(), oneLine)
			}
			return p.write([]byte(thisBuild().String()))
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one line of JSON")
	return c
}

// buildJSON says which program this is and how old its knowledge is. As JSON it
// is a public interface: keys may be added, never renamed.
type buildJSON struct {
	Format   int    `json:"format"`
	Version  string `json:"version"`
	Commit   string `json:"commit"`
	Changed  bool   `json:"changed"`
	Date     string `json:"date"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
	Plan     int    `json:"plan_format"`
	Rules    int    `json:"rules"`
	Read     string `json:"sources_read"`
}

func (b buildJSON) String() string {
	commit := cmp.Or(b.Commit, "unknown")
	if b.Changed {
		commit += ", with changes"
	}
	return fmt.Sprintf("cmgwizard %s\ncommit %s\n%s %s\nplan format %d\nrules: edition %d, sources read on %s\n",
		b.Version, commit, b.Go, b.Platform, b.Plan, b.Rules, b.Read)
}

// thisBuild is what the Go tool noted in the binary, and what it knows.
func thisBuild() buildJSON {
	b := buildJSON{
		Format: 1, Version: cmp.Or(release, "unknown"), Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH,
		Plan: model.Format, Rules: rules.LatestEdition().Number, Read: rulesRead(),
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	b.Version = cmp.Or(release, info.Main.Version, "(devel)")
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			b.Commit = setting.Value
		case "vcs.time":
			b.Date = setting.Value
		case "vcs.modified":
			b.Changed = setting.Value == "true"
		}
	}
	return b
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
