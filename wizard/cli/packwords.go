package cli

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/cli/page"
)

// readmeParts are the page for who gets a pack, after its head: a title, then
// paragraphs. A paragraph that begins with a blank stays as it is.
var readmeParts = [][]string{
	{"What this is", "A plan for the client authentication of a Configuration Manager cloud management gateway (CMG): " +
		"what was decided and why, what is still open, and the tasks with their order, owners and states. " +
		"Begin with checklist.pdf or checklist.html. Nobody needs the program to read it.",
		"To go on with the plan, copy plan.toml to a folder of yours and open it:", "    cmgwizard plan.toml",
		"The other files are copies of one day. What people write in the XLSX or CSV files, or keep in the HTML page and save there, goes back into the plan:",
		"    cmgwizard tasks import plan.toml checklist.xlsx",
		"It shows what would change, and asks where the plan has changed as well. What is ticked in the PDF files stays there."},
	{"Is it whole?", "In PowerShell, in the folder of these files; a name is printed where a file differs or is missing:",
		"    Get-Content SHA256SUMS | ForEach-Object { $h, $n = $_ -split '  ', 2",
		"      if ((Get-FileHash $n -Algorithm SHA256).Hash -ne $h) { $n } }",
		"On Linux and macOS:", "    sha256sum -c SHA256SUMS", "    shasum -a 256 -c SHA256SUMS",
		"This finds what was damaged or lost on the way. Whoever means to change a file can write new sums as well: " +
			"if that matters, ask the sender for the SHA-256 of the zip, which the program printed."},
	{"Is it secret?", "A plan has no place for passwords, tokens, PFX files or private keys, and nothing in its file looked like a token or a key. " +
		"It does name servers, sites and perhaps people, and what people wrote in notes and comments is there as they wrote it. " +
		"Handle it like your other internal papers."},
}

// readme is the page for who gets the pack.
func (k *pack) readme() string {
	p := &page.Page{Width: page.PaperWidth}
	readmeHead(p, k.checklist)
	p.Heading("What is in it")
	for _, f := range k.files {
		p.Item(fmt.Sprintf("  %-22s", f.name), f.about)
	}
	p.Item(fmt.Sprintf("  %-22s", packedManifest), "sizes and SHA-256 of the files, for programs")
	p.Item(fmt.Sprintf("  %-22s", packedSums), "the SHA-256 of the files, to check them")
	for _, part := range readmeParts {
		p.Heading(part[0])
		for _, text := range part[1:] {
			if strings.HasPrefix(text, " ") {
				p.WriteString(text + "\n")
				continue
			}
			p.Item("  ", text)
		}
	}
	return p.String()
}

func readmeHead(p *page.Page, c judge.Checklist) {
	p.Line("Hand-over pack")
	p.Gap()
	p.Fact("Plan:    ", model.Clean(c.Plan.Name))
	p.Fact("Site:    ", model.Clean(string(c.Plan.Site.Code)))
	p.Item("Date:    ", model.DayOf(c.Date)+", made by cmgwizard "+thisBuild().Version)
	p.Item("Stands:  ", doc.VerdictSentence(&c.Plan, c.Outcome))
	p.Item("Tasks:   ", doc.TaskCounts(c.Outcome.Items))
	p.Item("Open:    ", model.Counted(len(c.Outcome.Open), "question"))
}

// dosLines gives text the line ends that old editors of Windows need.
func dosLines(text string) []byte { return []byte(strings.ReplaceAll(text, "\n", "\r\n")) }
