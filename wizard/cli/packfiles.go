package cli

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export"
	"cmgwizard/model/judge"
	"cmgwizard/model/planfile/disk"
	"cmgwizard/model/rules"
	"cmgwizard/wizard/cli/filename"
	"cmgwizard/wizard/cli/page"
)

// A pack is what one hands over of a plan.
type pack struct {
	checklist judge.Checklist
	paper     doc.Paper
	plan      []byte // the file of the plan, as it is
	rendered  []rendered
	files     []packedFile
}

// A packedFile is a file in a pack.
type packedFile struct {
	name, about string
	data        []byte
}

// rendered says under which name a format goes into the pack, whole or as the
// sheet of one team.
type rendered struct {
	name, format, about string
	team                model.Team
	detail              doc.Detail
}

// packedFormats are the formats in a pack.
var packedFormats = []rendered{
	{"run-sheet.pdf", "pdf", "the run sheet to print: one line a task, job by job", "", doc.Short},
	{"change.docx", "change-docx", "the change request for those who approve it", "", ""},
	{"checklist.pdf", "pdf", "the checklist to print, or to fill in on the screen", "", ""},
	{"checklist.html", "html", "the same as one page for a browser, with filters", "", ""},
	{"checklist.xlsx", "xlsx", "the tasks as a workbook, to work in", "", ""},
	{"checklist.csv", "csv", "the tasks as a table for any program", "", ""},
	{"calendar.ics", "calendar", "what expires and what is due, for a calendar", "", ""},
	{"decision.md", "decision", "the decision record: what was chosen, and why", "", ""},
	{"decision.html", "decision-html", "the same as one page for a browser", "", ""},
	{"drawing.svg", "svg", "the drawing of the traffic", "", ""},
}

// The names in a pack. Windows and every other system can handle them.
const (
	packedReadme   = "README.txt"
	packedPlan     = "plan.toml"
	packedManifest = "manifest.json"
	packedSums     = "SHA256SUMS"
)

func newPack(plan []byte, c judge.Checklist, paper doc.Paper) *pack {
	return &pack{checklist: c, paper: paper, plan: plan, rendered: append(slices.Clone(packedFormats), teamSheets(c.Outcome)...)}
}

// teamSheets are what each team gets: a sheet to print, and a list to work in.
func teamSheets(o judge.Judgement) []rendered {
	var sheets []rendered
	for _, team := range teamsWithWork(o, false) {
		name := "team-" + filename.Slug(string(team))
		sheets = append(sheets, rendered{name + ".pdf", "pdf", "the sheet of the " + doc.Team(team), team, ""},
			rendered{name + ".xlsx", "xlsx", "the list of the same team, to work in", team, ""})
	}
	return sheets
}

func (k *pack) add(name, about string, data []byte) {
	k.files = append(k.files, packedFile{name, about, data})
}

// zipped fills the pack and gives it as the bytes of a zip.
func (p *program) zipped(k *pack) ([]byte, error) {
	k.add(packedPlan, "the plan itself: open it with cmgwizard to go on", k.plan)
	for _, r := range k.rendered {
		format, _ := export.Find(r.format)
		data, err := checklistBytes(format, k.checklist.Narrow(judge.Scope{Owner: r.team}), doc.Options{Paper: k.paper, Detail: r.detail, Say: func(note string) { p.note(r.name + ": " + note) }})
		if err != nil {
			return nil, err
		}
		k.add(r.name, r.about, data)
	}
	if err := k.addLists(); err != nil {
		return nil, err
	}
	return k.zip()
}

// addLists adds the evidence, and what tells about the other files.
func (k *pack) addLists() error {
	plan := k.checklist.Plan
	plan.At = k.day()
	text := &page.Page{Width: page.PaperWidth}
	evidenceList(text, packedPlan, &plan)
	k.add("evidence.txt", "what was seen in which file, and when it expires", dosLines(text.String()))
	list, err := jsonBytes(evidenceListJSON{model.Format, stamp(plan.At), newPlanJSON(packedPlan, plan), newEvidenceJSON(&plan), againstEvidence(&plan)}, indent)
	if err != nil {
		return err
	}
	k.add("evidence.json", "the same for programs", list)
	k.files = append([]packedFile{{packedReadme, "this page", dosLines(k.readme())}}, k.files...)
	manifest, err := jsonBytes(k.manifest(), indent)
	if err != nil {
		return err
	}
	k.add(packedManifest, "sizes and SHA-256 of the files, for programs", manifest)
	k.add(packedSums, "the SHA-256 of the files, to check them", k.sums())
	return nil
}

// day is the day of the pack: no file in it knows the hour.
func (k *pack) day() time.Time { return k.checklist.Date.UTC().Truncate(24 * time.Hour) }

// sums are lines as sha256sum reads them, with line ends of Unix: it takes no
// others.
func (k *pack) sums() []byte {
	var b bytes.Buffer
	for _, f := range k.files {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(f.data), f.name)
	}
	return b.Bytes()
}

// manifestJSON is the manifest of a pack. Its keys may be added to, never
// renamed.
type manifestJSON struct {
	Format  int              `json:"format"`
	Program string           `json:"program"`
	Version string           `json:"version"`
	Rules   int              `json:"rules"`
	Date    string           `json:"date"`
	Paper   string           `json:"paper"`
	Plan    planJSON         `json:"plan"`
	Verdict judge.Verdict    `json:"verdict"`
	Files   []packedFileJSON `json:"files"`
}

type packedFileJSON struct {
	Name   string `json:"name"`
	About  string `json:"about"`
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

func (k *pack) manifest() manifestJSON {
	m := manifestJSON{
		model.Format, "cmgwizard", thisBuild().Version, rules.LatestEdition().Number, model.DayOf(k.checklist.Date), string(k.paperUsed()),
		newPlanJSON(packedPlan, k.checklist.Plan), k.checklist.Outcome.Verdict, []packedFileJSON{},
	}
	for _, f := range k.files {
		sum := sha256.Sum256(f.data)
		m.Files = append(m.Files, packedFileJSON{f.name, f.about, len(f.data), hex.EncodeToString(sum[:])})
	}
	return m
}

func (k *pack) paperUsed() doc.Paper {
	if k.paper == "" {
		return doc.A4
	}
	return k.paper
}

// zip writes the files with one time, that of the day.
func (k *pack) zip() ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range k.files {
		header := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: k.day()}
		header.SetMode(0o644)
		entry, err := w.CreateHeader(header)
		if err == nil {
			_, err = entry.Write(f.data)
		}
		if err != nil {
			return nil, disk.Failed("the pack could not be made", "try again", err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, disk.Failed("the pack could not be made", "try again", err)
	}
	return b.Bytes(), nil
}
