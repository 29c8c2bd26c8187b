package doc

// What the place to sign says, in every format.
const SignOffTitle = "Sign-off"

var (
	Signatories     = []string{"Done by", "Checked by"}
	SignatureLabels = []string{"Name", "Date", "Signature"}
)

// signOff is the place to sign.
func signOff(who ...string) Part { return Part{Id: "sign-off", Title: SignOffTitle, Signers: who} }
