package wizard

import (
	"testing"

	"cmgwizard/model"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
)

// upTo answers the open page until the question with this key is asked.
func (d *driver) upTo(key string) *driver {
	d.t.Helper()
	for {
		q, asks := d.m.state.Question()
		if !asks || d.m.state.Screen != machine.QuestionScreen {
			d.t.Fatalf("%s is not asked:\n%s", key, d.screen())
		}
		if q.Key == key {
			return d
		}
		d.press(wizardtest.ReplyTo(&d.m.state.Draft, q, wizardtest.Contoso).Keys()...)
	}
}

// rest answers the rest of the open page.
func (d *driver) rest() *driver {
	d.t.Helper()
	for at := d.m.state.Place; d.m.state.Screen == machine.QuestionScreen && d.m.state.Place.Step == at.Step && d.m.state.Place.Entry == at.Entry; {
		q, _ := d.m.state.Question()
		d.press(wizardtest.ReplyTo(&d.m.state.Draft, q, wizardtest.Contoso).Keys()...)
	}
	return d
}

// knowsNothing answers the rest of the open page with "I do not know yet".
func (d *driver) knowsNothing() *driver {
	d.t.Helper()
	for at := d.m.state.Place; d.m.state.Screen == machine.QuestionScreen && d.m.state.Place.Step == at.Step && d.m.state.Place.Entry == at.Entry; {
		q, _ := d.m.state.Question()
		d.press(wizardtest.ReplyTo(&d.m.state.Draft, q, map[string]string{q.Key: model.Unsure}).Keys()...)
	}
	return d
}

// TestInterviewNamesAskedQuestions: an answer that no question of the interview
// takes is a key that is gone or misspelled.
func TestInterviewNamesAskedQuestions(t *testing.T) {
	asked := map[string]bool{}
	for _, page := range wizardtest.Replies {
		for _, r := range page {
			asked[r.Key] = true
		}
	}
	for key := range wizardtest.Contoso {
		if !asked[key] {
			t.Errorf("%s is not asked", key)
		}
	}
}
