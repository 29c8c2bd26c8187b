package logs

import (
	"strings"

	"cmgwizard/model/reading"
)

// A topic is a word of ConfigMgr and its neighbors, with what a text that names
// it is about.
type topic struct {
	word  string // in lower case
	about string
	log   bool // hardly anything but a log has the word
}

// topics are listed with what tells most first.
var topics = []topic{
	{"cmgconnector", "the CMG connection point", true},
	{"sms_cloud_proxyconnector", "the CMG connection point", true},
	{"cmgservice", "the service of the CMG", true},
	{"cmgcontentservice", "the content service of the CMG", true},
	{"cmgsetup", "the setup of the CMG", true},
	{"cmghttphandler", "how the CMG takes requests (a log of versions before 2020)", true},
	{"httpv2", "the channel from the connection point to the CMG", false},
	{"ccm_proxy_mutualauth", "requests over the CMG", false},
	{"ccm_proxy_serverauth", "requests over the CMG", false},
	{"winhttp_", "requests over HTTPS", true},
	{"bgbserver", "the notification of clients", true},
	{"sms_cloud_services_manager", "the deployment of the CMG", true},
	{"cloudmgr", "the deployment of the CMG", true},
	{"createdeployment for service", "the deployment of the CMG", true},
	{"[ccmhttp]", "requests of a client", true},
	{"ccmmessaging", "messages of a client", true},
	{"ccm_sts", "the token service of a management point", true},
	{"ccm token", "the token of a client", true},
	{"mp_registrationmanager", "the registration of clients", true},
	{"mp reg:", "the registration of clients", true},
	{"[regtask]", "the registration of a client", true},
	{"clientidmanagerstartup", "the registration of a client", true},
	{"locationservices", "how a client finds its servers", true},
	{"mpcert", "the certificate of a management point", true},
	{"sms_mp_control_manager", "the watch over a management point", true},
	{"sms_mp_file_dispatch_manager", "files from a management point to the site", true},
	{"mpcontrol", "the watch over a management point", true},
	{"sms_azuread_discovery_agent", "Microsoft Entra user discovery", true},
	{"adaloperation", "tokens of Microsoft Entra ID", true},
	{"ccmaad", "tokens of Microsoft Entra ID", true},
	{"aad token", "tokens of Microsoft Entra ID", true},
	{"wam token", "tokens of Microsoft Entra ID", true},
	{"aadsts", "answers of Microsoft Entra ID", true},
	{"cloud management gateway", "the CMG", false},
	{"cmg", "the CMG", false},
	{"entra id", "Microsoft Entra ID", false},
	{"azure ad", "Microsoft Entra ID", false},
	{"azuread", "Microsoft Entra ID", false},
	{"microsoftonline", "Microsoft Entra ID", false},
	{"azureadjoined", "the state of a device", false},
	{"dsregcmd", "the state of a device", false},
	{"ccmsetup", "the setup of the client", false},
	{"management point", "management points", false},
	{"configmgr", "ConfigMgr", false},
	{"configuration manager", "ConfigMgr", false},
	{"sccm", "ConfigMgr", false},
}

// topicsOf names what a text is about, and says whether it is of a log.
func (s *scan) topicsOf() (about []string, log bool) {
	const most = 4
	for i, t := range topics {
		if !s.topics[i] {
			continue
		}
		log = log || t.log
		if len(about) < most {
			about = reading.AppendNew(about, []string{t.about})
		}
	}
	return about, log
}

// concerned says that a log has no known error, and what its lines are about.
func (s *scan) concerned(f *reading.Found) {
	said := "No known error stands in the log."
	if about, _ := s.topicsOf(); len(about) > 0 {
		said = "No known error, but these lines concern " + reading.Listed(about) + "."
	}
	f.Remark("log-nothing", "", "", said, "Errors that are not in the list are not found. Inspect the whole log, and those of the other side at the same time.", reading.CiteLogs)
}

// topical reports whether a text without a known error is of a log, as what its
// lines are about tells, and says so.
func (s *scan) topical(f *reading.Found) (about []string, is bool) {
	about, log := s.topicsOf()
	if !log && len(s.unknown.statuses) == 0 {
		return about, false
	}
	f.Kind, f.About = reading.LogLines, "log lines: 0 known errors"
	s.concerned(f)
	s.unknown.remark(f)
	return about, true
}

// PlainText says of a text in which nothing was recognized what it is about.
func PlainText(f *reading.Found, text string) {
	s := newScan(reading.View{})
	s.unknown.pasted = true
	s.text(text)
	about, is := s.topical(f)
	if is {
		return
	}
	defer s.unknown.remark(f)
	f.Kind, f.About = reading.Other, "text"
	const known = "Known are output of `dsregcmd /status`, `netsh http show sslcert` and `certutil -store`, ccmsetup command lines, bulk registration tokens and log lines with an error of the list."
	if len(about) > 0 {
		f.Remark("other", "", "", "It is text with no known error, but it concerns "+reading.Listed(about)+".", known)
		return
	}
	f.Remark("other", "", "", "It is text in which nothing was recognized.", known)
}

// IsPlainText reports whether a text has words that one can read.
func IsPlainText(text string) bool {
	return strings.TrimSpace(text) != "" && reading.IsText(text) && reading.IsWorded(text)
}
