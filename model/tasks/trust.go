package tasks

import (
	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// trustTasks let Windows on management points trust the CAs of the clients.
var trustTasks = []Task{
	{
		ID: "mp-client-ca-trust", Title: "Import the client CAs on the management points",
		Owner: model.PKITeam, Who: "PKI administrator, with a local administrator of the management points",
		When: saysClientCATrust, Because: "PKI clients reach an HTTPS management point through the CMG, and the plan says whether its Windows trusts their CAs",
		After: []string{"pki-export-chain"},
		Do: []string{
			"This applies to {https-mp}. If client and web server certificates come from the same PKI, the CAs are already there, so check first.",
			"Copy the `.cer` files that you exported for the CMG to each of these servers, and open `certlm.msc` there.",
			"Import the root CA: right-click **Trusted Root Certification Authorities** and choose **All Tasks** > **Import**.",
			"Import every other CA in the same way under **Intermediate Certification Authorities**.",
			"Do this even if the root CA was imported into the site: that import does not replace it.",
		},
		Proof:   "`certlm.msc` on each server lists the root CA and every intermediate CA. Once PKI clients connect through the CMG, the IIS log shows neither `403 7` nor `403 16` for them.",
		Skipped: "Windows on the management point refuses the PKI clients before ConfigMgr sees them.",
		Change: Change{
			Impact: Stated{"Users notice nothing.", Estimated},
			Rights: "Windows on the server trusts these CAs for every purpose, and IIS accepts their client certificates for everything that runs there.",
			Unfelt: true,
			Undo:   Stated{"Delete from the two stores only the CAs that were added; Group Policy may bring others back. PKI clients then get 403.7 or 403.16 again.", partlyDocumented},
			Note:   "CAs in both stores before the change",
			Takes:  Effort{Minutes: 10, Per: "server"}, Wait: Wait{0, 5, "until Windows uses the stores as they are now", Estimated}, Window: ChangeWindow, Return: Reversible,
		},
		Already: clientCAsTrusted,
		Cites:   []model.Citation{{"plan-for-certs", "pki-trusted-root-certificates"}, {"cmg-comm-error", ""}},
	},
}

// saysClientCATrust reports whether the plan says of an HTTPS management point
// whether it trusts the CAs of the clients.
func saysClientCATrust(p *model.Plan) bool {
	for _, i := range rules.PointsForPKI(p) {
		if p.ManagementPoints[i].TrustsClientCA != "" {
			return true
		}
	}
	return false
}

func clientCAsTrusted(p *model.Plan) bool {
	return allOf(p, rules.PointsForPKI(p), func(mp model.ManagementPoint) bool { return mp.TrustsClientCA == model.Yes })
}
