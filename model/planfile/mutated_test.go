package planfile

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"cmgwizard/model/slow"
)

// TestMutatedPlansAreReadOrRefused changes a good plan in a few places. What can
// still be read is written and read again to the same bytes; the rest is refused
// in words.
func TestMutatedPlansAreReadOrRefused(t *testing.T) {
	t.Parallel()
	plans := slow.Rounds(4_000)
	chance := rand.New(rand.NewPCG(5, 6))
	good, read, refused := sample(t), 0, 0
	for range plans {
		data := mutated(good, chance)
		doc, err := Parse("x", data)
		switch coder, worded := err.(exitCoder); {
		case err == nil:
			read++
			wantStable(t, doc, string(data))
		case !worded || coder.Hint() == "" || coder.ExitCode() != 3 || err.Error() == "":
			t.Fatalf("an error without a hint: %v\n%q", err, data)
		default:
			refused++
		}
	}
	if read < plans/20 || refused < plans/20 {
		t.Errorf("%d read and %d refused: one of them is not tried", read, refused)
	}
}

// mutated changes a text one to three times: a byte, a line, or all after a
// place.
func mutated(good []byte, chance *rand.Rand) []byte {
	text := bytes.Clone(good)
	for range 1 + chance.IntN(3) {
		if len(text) == 0 {
			break
		}
		at := chance.IntN(len(text))
		lines := bytes.SplitAfter(text, []byte("\n"))
		one, other := chance.IntN(len(lines)), chance.IntN(len(lines))
		switch chance.IntN(6) {
		case 0:
			text[at] = byte(chance.IntN(256))
		case 1:
			text = append(text[:at:at], text[at+1:]...)
		case 2:
			text = append(text[:at:at], append([]byte{`"[]{}=.,#'\`[chance.IntN(11)]}, text[at:]...)...)
		case 3:
			lines[one], lines[other] = lines[other], lines[one]
			text = bytes.Join(lines, nil)
		case 4:
			lines[one] = append(bytes.Clone(lines[one]), lines[other]...)
			text = bytes.Join(lines, nil)
		case 5:
			if chance.IntN(4) == 0 {
				text = text[:at]
			}
		}
	}
	return text
}
