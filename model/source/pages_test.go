package source

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

// ownAnchors are the anchors that pages set themselves. All others are made by
// the site from the words of the heading.
var ownAnchors = map[string][]string{
	"plan-client-authentication": {"azure-ad"},
	"configure-authentication":   {"azure-ad", "bkmk_note1"},
	"setup-cmg":                  {"bkmk_role"},
	"deploy-azure":               {"install-and-register-the-client-using-azure-ad-identity"},
	"azure-ccmsetup":             {"1-azure-ad-info-request-from-ccmsetup", "2-azure-ad-token-request"},
	"example-pki":                {"BKMK_clouddp2008_cm2012", "BKMK_client2008_cm2012", "BKMK_webserver2008_cm2012"},
	"example-mp":                 {"BKMK_mp_step6"},
	"comms-between-endpoints":    {"bkmk_client2mp", "Planning_Client_to_Site_System"},
	"updates":                    {"bkmk_Baselines", "bkmk_inconsole"},
	"sql-versions":               {"bkmk_SQLVersions"},
	"enable-tls-1-2-client":      {"bkmk_net"},
	"supported-clients":          {"bkmk_ESU"},
	"co-management-bootstrap":    {NoRecords, "configuration-manager-allows-only-an-https-enabled-management-point-for-azure-ad-joined-clients"},
	"whats-new-1806":             {"bkmk_ehttp"},
	"azure-services-wizard":      {"bkmk_renew"},
	"configure-discovery":        {"azureaadisc", "bkmk_config-adud"},
	"scp":                        {"bkmk_modes"},
	"install-roles":              {"bkmk_addrole"},
	"user-available-apps":        {"azure-ad-joined-devices"},
	"boundary-groups-sup":        {"bkmk_prefer_cmgsup"},
	"about-discovery-methods":    {"bkmk_delta"},
	"upgrade-clients":            {"bkmk_autoupdate"},
	"uninstall-roles":            {"bkmk_role"},
}

// anchorOf makes an anchor of a heading as the site does: small letters,
// hyphens for spaces, no other marks.
func anchorOf(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		}
		return -1
	}, strings.ToLower(heading))
}

func TestAnchorOf(t *testing.T) {
	for heading, want := range map[string]string{
		"Create the web (server) app registration":     "create-the-web-server-app-registration",
		"Export the client certificate's trusted root": "export-the-client-certificates-trusted-root",
		"/UsePKICert":                              "usepkicert",
		".NET version requirements":                "net-version-requirements",
		"Install off-premises clients using a CMG": "install-off-premises-clients-using-a-cmg",
	} {
		if got := anchorOf(heading); got != want {
			t.Errorf("%q: %q, want %q", heading, got, want)
		}
	}
}

func TestSourceAddresses(t *testing.T) {
	ids, paths := map[string]bool{}, map[string]bool{}
	for _, s := range All {
		if s.ID == "" || ids[s.ID] {
			t.Errorf("%q: no ID, or one that stands twice", s.ID)
		}
		if paths[s.Path] {
			t.Errorf("%s: %s stands twice", s.ID, s.Path)
		}
		ids[s.ID], paths[s.Path] = true, true
		checkAddress(t, s)
	}
}

func checkAddress(t *testing.T, s Page) {
	t.Helper()
	u, err := url.Parse(docs + s.Path)
	if err != nil || u.Scheme != "https" || u.Host != "learn.microsoft.com" {
		t.Errorf("%s: %s is no address of Microsoft Learn", s.ID, docs+s.Path)
		return
	}
	if u.Fragment != "" || u.RawQuery != "" || u.Path != "/en-us"+s.Path {
		t.Errorf("%s: %s is more than a path", s.ID, s.Path)
	}
	if !strings.HasPrefix(s.Path, "/") || strings.HasSuffix(s.Path, "/") || s.Path != strings.ToLower(s.Path) {
		t.Errorf("%s: %s does not start with a slash, ends with one, or has capital letters", s.ID, s.Path)
	}
}

func TestSourceWords(t *testing.T) {
	for _, s := range All {
		checkWords(t, s.ID, s.Title)
		anchors := map[string]bool{}
		for _, h := range s.Headings {
			checkWords(t, s.ID+"#"+h.Anchor, h.Text)
			if key := strings.ToLower(h.Anchor); anchors[key] {
				t.Errorf("%s: #%s stands twice", s.ID, h.Anchor)
			} else {
				anchors[key] = true
			}
			if h.Anchor != anchorOf(h.Text) && !slices.Contains(ownAnchors[s.ID], h.Anchor) {
				t.Errorf("%s: #%s is not the anchor of %q", s.ID, h.Anchor, h.Text)
			}
		}
	}
}

func checkWords(t *testing.T, name, words string) {
	t.Helper()
	if words == "" || words != strings.TrimSpace(words) {
		t.Errorf("%s: no words, or spaces around them: %q", name, words)
	}
	for _, old := range []string{"Azure AD", "Azure Active Directory"} {
		if strings.Contains(words, old) {
			t.Errorf("%s: %q has the old name %s", name, words, old)
		}
	}
}

// TestOwnAnchorsAreInTheTable notices an exception that is no longer needed.
func TestOwnAnchorsAreInTheTable(t *testing.T) {
	for id, anchors := range ownAnchors {
		for _, anchor := range anchors {
			page := slices.IndexFunc(All, func(p Page) bool { return p.ID == id })
			if page < 0 || All[page].Heading(anchor) == "" {
				t.Errorf("%s#%s is not in the table of sources", id, anchor)
			}
		}
	}
}

func TestSourceDates(t *testing.T) {
	for _, s := range All {
		read, err := time.Parse(time.DateOnly, s.Read)
		if err != nil {
			t.Errorf("%s: read on %q, which is no day", s.ID, s.Read)
		}
		if s.Dated == "" {
			continue
		}
		if dated, err := time.Parse(time.DateOnly, s.Dated); err != nil || dated.After(read) {
			t.Errorf("%s: dated %q, which is no day or after %s", s.ID, s.Dated, s.Read)
		}
	}
}
