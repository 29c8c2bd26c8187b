package main

// A certificate is everything that goes into one before it is signed.
type certificate struct {
	serial      []byte // the content of its INTEGER
	issuer      name
	subject     name
	from, until string
	key         *key
	extensions  []extension // none makes it version 1
	by          *key
	with        algorithm
}

// encoded signs the certificate.
func (c *certificate) encoded() []byte {
	body := c.body()
	return sequence(body, c.with.id, bits(c.with.sign(c.by, body)))
}

func (c *certificate) body() []byte {
	var version, extensions []byte
	if len(c.extensions) > 0 {
		version = explicit(0, number(2))
		extensions = explicit(3, sequence(c.encodedExtensions()...))
	}
	return sequence(version, tlv(0x02, c.serial), c.with.id, c.issuer,
		sequence(moment(c.from), moment(c.until)), c.subject, c.key.public, extensions)
}

func (c *certificate) encodedExtensions() [][]byte {
	var out [][]byte
	for _, e := range c.extensions {
		out = append(out, e.encoded())
	}
	return out
}

// caSerial is a serial number as a CA gives itself, leafSerial as it gives others:
// a count behind a first byte that never changes.
func caSerial() []byte {
	serial := random(16)
	serial[0] = serial[0]&0x3f | 0x10
	return serial
}

func leafSerial() []byte {
	return append([]byte{0x61, 0, 0, 0, byte(random(1)[0]&0x7f | 1)}, random(14)...)
}
