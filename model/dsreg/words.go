package dsreg

import (
	"strings"

	"cmgwizard/model"
)

// yesWords and noWords are YES and NO in the languages of Windows. Every
// sample that we know prints the English ones.
var (
	yesWords = words("YES TRUE JA OUI SÍ SI SÌ SIM TAK ANO ÁNO IGEN KYLLÄ EVET ДА ИСТИНА ТАК ΝΑΙ DA はい 是 예")
	noWords  = words("NO FALSE NEIN NEE NEJ NEI NON NÃO NAO NIE NE NEM EI HAYIR НЕТ ЛОЖЬ НІ ΟΧΙ NU いいえ 否 아니요")
)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

// yesNo understands a yes or no, and is "" for every other value.
func yesNo(value string) model.YesNo {
	word := strings.ToUpper(strings.Trim(value, " .\"'"))
	switch {
	case yesWords[word]:
		return model.Yes
	case noWords[word]:
		return model.No
	}
	return ""
}
