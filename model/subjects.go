package model

import "fmt"

// verdictOf judges one thing.
func verdictOf(subject string, holds Truth, detail string, missing ...string) []Verdict {
	return []Verdict{{Subject: subject, Holds: holds, Detail: detail, Missing: missing}}
}

// onlyIf judges when the rule applies, and skips it otherwise.
func onlyIf(applies bool, judge func() []Verdict) []Verdict {
	if !applies {
		return nil
	}
	return judge()
}

// answered judges a rule that wants one answer to be one of some words. The
// detail says what stands against it once the answer is another.
func answered[T ~string](subject string, answer T, detail string, wanted ...T) []Verdict {
	holds := is(answer, wanted...)
	if holds == Unknown {
		detail = ""
	}
	return verdictOf(subject, holds, detail, subject)
}

func deviceKey(i int, key string) string     { return fmt.Sprintf("devices[%d].%s", i, key) }
func pointKey(i int, key string) string      { return fmt.Sprintf("management_points[%d].%s", i, key) }
func connectionKey(i int, key string) string { return fmt.Sprintf("connection_points[%d].%s", i, key) }

// each judges every device or management point in places.
func each(places []int, judge func(i int) []Verdict) []Verdict {
	var verdicts []Verdict
	for _, i := range places {
		verdicts = append(verdicts, judge(i)...)
	}
	return verdicts
}

// modeKeys are the answers that decide the mode of the points whose mode is
// not known: the site's security only where a point waits for it.
func (a *Answers) modeKeys(points []int) []string {
	var keys []string
	for _, i := range points {
		if a.Mode(i) != ModeUnknown {
			continue
		}
		keys = append(keys, pointKey(i, "clients"))
		if a.ManagementPoints[i].Clients == ConnectHTTP {
			keys = append(keys, "site.security")
		}
	}
	return keys
}
