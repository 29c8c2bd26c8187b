package model

func (p *Plan) judgeBulkTokens() []Verdict {
	if !p.plansBulkToken() {
		return nil
	}
	var verdicts []Verdict
	places, tokens := evidenceWith(p, Evidence.Token)
	for i, token := range tokens {
		verdicts = append(verdicts, p.judgeBulkToken(places[i], token))
	}
	return verdicts
}

func (p *Plan) judgeBulkToken(place int, token TokenFacts) Verdict {
	var faults []string
	if !token.span().InDate(p.At) {
		faults = append(faults, "it "+token.span().dateWords(p.At))
	}
	minutes, known := token.lifetime()
	if known && minutes > MaxBulkLifetime {
		faults = append(faults, "its lifetime of "+Thousands(minutes)+" minutes is over "+Thousands(MaxBulkLifetime))
	}
	v := faultVerdict(place, faults)
	if len(faults) == 0 && !known {
		v.Holds, v.Doubt = Unknown, "the token does not say from when until when it is valid"
	}
	return v
}

// span is the time in which the token is valid, as that of a certificate.
func (t TokenFacts) span() CertificateFacts {
	return CertificateFacts{NotBefore: t.NotBefore, NotAfter: t.Expires}
}

// lifetime is how many minutes the token is valid, false where it does not say
// both of its ends.
func (t TokenFacts) lifetime() (int, bool) {
	minutes := t.Expires.Sub(t.NotBefore).Minutes()
	return int(minutes), !t.Expires.IsZero() && !t.NotBefore.IsZero() && minutes > 0
}
