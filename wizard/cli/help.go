package cli

import (
	"fmt"
	"strings"

	"cmgwizard/wizard/cli/page"
	"github.com/spf13/cobra"
)

// help prints what a command does. It asks the terminal for nothing but its
// width.
func (p *program) help(c *cobra.Command, _ []string) {
	page := page.New(p.out)
	page.WriteString(longText(c) + "\n")
	page.Heading("Usage")
	page.WriteString("  " + c.UseLine() + "\n")
	if c.HasAvailableSubCommands() {
		page.WriteString("  " + c.CommandPath() + " COMMAND\n")
	}
	commands(page, c)
	if flags := c.Flags(); flags.HasAvailableFlags() {
		page.Heading("Flags")
		page.WriteString(flags.FlagUsagesWrapped(page.Width))
	}
	if c.HasExample() {
		page.Heading("Examples")
		page.WriteString("  " + strings.ReplaceAll(c.Example, "\n", "\n  ") + "\n")
	}
	if err := p.write([]byte(page.String())); err != nil {
		p.report(err)
	}
}

func longText(c *cobra.Command) string {
	if c.Long != "" {
		return strings.TrimSpace(c.Long)
	}
	return c.Short
}

func commands(p *page.Page, c *cobra.Command) {
	if !c.HasAvailableSubCommands() {
		return
	}
	p.Heading("Commands")
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			p.Item(fmt.Sprintf("  %-*s ", sub.NamePadding(), sub.Name()), sub.Short)
		}
	}
}

// helpCommand is "cmgwizard help check", the same as "cmgwizard check --help".
func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: "Explain a command",
		RunE: func(c *cobra.Command, args []string) error {
			topic, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(c.Root(), strings.Join(args, " "))
			}
			topic.InitDefaultHelpFlag()
			return topic.Help()
		},
	}
}
