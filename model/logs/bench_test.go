package logs

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"cmgwizard/model/reading"
)

// bundle is a long log: healthy lines, some addresses, an error now and then.
type bundle struct {
	left int
	n    int
	rest string
}

func (b *bundle) Read(p []byte) (int, error) {
	if b.rest == "" {
		if b.left <= 0 {
			return 0, io.EOF
		}
		b.rest = b.lines()
		b.left -= len(b.rest)
	}
	n := copy(p, b.rest)
	b.rest = b.rest[n:]
	return n, nil
}

// lines are a thousand lines, of which one is an error.
func (b *bundle) lines() string {
	var all strings.Builder
	for i := range 1000 {
		b.n++
		message := "Attempting to retrieve service metadata from the cache, http status 200, code 0x0"
		switch {
		case i == 500:
			message = "[CCMHTTP] ERROR INFO: StatusCode= 403 StatusText= CMGConnector_Forbidden"
		case i%10 == 0:
			message = "Message '{5B0F3A0E-0C0A-4E7D-9C1B-7B8F5E6A9D10}' got reply message '{0A0F3A0E-0C0A-4E7D-9C1B-7B8F5E6A9D11}' to endpoint 'LS_ReplyLocations'"
		case i%7 == 0:
			message = "Sending remote sync message to host 'https://cmg.contoso.com/CCM_Proxy_MutualAuth/72057594037927941' ResponseHeader"
		}
		fmt.Fprintf(&all, "<![LOG[%s]LOG]!><time=\"%02d:%02d:%02d.789-120\" date=\"05-14-2026\" component=\"LocationServices\" context=\"\" type=\"1\" thread=\"%d\" file=\"ccmhttpget.cpp:1421\">\r\n",
			message, b.n/3600%24, b.n/60%60, b.n%60, 1000+i%7)
	}
	return all.String()
}

func BenchmarkStream(b *testing.B) {
	const size = 16 << 20
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		f := &reading.Found{}
		if err := Stream(reading.View{}, f, &bundle{left: size}); err != nil || f.Log.Entries < 1000 {
			b.Fatal(err, f.About)
		}
	}
}
