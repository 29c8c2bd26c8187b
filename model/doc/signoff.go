package doc

// What the place to sign says, in every format.
const SignOffTitle = "Sign-off"

var (
	Signatories     = []string{"Done by", "Checked by"}
	SignatureLabels = []string{"Name", "Date", "Signature"}
)
