package cli

import (
	"errors"
	"fmt"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"github.com/spf13/cobra"
)

// A moment is a day or a time, typed as 2026-12-04 or 2026-12-04T21:40:00Z. A
// day is its first moment, in UTC.
type moment time.Time

var dayForm = model.Pattern(`^\d{4}-\d\d-\d\d`)

// The years for which something can be judged: a date outside of them is a slip.
const (
	firstYear = 2000
	lastYear  = 2999
)

// Set reads a moment as it is typed.
func (m *moment) Set(text string) error {
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		at, err = time.Parse(time.RFC3339, text)
	}
	switch {
	case err != nil && dayForm().MatchString(text):
		return fmt.Errorf("there is no day %s, or what follows it is no time such as T21:40:00Z", model.Clean(dayForm().FindString(text)))
	case err != nil:
		return errors.New("a date is a day such as 2026-12-04, or a time such as 2026-12-04T21:40:00Z")
	case at.Year() < firstYear || at.Year() > lastYear:
		return fmt.Errorf("the year is not one from %d to %d", firstYear, lastYear)
	}
	*m = moment(at.UTC())
	return nil
}

// A typedMoment is a moment whose day may be typed as people do.
type typedMoment struct {
	*moment
	p *program
}

// Set reads a day or a moment, and says which day was understood.
func (m typedMoment) Set(text string) error {
	day, err := judge.ParseDay(text, m.p.now())
	if err != nil {
		return m.moment.Set(text)
	}
	if day != text {
		m.p.note(text + " is " + day)
	}
	return m.moment.Set(day)
}

// String is the moment, "" for none.
func (m *moment) String() string {
	if time.Time(*m).IsZero() {
		return ""
	}
	return time.Time(*m).Format(time.RFC3339)
}

// Type names the value in the help.
func (m *moment) Type() string { return "DATE" }

// addDate gives a command the flag that moves its date.
func (p *program) addDate(c *cobra.Command) {
	c.Flags().Var(typedMoment{&p.date, p}, "at", "judge for this `DATE` instead of today: 2026-12-04 or 2026-12-04T21:40:00Z")
	_ = c.RegisterFlagCompletionFunc("at", cobra.NoFileCompletions) // fails for flags that do not exist
}

// at is the moment for which things are judged.
func (p *program) at() time.Time {
	if at := time.Time(p.date); !at.IsZero() {
		return at
	}
	return p.now().UTC()
}
