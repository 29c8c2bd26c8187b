package inspect

import (
	"bytes"
	"encoding/asn1"
	"encoding/base64"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/logs"
	"cmgwizard/model/reading"
)

// An otherFile is a file that says nothing here, and is known all the same.
type otherFile struct {
	about string
	is    func(data []byte, text string) bool
	text  string // what it is and why nothing is read
	do    string
	cites []model.Citation
}

// other says what else the file is, where that is easily known.
func other(f *reading.Found, data []byte, text string) {
	f.Kind = reading.Other
	for _, o := range otherFiles {
		if o.is(data, text) {
			f.About = o.about
			f.Remark("other", "", "", o.text, o.do, o.cites...)
			return
		}
	}
	if logs.IsPlainText(text) {
		logs.PlainText(f, text)
		return
	}
	f.About = "nothing that is known here"
	f.Remark("other", "", "", "Nothing was recognized in the file.",
		"Known are certificates (CER, PEM, P7B, SST), what certutil and PowerShell print about them, output of `dsregcmd /status` and `netsh http show sslcert`, bulk registration tokens, ccmsetup command lines and log lines.")
}

const (
	unpack      = "Unpack it into a folder, and inspect that folder."
	exportChain = "Export the certificates above a client certificate, each as **DER encoded binary X.509 (.CER)**."
)

var otherFiles = []otherFile{
	{"an archive", startsWith("PK\x03\x04", "PK\x05\x06", "PK\x07\x08", "\x1f\x8b", "MSCF", "7z\xbc\xaf\x27\x1c", "Rar!\x1a\x07", "BZh", "\xfd7zXZ\x00", "\x28\xb5\x2f\xfd"),
		"It is an archive: unpack it first. Archives are not opened here, nor are Office documents, which are archives too.", unpack, nil},
	{"an archive", isTar, "It is an archive: unpack it first. Archives are not opened here.", unpack, nil},
	{"a Windows event log", startsWith("ElfFile\x00"), "It is a Windows event log. ConfigMgr writes its own logs, which are text.",
		"Inspect the log files of ConfigMgr instead: on a client those in `%windir%\\CCM\\Logs` and `%windir%\\ccmsetup\\logs`.", []model.Citation{reading.CiteLogs}},
	{"a registry file", isRegistry, "It is an export of the registry. Nothing is read from it.", "", nil},
	{"a registry hive", startsWith("regf"), "It is a registry hive. Nothing is read from it.", "", nil},
	{"a plan", isPlan, "It is a plan of this program, and no file to inspect.", "To judge it run `cmgwizard check` with its name.", nil},
	{"a certificate revocation list", isCRL, "It is a certificate revocation list (CRL), and no certificate. The CMG takes none: it reads the CRL at the addresses that the certificates name.",
		"Make sure that these addresses can be read on the internet. " + exportChain, []model.Citation{{"security-cmg", "publish-the-certificate-revocation-list"}}},
	{"a certificate request", isRequest, "It is a certificate request, and no certificate yet: no CA has signed it.",
		"Send it to the CA, and inspect the certificate that comes back.", nil},
	{"a public key", isPublicKey, "It is a public key alone, without a certificate. The CMG takes certificates only.", exportChain, []model.Citation{reading.CiteExport}},
	{"a certificate store", startsWith("\x00\x00\x00\x00CERT"), "It is a serialized certificate store (SST), and holds no certificate.",
		"Select the certificates in the console, and export them again.", nil},
	{"a picture", startsWith("\x89PNG\r\n", "\xff\xd8\xff", "GIF8", "BM", "RIFF", "II*\x00", "MM\x00*"), "It is a picture. Text in pictures is not read.",
		"Copy the text itself: in CMTrace select the lines and press Ctrl+C.", nil},
	{"a document", startsWith("%PDF-", "{\\rtf", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "It is a document. Documents are not opened here.",
		"Save what matters of it as plain text, and inspect that.", nil},
	{"a program", startsWith("MZ", "\x7fELF"), "It is a program. Programs are not looked into.", "", nil},
}

func startsWith(signatures ...string) func(data []byte, text string) bool {
	return func(data []byte, _ string) bool {
		for _, s := range signatures {
			if bytes.HasPrefix(data, []byte(s)) {
				return true
			}
		}
		return false
	}
}

// isTar knows a tape archive by the mark in its first header.
func isTar(data []byte, _ string) bool {
	const at = 257
	return len(data) > at+5 && string(data[at:at+5]) == "ustar"
}

func isRegistry(_ []byte, text string) bool {
	return strings.HasPrefix(text, "Windows Registry Editor Version") || strings.HasPrefix(text, "REGEDIT4")
}

// isPlan knows a plan by the line that every plan has, and by its tables.
func isPlan(_ []byte, text string) bool {
	start := "\n" + text[:min(len(text), reading.Sample)]
	return strings.Contains(start, "\nformat = ") && (strings.Contains(start, "\nrules = ") || strings.Contains(text, "\n[site]"))
}

func isCRL(data []byte, text string) bool {
	return labelled(text, "X509 CRL") || strings.Contains(text, "X509 Certificate Revocation List:\n") || shape(data, text, func(parts []asn1.RawValue) bool {
		if len(parts) > 1 && parts[0].Tag == asn1.TagInteger {
			parts = parts[1:]
		}
		return len(parts) > 2 && isSequence(parts[0]) && isSequence(parts[1]) && isTime(parts[2])
	})
}

func isRequest(data []byte, text string) bool {
	return strings.Contains(text, "PKCS10 Certificate Request:\n") || labelled(text, "CERTIFICATE REQUEST") || labelled(text, "NEW CERTIFICATE REQUEST") || shape(data, text, func(parts []asn1.RawValue) bool {
		return len(parts) >= 3 && parts[0].Tag == asn1.TagInteger && len(parts[0].Bytes) == 1 && isSequence(parts[1]) && isSequence(parts[2]) &&
			(len(parts) == 3 || parts[3].Class == asn1.ClassContextSpecific)
	})
}

func isPublicKey(_ []byte, text string) bool {
	return labelled(text, "PUBLIC KEY") || labelled(text, "RSA PUBLIC KEY") || strings.HasPrefix(text, "ssh-rsa ") || strings.HasPrefix(text, "ssh-ed25519 ")
}

func labelled(text, label string) bool { return strings.Contains(text, "-----BEGIN "+label+"-----") }

func isSequence(v asn1.RawValue) bool { return v.Class == 0 && v.Tag == asn1.TagSequence }

func isTime(v asn1.RawValue) bool {
	return v.Class == 0 && (v.Tag == asn1.TagUTCTime || v.Tag == asn1.TagGeneralizedTime)
}

// shape reports whether what a CA or a requester would sign has these parts. It
// takes the data as it is or as Base64 whatever its label, for certutil calls
// everything a certificate.
func shape(data []byte, text string, is func(parts []asn1.RawValue) bool) bool {
	if len(data) > 0 && data[0] != 0x30 {
		data = unwrapped(text)
	}
	var whole, signed asn1.RawValue
	if _, err := asn1.Unmarshal(data, &whole); err != nil || !isSequence(whole) {
		return false
	}
	if _, err := asn1.Unmarshal(whole.Bytes, &signed); err != nil || !isSequence(signed) {
		return false
	}
	return is(parts(signed.Bytes))
}

// parts are the first few values in der.
func parts(der []byte) []asn1.RawValue {
	const few = 4
	var values []asn1.RawValue
	for len(der) > 0 && len(values) < few {
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(der, &v)
		if err != nil {
			break
		}
		values, der = append(values, v), rest
	}
	return values
}

// unwrapped is the first block of Base64 between BEGIN and END lines, or all of
// the text where there are none.
func unwrapped(text string) []byte {
	if _, after, ok := strings.Cut(text, "-----BEGIN "); ok {
		_, text, _ = strings.Cut(after, "\n")
		text, _, _ = strings.Cut(text, "-----END ")
	}
	der, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	if err != nil {
		return nil
	}
	return der
}
