package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/tasks"
)

// mdText writes text so that Markdown shows it as it is: nothing in it becomes
// markup, a link or a mention.
func mdText(text string) string {
	text = strings.Join(strings.Fields(model.Clean(text)), " ")
	return mdStart(mdEscape(text))
}

// mdSigns have a meaning in Markdown anywhere in a line.
const mdSigns = "\\`*_{}[]<>#|~!$"

// mdEscape escapes what has a meaning anywhere in a line.
func mdEscape(text string) string {
	var b strings.Builder
	for i, r := range text {
		switch {
		case strings.ContainsRune(mdSigns, r):
			b.WriteString("\\" + string(r))
		case r == '&':
			b.WriteString("&amp;")
		case r == '@':
			b.WriteString("&#64;")
		case r == ':' && !strings.HasPrefix(text[i+1:], " ") && i+1 < len(text) && !inClock(text, i):
			b.WriteString("&#58;")
		default:
			b.WriteRune(r)
		}
	}
	return bareHost().ReplaceAllString(b.String(), "$1&#46;")
}

// inClock reports whether a colon stands in a time such as 22:05: no reader makes an
// address or a picture of it.
func inClock(text string, colon int) bool {
	digits := func(from, to int) bool {
		return from >= 0 && to <= len(text) && strings.Trim(text[from:to], "0123456789") == ""
	}
	if !digits(colon-2, colon) || !digits(colon+1, colon+3) {
		return false
	}
	around := text[max(colon-3, 0):colon-2] + text[colon+3:min(colon+4, len(text))]
	return !strings.ContainsAny(around, ":0123456789")
}

// bareHost is what some readers make a link of.
var bareHost = model.Pattern(`(?i)(www)\.`)

var (
	mdListSign   = model.Pattern(`^[-+=:]`)
	mdListNumber = model.Pattern(`^([0-9]+)([.)])`)
)

// mdStart escapes what has a meaning at the start of a line only.
func mdStart(text string) string {
	if mdListSign().MatchString(text) {
		return "\\" + text
	}
	return mdListNumber().ReplaceAllString(text, `$1\$2`)
}

// mdBold is for a text of its own, with nothing but blanks or signs around it.
func mdBold(text string) string {
	if escaped := mdText(text); escaped != "" {
		return "**" + escaped + "**"
	}
	return ""
}

// mdRich writes labels bold and code as code.
func mdRich(rich model.Text) string {
	var b strings.Builder
	for i, span := range rich {
		switch {
		case span.Kind == model.CodeSpan:
			b.WriteString(mdCode(span.Text))
		case span.Kind == model.LabelSpan && canBeBold(rich, i):
			b.WriteString("**" + mdEscape(flat(span.Text)) + "**")
		default:
			b.WriteString(mdEscape(flat(span.Text)))
		}
	}
	return mdStart(strings.TrimSpace(b.String()))
}

// flat cleans a span and leaves single blanks in it, at its ends too.
func flat(text string) string {
	text = doc.CleanSpan(text)
	words := strings.Join(strings.Fields(text), " ")
	if words == "" {
		return strings.Repeat(" ", min(len(text), 1))
	}
	if strings.HasPrefix(text, " ") {
		words = " " + words
	}
	if strings.HasSuffix(text, " ") {
		words += " "
	}
	return words
}

// canBeBold reports whether Markdown would take two stars around span i for
// what they are: they must not touch other stars, nor stand between a sign
// inside and a letter outside.
func canBeBold(rich model.Text, i int) bool {
	text := strings.TrimSpace(rich[i].Text)
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if text == "" || text != rich[i].Text {
		return false
	}
	return (isWord(first) || i == 0 || opensBefore(rich[i-1])) && (isWord(last) || i+1 == len(rich) || closesAfter(rich[i+1])) &&
		(i == 0 || rich[i-1].Kind != model.LabelSpan) && (i+1 == len(rich) || rich[i+1].Kind != model.LabelSpan)
}

func opensBefore(span model.Span) bool {
	return span.Kind == model.PlainSpan && strings.HasSuffix(span.Text, " ")
}

func closesAfter(span model.Span) bool {
	return span.Kind == model.PlainSpan && strings.IndexAny(span.Text, " .,;:)") == 0
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// mdCode is a code span with a fence longer than any inside.
func mdCode(text string) string {
	text = strings.TrimSpace(flat(text))
	if text == "" {
		return ""
	}
	fence := strings.Repeat("`", longestRun(text)+1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}

// mdFence is a code block with a fence longer than any inside.
func mdFence(shell tasks.Shell, lines []string) []string {
	language := "powershell"
	if shell == tasks.CommandPrompt || shell == tasks.ElevatedPrompt {
		language = "bat"
	}
	return mdFenced(language, lines)
}

func mdFenced(language string, lines []string) []string {
	fence := strings.Repeat("`", max(longestRun(strings.Join(lines, "\n"))+1, 3))
	return append(append([]string{fence + language}, lines...), fence)
}

// longestRun is the length of the longest run of backquotes.
func longestRun(text string) int {
	longest, run := 0, 0
	for _, r := range text {
		if r != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// mdLink is a link, or the text alone where the address is none to link.
func mdLink(text, url string) string {
	address, ok := doc.Address(url)
	if !ok || model.Clean(text) == "" {
		return mdText(text)
	}
	return "[" + mdText(text) + "](<" + strings.ReplaceAll(address, "&", "&amp;") + ">)"
}
