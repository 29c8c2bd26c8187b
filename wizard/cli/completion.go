package cli

import (
	"bytes"
	"io"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/planfile/disk"
	"github.com/spf13/cobra"
)

const completionLong = `Prints a script that completes commands, flags and plans in your shell. Load it
from the start file of the shell.`

const completionExample = `cmgwizard completion powershell | Out-String | Invoke-Expression
source <(cmgwizard completion bash)`

// A shell is one that cobra can write a completion script for.
type shell struct {
	name  string
	write func(root *cobra.Command, w io.Writer) error
}

var shells = []shell{
	{"powershell", (*cobra.Command).GenPowerShellCompletionWithDesc},
	{"bash", func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }},
	{"zsh", (*cobra.Command).GenZshCompletion},
	{"fish", func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }},
}

func (p *program) completion() *cobra.Command {
	var names []string
	for _, s := range shells {
		names = append(names, s.name)
	}
	return &cobra.Command{
		Use: "completion SHELL", Short: "Print a completion script for a shell",
		Long: completionLong + "\n\nShells: " + strings.Join(names, ", ") + ".", Example: completionExample,
		Args: cobra.ArbitraryArgs, ValidArgs: names,
		RunE: func(c *cobra.Command, args []string) error { return p.completeIn(c.Root(), args, names) },
	}
}

func (p *program) completeIn(root *cobra.Command, args, names []string) error {
	word := model.Clean(strings.Join(args, " "))
	for _, s := range shells {
		if s.name != word {
			continue
		}
		var script bytes.Buffer
		if err := s.write(root, &script); err != nil {
			return disk.Failed("the script could not be made", "try another shell", err)
		}
		return p.write(script.Bytes())
	}
	if word == "" {
		return &mistake{"for which shell?", "there are " + strings.Join(names, ", ")}
	}
	return &mistake{"there are no completions for " + word, "there are " + strings.Join(names, ", ")}
}
