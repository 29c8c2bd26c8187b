package doc

// What the place to sign says, in every format.
const signOffTitle = "Sign-off"

var (
	signatories     = []string{"Done by", "Checked by"}
	SignatureLabels = []string{"Name", "Date", "Signature"}
)

// signOff is the place to sign.
func signOff(who ...string) Part { return Part{Id: "sign-off", Title: signOffTitle, Signers: who} }
