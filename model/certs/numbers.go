package certs

import (
	"encoding/hex"
	"math/big"
	"time"
)

// The ways to write a time. A year of two digits is one of 1950 to 2049.
var (
	shortTimes = []string{"060102150405Z0700", "0601021504Z0700"}
	longTimes  = []string{"20060102150405Z0700", "200601021504Z0700", "20060102150405"}
)

// instant reads a time, to the second.
func instant(v value) (time.Time, error) {
	layouts := longTimes
	if v.is(universal, tagUTCTime) {
		layouts = shortTimes
	}
	if len(v.content) > 40 || v.class != universal || v.tag != tagUTCTime && v.tag != tagTime {
		return time.Time{}, unreadable("its validity", nil)
	}
	for _, layout := range layouts {
		at, err := time.Parse(layout, string(v.content))
		if err != nil {
			continue
		}
		if at = at.UTC().Truncate(time.Second); v.tag == tagUTCTime && at.Year() >= 2050 {
			at = at.AddDate(-100, 0, 0)
		}
		if at.Year() < 0 || at.Year() > 9999 {
			break // no JSON and no TOML can say it
		}
		return at, nil
	}
	return time.Time{}, unreadable("its validity", nil)
}

// small is a small number, -1 for one that is not.
func small(content []byte) int {
	if len(content) == 0 || len(content) > 3 || content[0]&0x80 != 0 {
		return -1
	}
	n := 0
	for _, b := range content {
		n = n<<8 | int(b)
	}
	return n
}

// serial writes a serial number in whole bytes, with "-" before a negative one.
func serial(content []byte) string {
	if limit := maxText / 4; len(content) > limit {
		content = content[:limit]
	}
	number := new(big.Int).SetBytes(content)
	sign := ""
	if len(content) > 0 && content[0]&0x80 != 0 {
		sign = "-"
		number.Sub(new(big.Int).Lsh(big.NewInt(1), uint(8*len(content))), number)
	}
	if number.Sign() == 0 {
		return "00"
	}
	return sign + hex.EncodeToString(number.Bytes())
}
