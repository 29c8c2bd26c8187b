package doc

import (
	"fmt"
	"strings"

	"cmgwizard/model"
)

// Address gives a web address that can be linked: it begins with https:// and
// holds nothing but the signs of an address. Others are not to be linked.
func Address(url string) (string, bool) {
	url = model.Clean(url)
	if !strings.HasPrefix(url, "https://") {
		return "", false
	}
	var b strings.Builder
	for i := range len(url) {
		if isAddressSign(url[i]) {
			b.WriteByte(url[i])
		} else {
			fmt.Fprintf(&b, "%%%02X", url[i])
		}
	}
	return b.String(), true
}

func isAddressSign(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
		strings.IndexByte("-._~:/?#@!$'*+,;=%&", c) >= 0
}
