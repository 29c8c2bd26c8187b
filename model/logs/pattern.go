package logs

import (
	"slices"

	"cmgwizard/model"
)

// A Pattern is something that is known in logs: how it is written, what it says,
// and what can be behind it.
type Pattern struct {
	ID, Title string
	Sign      Sign
	Stage     Stage
	Proves    []Stage // what must have worked for the line to be there

	Texts  []string                // written so it is this, wherever it stands; lower case
	Codes  []uint32                // it is this by the number, in any spelling
	IIS    []string                // statuses with sub-statuses in lines of IIS: "403.7"
	Loose  []string                // numbers and short names: it is this in a log, or beside words of errors
	Also   []string                // one of these must stand in the same entry; lower case
	holds  func(entry string) bool // what must be true of the entry, in lower case
	Beside []string                // it is this only with one of companions near it
	With   []string                // the companions
	Unless []string                // not told where one of these was found

	shown    bool // it is about a certificate that a server showed: the address beside it says whose
	answered bool // it only says that an answer was not good: the status beside it says which
	asked    bool // whom it asked belongs to it
	echo     bool // it only says that something failed: told where nothing else is

	Severity model.Severity
	Rule     string
	Means    string
	Check    string
	Causes   []Cause
	Rests    model.Sure
	Cites    []model.Citation
}

// Sign says what a pattern stands for.
type Sign string

// The signs.
const (
	Failed Sign = ""       // an error
	Worked Sign = "worked" // something succeeded: it last worked at this time
	Normal Sign = "normal" // known and harmless
	Step   Sign = "step"   // known, and neither good nor bad: it tells how far it came
)

// Stage is a step on the way from a device to the site, or beside it.
type Stage string

// The stages, in the order of the way.
const (
	Setup        Stage = "setup"
	EntraToken   Stage = "entra-token"
	Reach        Stage = "reach"
	Accepted     Stage = "accepted"
	Channel      Stage = "channel"
	Inside       Stage = "inside"
	SiteToken    Stage = "site-token"
	Registration Stage = "registration"
	Messages     Stage = "messages"
	Content      Stage = "content"
	PointItself  Stage = "management-point"
	Deployment   Stage = "deployment"
	SiteItself   Stage = "site"
	Enrollment   Stage = "enrollment"
)

// Stages are the stages with the words that people read.
var Stages = model.Terms[Stage]{
	{Value: Setup, Label: "Setup of the client"},
	{Value: EntraToken, Label: "Token of Microsoft Entra ID"},
	{Value: Reach, Label: "Connection to the server, and its certificate"},
	{Value: Accepted, Label: "Sign-in at the CMG"},
	{Value: Channel, Label: "Channel from the connection point to the CMG"},
	{Value: Inside, Label: "Connection point to management point"},
	{Value: SiteToken, Label: "Token of the site"},
	{Value: Registration, Label: "Registration of the client"},
	{Value: Messages, Label: "Messages and policy of the client"},
	{Value: Content, Label: "Content"},
	{Value: PointItself, Label: "Management point itself"},
	{Value: Deployment, Label: "Deployment of the CMG"},
	{Value: SiteItself, Label: "Site"},
	{Value: Enrollment, Label: "Co-management and other enrollment"},
}

// Patterns are all that is known, the most telling first. What an entry says is
// true wherever its pattern stands: it names several causes where there are
// several, and how to tell them apart.
var Patterns = slices.Concat(cmgErrors, certificateErrors, serverErrors, tokenErrors, entraErrors, clientErrors, setupErrors, enrollmentErrors, connectionErrors, siteErrors, statusErrors, echoes, successes, harmless, waySteps)

// PatternNamed finds a pattern by its ID.
func PatternNamed(id string) (Pattern, bool) {
	i := slices.IndexFunc(Patterns, func(p Pattern) bool { return p.ID == id })
	if i < 0 {
		return Pattern{}, false
	}
	return Patterns[i], true
}

// AllTexts are the words that an entry must hold one of.
func (p Pattern) AllTexts() []string {
	return slices.Concat(p.Texts, p.Loose, p.Beside)
}
