package cli

import (
	"errors"
	"fmt"
	"strconv"
	"time"

	"cmgwizard/model"
)

// An age is a number of days, typed as 365d, 52w or 1y.
type age int

var ageForm = model.Pattern(`^([1-9][0-9]{0,4})([dwy])$`)

// daysIn says how many days the letter of an age stands for.
var daysIn = map[string]int{"d": 1, "w": 7, "y": 365}

// Set reads an age as it is typed.
func (a *age) Set(text string) error {
	parts := ageForm().FindStringSubmatch(text)
	if parts == nil {
		return errors.New("an age is a number of days, weeks or years, such as 365d, 52w or 1y")
	}
	n, err := strconv.Atoi(parts[1])
	*a = age(n * daysIn[parts[2]])
	return err
}

// String is the age in days, "" for none.
func (a *age) String() string {
	if *a == 0 {
		return ""
	}
	return fmt.Sprintf("%dd", int(*a))
}

// Type names the value in the help.
func (a *age) Type() string { return "AGE" }

// before is the day before which something is older than the age.
func (a age) before(now time.Time) string {
	return now.AddDate(0, 0, -int(a)).Format(time.DateOnly)
}
