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
// markup, a link or a mention. It may stand at the start of a line.
func mdText(text string) string { return mdStart(mdInline(text)) }

// mdInline is text that something else stands before.
func mdInline(text string) string {
	return mdEscape(strings.Join(strings.Fields(model.Clean(text)), " "))
}

// mdSigns may have a meaning anywhere in a line. Where others have one is said by
// mdMeans. Nothing is escaped that need not be: many read Markdown as it is written.
const mdSigns = "`*{}[]<|~$"

// mdEscape escapes what has a meaning in a line.
func mdEscape(text string) string {
	var b strings.Builder
	for i, r := range text {
		if r < utf8.RuneSelf && (strings.ContainsRune(mdSigns, r) || mdMeans(text[:i], r, text[i+1:])) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// mdMeans reports whether a sign has a meaning between what stands before and after it.
func mdMeans(before string, sign rune, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	switch sign {
	case '\\':
		return after == "" || unicode.IsPunct(next) || unicode.IsSymbol(next)
	case '_':
		return !isWord(last) || !isWord(next)
	case '#':
		return !isWord(last)
	case '&':
		return after == "" || next == '#' || isWord(next)
	case '@':
		return isWord(next)
	case ':':
		return mdColon().MatchString(":"+after) || mdScheme().MatchString(before)
	case '.':
		return mdHost().MatchString(before)
	}
	return false
}

var (
	mdColon  = model.Pattern(`(?i)^:([-+\w]*([a-z_]|[-+]1|100|1234)[-+\w]*:)`) // a picture by its name
	mdScheme = model.Pattern(`(?i)(https?|ftp|mailto|xmpp)$`)
	mdHost   = model.Pattern(`(?i)www$`)
)

var (
	mdListSign   = model.Pattern(`^[-+=:>]`)
	mdListNumber = model.Pattern(`^([0-9]+)([.)])( |$)`)
)

// mdStart escapes what has a meaning at the start of a line only.
func mdStart(text string) string {
	if mdListSign().MatchString(text) {
		return "\\" + text
	}
	return mdListNumber().ReplaceAllString(text, `$1\$2$3`)
}

// mdBold is for a text of its own, with nothing but blanks or signs around it.
func mdBold(text string) string {
	if escaped := mdInline(text); escaped != "" {
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
