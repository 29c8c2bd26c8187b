package certs

import (
	"math"
	"slices"

	"cmgwizard/model/pki"
)

// An extension is one of a certificate's extensions.
type extension struct {
	object   string
	critical bool
	content  []byte
}

// readers read the extensions that matter.
func (r *reading) readers() map[string]func(value) error {
	return map[string]func(value) error{
		extSubjectKey:   r.subjectKey,
		extKeyUsage:     r.keyUsage,
		extNames:        r.names,
		extConstraints:  r.constraints,
		extCRL:          r.crl,
		extAuthorityKey: r.authorityKey,
		extPurposes:     r.purposes,
		extNameTrees:    r.nameConstraints,
		extAccess:       r.access,
		extTemplate:     r.template,
		extTemplateName: r.templateName,
	}
}

// findExtensions takes the extensions at the end of the signed part.
func (r *reading) findExtensions(c *cursor) {
	for c.err == nil && len(c.rest) > 0 {
		v := c.any("its extensions")
		if !v.is(context, 3) {
			continue // the unique identifiers, which nobody uses
		}
		list, err := r.w.only(v.content)
		if err == nil {
			var all []value
			all, err = r.w.children(list)
			r.keepExtensions(all)
		}
		if err != nil {
			r.hide("its extensions cannot be read to their end")
		}
	}
	if c.err != nil {
		r.hide("its extensions cannot be read to their end")
	}
}

func (r *reading) keepExtensions(all []value) {
	for _, v := range all {
		c := r.w.over(v)
		e := extension{object: object(c.take(tagObject, ""))}
		if critical, ok := c.maybe(universal, tagBoolean); ok {
			e.critical = len(critical.content) > 0 && critical.content[0] != 0
		}
		content, err := r.w.octets(c.take(tagOctets, ""))
		if e.content = content; c.err != nil || err != nil {
			r.hide("one of its extensions cannot be read")
			continue
		}
		r.extensions = append(r.extensions, e)
	}
}

// extend reads the extensions. Of two of one kind the first counts.
func (r *reading) extend() {
	readers, seen := r.readers(), map[string]bool{}
	for _, e := range r.extensions {
		r.judgeExtension(e, seen[e.object])
		if read := readers[e.object]; read != nil && !seen[e.object] {
			v, err := r.w.only(e.content)
			if err == nil {
				err = read(v)
			}
			if err != nil {
				r.odd("its %s cannot be read", extensionWords[e.object])
				r.unread(e.object)
			}
		}
		seen[e.object] = true
	}
	for kind := range keysOf {
		if r.hidden && !seen[kind] {
			r.unread(kind)
		}
	}
	slices.Sort(r.Partial)
	if r.version == 0 && r.SelfIssued && len(r.extensions) == 0 {
		r.CA = true // version 1 has no way to say it
	}
}

// keysOf are the facts that an extension gives, where it matters that they are
// whole.
var keysOf = map[string][]string{
	extNames:     {"names"},
	extCRL:       {"crl"},
	extAccess:    {"aia"},
	extPurposes:  {"purposes"},
	extNameTrees: {"permitted", "excluded"},
}

// unread says of an extension that it cannot be read. A certificate whose
// purposes nobody can read is good for none.
func (r *reading) unread(kind string) {
	for _, key := range keysOf[kind] {
		r.partly(key)
	}
	if kind == extPurposes {
		r.Purposes, r.PurposeState = nil, pki.UnreadablePurpose
	}
}

// hide says that there are extensions of which nothing is known.
func (r *reading) hide(words string) {
	r.hidden = true
	r.odd("%s", words)
}

func (r *reading) judgeExtension(e extension, again bool) {
	words, known := extensionWords[e.object]
	switch {
	case again && known:
		r.odd("it has the extension %s twice, of which the first counts", words)
		for _, key := range keysOf[e.object] {
			r.partly(key)
		}
	case again:
		r.odd("it has the extension %s twice", e.object)
	case e.critical && !known:
		r.odd("it has a critical extension that this program does not know (%s)", e.object)
		r.Critical = r.add(r.Critical, e.object, "critical")
	case e.critical && e.object == extAuthorityKey:
		r.odd("its authority key identifier is marked critical")
	case e.critical && e.object == extSubjectKey:
		r.odd("its subject key identifier is marked critical")
	}
}

func (r *reading) subjectKey(v value) error {
	r.SubjectKey = hexOf(v.content)
	return wantTag(v, tagOctets)
}

func (r *reading) authorityKey(v value) error {
	if key, ok := r.w.over(v).maybe(context, 0); ok {
		r.AuthorityKey = hexOf(key.content)
	}
	return wantTag(v, tagSequence)
}

func (r *reading) constraints(v value) error {
	c := r.w.over(v)
	if ca, ok := c.maybe(universal, tagBoolean); ok {
		r.CA = len(ca.content) > 0 && ca.content[0] != 0
	}
	if path, ok := c.maybe(universal, tagInteger); ok && r.CA {
		r.MaxPath = r.pathLength(path.content)
	}
	return wantTag(v, tagSequence)
}

// pathLength reads how many CAs may stand below one: a number beyond every chain
// stays a number, and one below zero allows none.
func (r *reading) pathLength(content []byte) int {
	switch {
	case len(content) == 0 || content[0]&0x80 != 0:
		r.odd("its path length is not a number from zero on: it is taken for zero")
		return 0
	case length(content) > 31:
		r.odd("its path length is a number of %d bits", length(content))
		return math.MaxInt32
	}
	n := 0
	for _, b := range content {
		n = n<<8 | int(b)
	}
	return n
}

// wantTag refuses a value of another kind.
func wantTag(v value, tag int) error {
	if !v.is(universal, tag) {
		return errBytes
	}
	return nil
}

// usages are the bits of the key usage, as Windows calls them.
var usages = []string{
	"Digital Signature", "Non-Repudiation", "Key Encipherment", "Data Encipherment",
	"Key Agreement", "Certificate Signing", "CRL Signing", "Encipher Only", "Decipher Only",
}

func (r *reading) keyUsage(v value) error {
	set := bitString(v)
	for i, usage := range usages {
		if i/8 < len(set) && set[i/8]&(0x80>>(i%8)) != 0 {
			r.KeyUsage = append(r.KeyUsage, usage)
		}
	}
	return wantTag(v, tagBits)
}

// template reads the template of version 2 and later: its number, as versions
// of it come and go.
func (r *reading) template(v value) error {
	c := r.w.over(v)
	named := object(c.take(tagObject, "it"))
	if major, ok := c.maybe(universal, tagInteger); ok {
		minor, _ := c.maybe(universal, tagInteger)
		named += " (version " + decimal(major) + "." + decimal(minor) + ")"
	}
	if c.err == nil {
		r.Template = clean(named)
	}
	return c.err
}

// templateName reads the template of version 1, which is a name.
func (r *reading) templateName(v value) error {
	if r.Template == "" {
		r.Template = clean(text(v))
	}
	return nil
}
