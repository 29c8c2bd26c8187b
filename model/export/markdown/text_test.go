package markdown

import "testing"

// TestOnlyWhatMustBeEscapedIs: many read Markdown as it is written, in a ticket or a mail.
func TestOnlyWhatMustBeEscapedIs(t *testing.T) {
	for text, want := range map[string]string{
		"skipped at 21:48: no such feature":        "skipped at 21:48: no such feature",
		"Administration > Cloud Services":          "Administration > Cloud Services",
		"SMS_EXECUTIVE and A2_v2":                  "SMS_EXECUTIVE and A2_v2",
		`C:\Windows\CCM, Retrieval & Evaluation!`:  `C:\Windows\CCM, Retrieval & Evaluation!`,
		"mp1.contoso.com:443, C#, -1, 10.0.0.1, @": "mp1.contoso.com:443, C#, -1, 10.0.0.1, @",
		"1. one":                       `1\. one`,
		"> said":                       `\> said`,
		"https://evil.example":         `https\://evil.example`,
		"ldap:///CN=Contoso":           "ldap:///CN=Contoso",
		"www.evil.example, a@b.com":    `www\.evil.example, a\@b.com`,
		":smile: :+1: &lt; #12 _x_ *b": `\:smile: \:+1: \&lt; \#12 \_x\_ \*b`,
	} {
		if got := mdText(text); got != want {
			t.Errorf("%q becomes %q, not %q", text, got, want)
		}
	}
	if got := mdBold("19. Install ASP.NET"); got != "**19. Install ASP.NET**" {
		t.Errorf("a number in a bold text becomes %q", got)
	}
}
