package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"cmgwizard/model"
	"cmgwizard/wizard/cli/filename"
	"cmgwizard/wizard/cli/output"
	"cmgwizard/wizard/machine"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// rootCommand is the command without a name and all those below it.
type rootCommand struct{ *cobra.Command }

const rootLong = `A wizard that plans client authentication for a ConfigMgr cloud management
gateway (CMG): it asks, judges your answers and prints a checklist. It changes
nothing in your site.

Without PLAN the start screen offers a new plan or the last one. The ending
.toml of PLAN may be left out. One with it that does not exist yet is made; if
another plan there has nearly the same name, the wizard asks first.`

func (p *program) root() rootCommand {
	var flags wizardFlags
	var version bool
	root := &cobra.Command{
		Use:                        "cmgwizard [PLAN]",
		Short:                      "Plan client authentication for a cloud management gateway",
		Long:                       rootLong,
		Example:                    "cmgwizard\ncmgwizard contoso.toml\ncmgwizard check contoso.toml",
		Args:                       cobra.ArbitraryArgs,
		ValidArgsFunction:          planFiles,
		SilenceErrors:              true,
		SuggestionsMinimumDistance: likeness,
		SilenceUsage:               true,
		RunE: func(c *cobra.Command, args []string) error {
			if version {
				return p.write([]byte(thisBuild().String()))
			}
			return p.open(c, args, flags)
		},
	}
	flags.add(root.Flags())
	root.Flags().BoolVar(&version, "version", false, "print the version and end")
	root.AddCommand(p.check(), p.assume(), p.show(), p.compare(), p.explain(), p.diff(), p.export(), p.pack(), p.tasks(), p.task(), p.runTasks(), p.inspect(), p.evidence(), p.collect(),
		p.sample(), p.schema(), p.version(), p.completion())
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetOut(p.out)
	root.SetErr(p.err)
	root.SetFlagErrorFunc(flagMistake)
	root.SetHelpFunc(p.help)
	root.SetHelpCommand(p.helpCommand())
	return rootCommand{root}
}

func (r rootCommand) execute(args []string) error {
	r.SetArgs(append([]string{}, codesLast(args)...)) // nil would mean the arguments of the process
	return r.Execute()
}

// open is what the root command does.
func (p *program) open(c *cobra.Command, args []string, flags wizardFlags) error {
	path, err := planToOpen(c, args)
	if err != nil {
		return err
	}
	return p.openWizard(path, flags, nil)
}

// planToOpen tells a plan from a misspelled command.
func planToOpen(c *cobra.Command, args []string) (string, error) {
	if len(args) == 0 {
		return "", nil
	}
	path := withEnding(args[0])
	if path == "-" {
		return "", &mistake{"the wizard needs a file, not the standard input", "give the path of a plan, such as contoso.toml"}
	}
	switch _, err := os.Stat(path); {
	case err == nil:
	case model.LooksSecret(path):
		return "", &mistake{"the name of the plan " + model.SecretWords, "choose another name, such as contoso.toml"}
	case !strings.EqualFold(filepath.Ext(path), ".toml"):
		return "", unknownCommand(c, path)
	case !filename.Taken(filepath.Dir(path)):
		return "", output.Failure(path, fs.ErrNotExist)
	}
	if len(args) > 1 {
		return "", &mistake{"the wizard opens one plan at a time", `several plans are judged with "cmgwizard check"`}
	}
	return path, nil
}

// withEnding is the path of a plan whose ending was left out.
func withEnding(path string) string {
	if path != "" && (!filename.Taken(path) || isFolder(path)) && isRegular(path+".toml") {
		return path + ".toml"
	}
	return path
}

func unknownCommand(c *cobra.Command, word string) error {
	hint := `"cmgwizard --help" lists the commands; a new plan has a name that ends in .toml`
	if near := c.SuggestionsFor(word); len(near) > 0 {
		hint = fmt.Sprintf("did you mean %q?", near[0])
	} else if plan := machine.SimilarPlan(new(outside), word); plan != "" {
		hint = fmt.Sprintf("did you mean %q?", model.Clean(plan))
	}
	return &mistake{fmt.Sprintf("there is no plan and no command %q", model.Clean(word)), hint}
}

// flagMistake adds to the words about a flag what was probably meant.
func flagMistake(c *cobra.Command, err error) error {
	m := &mistake{err.Error(), fmt.Sprintf(`"%s --help" lists the flags`, c.CommandPath())}
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		if near := model.Nearest(unknown.GetSpecifiedName(), flagNames(c)); near != "" {
			m.hint = fmt.Sprintf(`did you mean "--%s"?`, near)
		}
	case errors.As(err, &bare):
		value, _ := pflag.UnquoteUsage(bare.GetFlag())
		m.hint = fmt.Sprintf("write it as --%s %s", bare.GetFlag().Name, value)
	case errors.As(err, &wrong) && wrong.GetFlag().Value.Type() == "bool":
		m.what = fmt.Sprintf("--%s takes no value, not even %q", wrong.GetFlag().Name, model.Clean(wrong.GetValue()))
		m.hint = fmt.Sprintf("write --%s alone", wrong.GetFlag().Name)
	}
	return m
}

func flagNames(c *cobra.Command) []string {
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

// likeness is in how many letters a word may differ from one that was meant.
const likeness = 2

// upTo completes no more than so many arguments.
func upTo(most int, complete cobra.CompletionFunc) cobra.CompletionFunc {
	return func(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
		if len(args) >= most {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return complete(c, args, begun)
	}
}

// planFiles completes the names of plans.
func planFiles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"toml"}, cobra.ShellCompDirectiveFilterFileExt
}
