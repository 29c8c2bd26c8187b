package reading

import (
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// The limits of BulkRegistrationTokenTool.exe, in minutes.
const (
	usualTokenLife   = 4320
	longestTokenLife = model.MaxBulkLifetime
)

// newToken is how a token is made.
const newToken = "Make a new one on the top-level site server: `BulkRegistrationTokenTool.exe /new`, with `/lifetime` and up to 10,080 minutes where three days are too short."

func tokenPage(anchor string) model.Citation {
	return model.Citation{"deploy-token", anchor}
}

var invalidToken = model.Citation{"cmg-comm-error", "error-code-401-cmgservice_invalid_token"}

// TokenRemarks say what a token means for a CMG on a date. It is never said
// without that it is a secret.
func TokenRemarks(f evidence.TokenFacts, at time.Time) []model.Remark {
	remarks := []model.Remark{kindOfToken(f)}
	if f.Unsigned {
		remarks = append(remarks, model.NewRemark("token-unsigned", model.Blocker, "",
			"The header of the token says alg none: nobody signed it. The site signs the tokens that it accepts.", newToken, tokenPage("token-signing")))
	}
	if isBulk(f) {
		remarks = append(remarks, endOfToken(f, at), lifeOfToken(f))
		remarks = append(remarks, tenantOfToken(f)...)
	}
	return append(remarks, secretToken(f, at))
}

// kindOfToken says whether clients can register with it at all.
func kindOfToken(f evidence.TokenFacts) model.Remark {
	switch {
	case isBulk(f):
		return model.NewRemark("token-bulk", "", "",
			"It is a bulk registration token: clients on the internet register with it once, when they are installed with /regtoken. Afterwards each has its own.", "",
			tokenPage("bulk-registration-token"))
	case f.Issuer == evidence.EntraIssuer:
		return model.NewRemark("token-entra", model.Warning, "",
			"It is a token of Microsoft Entra ID, an access token or an ID token, and no bulk registration token. No client can be installed with it.",
			"Do not paste such tokens anywhere. For clients make a token with `BulkRegistrationTokenTool.exe /new` on the top-level site server.",
			tokenPage("bulk-registration-token"))
	}
	if f.Issuer != evidence.SiteIssuer && f.Type == "" {
		return model.NewRemark("token-other", model.Warning, "",
			"It is a token that names neither a ConfigMgr site nor Microsoft Entra ID, and does not tell the type BulkRegistration. It is no bulk registration token, and no client can be installed with it.",
			"Do not paste such tokens anywhere. For clients make a token with `BulkRegistrationTokenTool.exe /new` on the top-level site server.", tokenPage("bulk-registration-token"))
	}
	return model.NewRemark("token-other", model.Warning, "",
		"It is no bulk registration token: "+typeInWords(f)+". A client that is installed with it fails with 401 CMGService_Invalid_Token.",
		"Make one with `BulkRegistrationTokenTool.exe /new` on the top-level site server.", tokenPage("bulk-registration-token"), invalidToken)
}

func typeInWords(f evidence.TokenFacts) string {
	if f.Type == "" {
		return "it does not tell the type BulkRegistration"
	}
	return "its type is " + f.Type + ", not BulkRegistration"
}

// hurry is how many seconds before its end a token is warned of.
const hurry = 24 * 60 * 60

// endOfToken compares the dates of the token with a date.
func endOfToken(f evidence.TokenFacts, at time.Time) model.Remark {
	const rule = "bulk-lifetime-rollout"
	left := f.Expires.Unix() - at.Unix()
	switch {
	case f.Expires.IsZero():
		return model.NewRemark("token-without-end", model.Warning, rule, "The token does not tell when it expires.", newToken, tokenPage("bulk-registration-token-tool-usage"))
	case at.IsZero():
		return model.NewRemark("token-end", "", rule, "The token expires at "+tokenMoment(f.Expires)+", and cannot be renewed.", "", tokenPage("token-renewal"))
	case left <= 0:
		return model.NewRemark("token-expired", model.Blocker, rule,
			"The token expired "+span(-left)+" ago ("+tokenMoment(f.Expires)+"). A client that is installed with it cannot register: 401 CMGService_Invalid_Token. A token cannot be renewed.",
			newToken+" Replace it in every command line and script.", tokenPage("token-renewal"), tokenPage("bulk-registration-token-tool-usage"), invalidToken)
	case f.NotBefore.After(at):
		return model.NewRemark("token-early", model.Blocker, rule,
			"The token is not valid before "+tokenMoment(f.NotBefore)+". Until then a client that is installed with it cannot register: 401 CMGService_Invalid_Token.",
			"Wait for that time, or set the clock right where it is wrong.", tokenPage("bulk-registration-token-tool-usage"), invalidToken)
	}
	return endComes(f, left, rule)
}

func endComes(f evidence.TokenFacts, left int64, rule string) model.Remark {
	severity := model.Severity("")
	if left <= hurry {
		severity = model.Warning
	}
	return model.NewRemark("token-end", severity, rule,
		"The token expires in "+span(left)+" ("+tokenMoment(f.Expires)+"), and cannot be renewed. Clients that are installed later fail with 401 CMGService_Invalid_Token.",
		"Install the clients before that, or make a new token for each wave.", tokenPage("token-renewal"), tokenPage("bulk-registration-token-tool-usage"), invalidToken)
}

// lifeOfToken compares the lifetime with what the tool gives.
func lifeOfToken(f evidence.TokenFacts) model.Remark {
	const rule = "bulk-lifetime-limit"
	minutes, known := lifetimeOf(f)
	usage := tokenPage("bulk-registration-token-tool-usage")
	switch {
	case !known:
		return model.NewRemark("token-lifetime-unknown", model.Advice, rule, "The token does not tell its lifetime.", newToken, usage)
	case minutes <= 0:
		return model.NewRemark("token-lifetime-wrong", model.Blocker, rule, "The token ends before it starts.", newToken, usage)
	case minutes > longestTokenLife:
		return model.NewRemark("token-lifetime-wrong", model.Blocker, rule,
			"The token names a lifetime of "+inMinutes(minutes)+". The tool makes none over 10,080 minutes (7 days), so this is not as it was made.", newToken, usage)
	case minutes == usualTokenLife:
		return model.NewRemark("token-lifetime", "", rule, "Its lifetime is 4,320 minutes (3 days), as without /lifetime. The most is 10,080 minutes (7 days).", "", usage)
	}
	return model.NewRemark("token-lifetime", "", rule,
		"Its lifetime is "+inMinutes(minutes)+". Without /lifetime it is 4,320 minutes (3 days), and the most is 10,080 minutes (7 days).", "", usage)
}

// tenantOfToken warns of taking the tenant of the token for another one.
func tenantOfToken(f evidence.TokenFacts) []model.Remark {
	if f.TenantID == "" {
		return nil
	}
	return []model.Remark{model.NewRemark("token-tenant", "", "",
		"The token names the tenant "+f.TenantID+". In the example of Microsoft the same ID stands in the issuer, urn:sccm:oauth2, so we read it as the ID of the ConfigMgr hierarchy. It need not be the TenantId that dsregcmd prints.", "",
		tokenPage("bulk-registration-token"))}
}

// secretToken is said of every token.
func secretToken(f evidence.TokenFacts, at time.Time) model.Remark {
	if !at.IsZero() && !f.Expires.IsZero() && !f.Expires.After(at) {
		return model.NewRemark("token-secret", model.Advice, "", "A token is a secret. This one has expired, so that nobody can use it any more.",
			"Delete this file or paste all the same.", tokenPage("bulk-registration-token-management"))
	}
	text := "A token is a secret: who reads this file can use it until it expires."
	do := "Delete this file or paste once the clients are installed."
	if isBulk(f) {
		do += " If others could read it, block the token under Administration > Security > Certificates: its GUID stands there, as the tool printed it."
	}
	return model.NewRemark("token-secret", model.Warning, "", text, do, tokenPage("bulk-registration-token-management"))
}
