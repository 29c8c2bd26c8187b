package planfile

import (
	"crypto/sha256"
	"fmt"
	"io/fs"

	"cmgwizard/model"
	"cmgwizard/model/planfile/disk"
)

// Drafts stand beside the plan under names that say of which plan they are, by
// a sum of its name. Older ones do not say it.
var (
	draftForm = model.Pattern(`^\.cmgwizard-[0-9a-f]{16}-[A-Z2-7]{26}\.tmp$`)
	olderForm = model.Pattern(`^\.cmgwizard-[A-Z2-7]{26}\.tmp$`)
)

// mostSwept is how many names of a folder are looked at.
const mostSwept = 20_000

func (s *spot) draftName(token string) string {
	sum := sha256.Sum256([]byte(s.base))
	return fmt.Sprintf(".cmgwizard-%x-%s.tmp", sum[:8], token)
}

// sweep removes the drafts that killed processes left of this plan. It needs
// the lock: else one of them could be that of a save under way. A folder that
// cannot be listed stays as it is.
func (s *spot) sweep(plan model.Plan) {
	names, err := s.folder.Names(mostSwept)
	if err != nil {
		return
	}
	prefix := s.draftName("")[:len(".cmgwizard-")+16]
	for _, name := range names {
		ours := draftForm().MatchString(name) && name[:len(prefix)] == prefix
		if (ours || olderForm().MatchString(name) && s.isVersion(name, plan)) && s.isFile(name) {
			s.clear(name)
		}
	}
}

func (s *spot) isFile(name string) bool {
	info, err := s.folder.Lstat(name)
	return err == nil && info.Mode()&fs.ModeType == 0
}

// isVersion reports whether a file is a whole version of this plan, not newer
// than what the plan holds.
func (s *spot) isVersion(name string, plan model.Plan) bool {
	info, err := s.folder.Lstat(name)
	if plan.ID == "" || err != nil || !disk.IsOrdinary(info.Mode()) || info.Size() > maxSize {
		return false
	}
	data, err := s.bytes(name)
	if err != nil {
		return false
	}
	doc, err := Parse(name, data)
	return err == nil && doc.Plan.ID == plan.ID && doc.Plan.Serial <= plan.Serial
}
