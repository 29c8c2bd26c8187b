package explain

import (
	"fmt"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/logs"
	"cmgwizard/model/updates"
)

// The forms of names that others give.
var (
	kbForm     = model.Pattern(`(?i)^kb ?\d{6,8}$`)
	entraForm  = model.Pattern(`(?i)^aadsts\d{4,9}$`)
	statusForm = model.Pattern(`^[1-5]\d\d(\.\d{1,2})?$`)
	buildForm  = model.Pattern(`^5\.\d{2,4}(\.\d{1,4}){1,2}$`)
)

// NotKnown says of a version, an update or a code that the tables do not have that
// it is one, and where to look; "" for what is none of these.
func NotKnown(id string) (what, hint string) {
	id = strings.TrimSpace(model.Clean(id))
	numbers := logs.NumbersIn(id)
	switch {
	case isVersion(id):
		return fmt.Sprintf("no version %s is known: the tables are of %s", id, updates.Day), "the nearest versions are " + model.OrList(versionsBeside(id))
	case buildForm().MatchString(id):
		newest := updates.Newest()
		return fmt.Sprintf("no version with the build %s is known: the tables are of %s", id, updates.Day), fmt.Sprintf("the newest known is %s: %s", newest.Name, newest.SiteBuild())
	case kbForm().MatchString(id):
		return fmt.Sprintf("no update %s is known: only those that matter to a CMG are, as of %s", strings.ToUpper(id), updates.Day),
			"read its page at Microsoft; in the console its state stands under Administration > Updates and Servicing"
	case entraForm().MatchString(id):
		return "no code " + strings.ToUpper(id) + " is known", "look it up at https://login.microsoftonline.com/error, which needs the number alone"
	case statusForm().MatchString(id):
		return "no status " + id + " of HTTP or IIS is known", "the log of IIS on the server that was asked has the sub-status"
	case len(numbers) == 1:
		code := fmt.Sprintf("0x%08X", numbers[0])
		return "no code " + code + " is known", "on Windows run \"certutil -error " + code + "\", or open Error Lookup in CMTrace; the line around it tells more than the number"
	}
	return "", ""
}

func isVersion(id string) bool {
	year, month := 0, 0
	if len(id) == 4 {
		year, _ = strconv.Atoi(id[:2])
		month, _ = strconv.Atoi(id[2:])
	}
	return year >= 15 && year <= 50 && month >= 1 && month <= 12
}

// versionsBeside are the known versions next to one that is not, the newest first.
func versionsBeside(id string) []string {
	later := 0
	for later < len(updates.Versions) && string(updates.Versions[later].Name) > id {
		later++
	}
	var near []string
	for _, v := range updates.Versions[max(0, later-1):min(len(updates.Versions), later+2)] {
		near = append(near, string(v.Name))
	}
	return near[:min(len(near), 2)]
}
