package logs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// An answer is the HTTP status that stands beside an error that names none.
type answer struct {
	status string // "500"
	text   string // "Internal Server Error", "CMGConnector_Forbidden"
	from   peer
}

// isRefusal reports whether a status follows that is no success.
func isRefusal(rest string) bool {
	rest = strings.TrimLeft(rest, "= ")
	return rest != "" && rest[0] >= '3' && rest[0] <= '5'
}

// answerForms are the ways in which logs write a status that is no success.
var answerForms = model.Pattern(`(?i)\bStatusCode\s{0,3}=\s{0,3}([3-5]\d\d)\b(?:[\s;]{0,4}StatusText\s{0,3}=\s{0,3}([^\]\n<;"]{0,80}))?|\bstatus code is '?([3-5]\d\d)'?(?: and status description is '([^'\n]{0,80})')?|\bHTTP/1\.[01] ([3-5]\d\d)(?: ([^\]\n<;"~]{0,80}))?|\bserver returned an error: \(([3-5]\d\d)\)(?: ([A-Za-z_ ]{0,60}))?`)

// answersIn lists the statuses of a text with the place of each.
func answersIn(text string) []placed[answer] {
	const most = 64
	var all []placed[answer]
	for _, m := range answerForms().FindAllStringSubmatchIndex(text, most) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		all = append(all, placed[answer]{m[0], answer{status: part(1) + part(3) + part(5) + part(7), text: strings.TrimSpace(part(2) + part(4) + part(6) + part(8))}})
	}
	return all
}

// noteAnswer keeps an answer, one that tells the same as another only once.
func (s *sighting) noteAnswer(a answer) {
	for i := range s.answers {
		if b := &s.answers[i]; b.isOf(a) {
			if b.from.kind == peerUnknown || b.from.isBare() && !a.from.isBare() {
				b.from = a.from
			}
			b.text = cmp.Or(b.text, a.text)
			return
		}
	}
	if len(s.answers) < mostAnswers {
		s.answers = append(s.answers, a)
	}
}

// isOf reports whether two answers can be one: of one server, as far as it is told.
func (a answer) isOf(b answer) bool {
	sameText := a.text == b.text || a.text == "" || b.text == ""
	sameServer := (a.from.kind == peerUnknown || b.from.kind == peerUnknown || a.from.host == b.from.host) && (a.from.kind == b.from.kind || a.from.isBare() || b.from.isBare())
	return a.status == b.status && sameText && sameServer
}

// explainedBeside reports whether another pattern than this one says it better.
func (a answer) explainedBeside(of Pattern) bool {
	first, _, _ := strings.Cut(strings.ToLower(a.text), " ")
	return first != "" && slices.ContainsFunc(Patterns, func(p Pattern) bool {
		return p.Sign == Failed && p.ID != of.ID && slices.ContainsFunc(p.Texts, func(text string) bool {
			return text == first && !p.answered || strings.HasSuffix(text, "_") && strings.HasPrefix(first, text)
		})
	})
}

// words say what the status is and who gave it.
func (a answer) words() string {
	if a.status == "" {
		return "No status stands beside it" + a.who() + "."
	}
	text := "The status beside it is " + a.status
	if a.text != "" {
		text += " (" + reading.Shown(a.text, 60) + ")"
	}
	return text + a.who() + "."
}

// who says whom the request was for: a proxy on the way may have answered.
func (a answer) who() string {
	const lead = ", on a request to "
	name := reading.Shown(a.from.name, reading.LongestValue)
	switch a.from.kind {
	case peerUnknown:
		return ""
	case peerCMG:
		return lead + "the CMG (" + name + ")"
	case peerPlain:
		return lead + name + ": plain HTTP, so an internal server, not the CMG"
	case peerEnrollment:
		return lead + name + ", for the enrollment of certificates and not the CMG"
	case peerMicrosoft:
		return lead + name + ", one of Microsoft and not the CMG"
	}
	return lead + name + ", which is not known to be the CMG"
}

// hint is what the status says, as far as it goes.
func (a answer) hint() string {
	text := strings.ToLower(a.text)
	switch {
	case strings.HasPrefix(text, "cmgconnector_"):
		return " CMGConnector_ says that the request came through the CMG: the answer was given behind it, at the connection point or the management point."
	case strings.HasPrefix(text, "cmgservice_"):
		return " CMGService_ says that the CMG itself answered so, before anything inside was asked."
	}
	if hint := statusHints[a.status+" "+string(a.from.kind)]; hint != "" {
		return hint
	}
	return statusHints[a.status]
}

// statusHints are what a status can be about, for all peers and where one kind
// of them differs. The sub-status in the log of IIS decides.
var statusHints = map[string]string{
	"302":       " Somebody sends the caller elsewhere: another web application on that server, or a portal on the way.",
	"401":       " The caller was not accepted: its token or its certificate, or the authentication settings of that server.",
	"403":       " The server refuses the caller: it asks for a client certificate and received none, or one that it does not accept, or a filter stands in the way.",
	"403 plain": " The server refuses the caller: it requires HTTPS (403.4), or a filter or a missing right stands in the way.",

	"404": " Nothing is published at that address of the server, or its role is not there.",
	"405": " A filter on the way or in IIS does not let the verb of the request pass.",
	"407": " A proxy on the way requires authentication.",
	"500": " Something fails inside that server: its IIS, an ISAPI extension, its configuration (500.19 is one) or its database.",
	"503": " The service there does not run or is overloaded: mostly its application pool.",
}

// readStatus is what to do where a code only says that the answer was not good.
const readStatus = "Read StatusCode and StatusText in the [CCMHTTP] lines beside it, and the URL, which says who answered. On that server the log of IIS has the sub-status for the same minute."

// answerRemark is an error that says only that the answer was not good. The
// status beside it says more.
func answerRemark(p Pattern, s sighting) (model.Remark, bool) {
	open := slices.DeleteFunc(slices.Clone(s.answers), func(a answer) bool { return a.explainedBeside(p) })
	if len(open) == 0 && len(s.answers) > 0 {
		return model.Remark{}, false
	}
	text := p.Means
	open = open[:min(len(open), 3)]
	for i, a := range open {
		text += " " + a.words()
		if i == len(open)-1 || open[i+1].hint() != a.hint() {
			text += a.hint()
		}
	}
	return model.NewRemark(p.ID, p.Severity, p.Rule, fmt.Sprintf("%s %s", text, s.words()), p.Check, p.Cites...), true
}
