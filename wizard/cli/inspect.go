package cli

import (
	"runtime/debug"
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/doc/seen"
	"cmgwizard/model/inspect"
	"cmgwizard/wizard/cli/input"
	"cmgwizard/wizard/cli/page"
	"github.com/spf13/cobra"
)

const inspectLong = `Says what files mean for a CMG: certificates and whole chains (DER, PEM, PKCS#7,
SST, dumps of these), what certutil and PowerShell print about certificates,
output of "dsregcmd /status" and "netsh http show sslcert", a bulk registration
token, ccmsetup command lines, lines of logs, and what the script of "collect"
wrote. Files are recognized by what is
in them, never by their names. Of certificates it says which to upload to the
CMG as root, which as intermediate, and which not; give it a client certificate
and all CAs above it at once.

A FILE may be a folder, or - for the standard input. Nothing is sent anywhere,
nothing is kept, and a file with a private key (PFX) is refused whole.

Exit codes: 0 nothing speaks against it; 1 something blocks; 3 the command line
or the plan is unusable; 4 a file could not be read or was refused, or there
is none. The highest counts.`

const inspectExample = `cmgwizard inspect root.cer issuing.cer client.cer
dsregcmd /status | cmgwizard inspect -
cmgwizard inspect C:\Temp\certificates --plan contoso.toml

In PowerShell, the client certificates of a computer and the CAs it knows:
  $to = mkdir certificates
  dir Cert:\LocalMachine\My, Cert:\LocalMachine\CA, Cert:\LocalMachine\Root |
    foreach { Export-Certificate $_ "$to\$($_.Thumbprint).cer" }
  cmgwizard inspect certificates`

// inspectFlags say with what files are compared, and how it is told.
type inspectFlags struct {
	json, all bool
	plan      string
	emptyPlan bool // "--plan" is there, without a path
}

func (p *program) inspect() *cobra.Command {
	var flags inspectFlags
	c := &cobra.Command{
		Use: "inspect FILE...", Short: "Say what files mean for a CMG", Long: inspectLong,
		Example:           inspectExample,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: anyFiles,
		RunE: func(c *cobra.Command, args []string) error {
			flags.emptyPlan = flags.plan == "" && c.Flags().Changed("plan")
			return p.inspectFiles(args, flags)
		},
	}
	c.Flags().BoolVar(&flags.json, "json", false, "print one line of JSON")
	c.Flags().BoolVar(&flags.all, "all", false, "tell everything about every file, however many there are")
	c.Flags().StringVar(&flags.plan, "plan", "", "compare with the answers of the `PLAN`")
	_ = c.RegisterFlagCompletionFunc("plan", planFiles) // fails for flags that do not exist
	p.addDate(c)
	return c
}

// mostMemory is what the reading of files keeps to, so that a support bundle of
// hundreds of megabytes fits on any computer.
const mostMemory = 24 << 20

// anyFiles completes the names of files and folders.
func anyFiles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveDefault
}

func (p *program) inspectFiles(args []string, flags inspectFlags) error {
	switch {
	case flags.emptyPlan:
		return &mistake{"--plan names no plan", "give its path, such as contoso.toml, or leave --plan out"}
	case flags.plan == "-" && slices.Contains(args, "-"):
		return errReadTwice
	}
	plan, err := p.planToCompare(flags.plan)
	if err != nil {
		return err
	}
	pile, err := p.inputs(args)
	if err != nil {
		return err
	}
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(mostMemory))
	done := p.watch(pile)
	report := pile.Inspect(plan, p.at())
	done()
	left, missed := pile.LeftOut()
	p.endInspection(report, missed)
	if flags.json {
		return p.writeJSON(newInspectJSON(p.at(), flags.plan, plan, report, left), oneLine)
	}
	page := page.New(p.out)
	inspection(page, report, p.at(), flags.all, plan, left)
	return p.write([]byte(page.String()))
}

// inputs are the files to inspect: files, the files in folders, and "-" for the
// standard input.
func (p *program) inputs(paths []string) (*input.Pile, error) {
	once := slices.Clone(paths)
	once = slices.DeleteFunc(once, func(path string) bool { return path != "-" })
	switch {
	case len(paths) == 0:
		return nil, &mistake{"which files?", "give paths of files or folders, or - for the standard input"}
	case slices.Contains(paths, ""):
		return nil, &mistake{"the path of a file is empty", "give the path of a file or of a folder, or - for the standard input"}
	case len(once) > 1:
		return nil, errReadTwice
	}
	return input.NewPile(paths, p.in), nil
}

// inspection is all there is to say about files, and with which plan they were
// compared. What a plan would keep of them is said how to keep.
func inspection(p *page.Page, report inspect.Report, at time.Time, all bool, plan *model.Plan, left []string) {
	parts := seen.Inspection(report, at, all)
	sources := len(parts) - 1
	p.Parts(parts[:sources]...)
	if plan != nil {
		p.Gap()
		p.Item("compared with the plan: ", doc.OrNothing(plan.Name))
	}
	p.Parts(seen.LeftOut(left), parts[sources])
	if len(report.Evidence()) > 0 {
		p.Gap()
		p.Line(`To keep this in a plan: "cmgwizard evidence add PLAN FILE..."`)
	}
}

// planToCompare is the plan that was asked for, nil for none.
func (p *program) planToCompare(path string) (*model.Plan, error) {
	if path == "" {
		return nil, nil
	}
	plan, err := p.read(planAt(path, true))
	return &plan, err
}

// endInspection raises the exit code to what the files are like.
func (p *program) endInspection(report inspect.Report, missed bool) {
	if seen.Blocks(report) {
		p.end(exitBlocked)
	}
	if missed || len(report.Files) == 0 || slices.ContainsFunc(report.Files, seen.Lost) {
		p.end(exitDisk)
	}
}
