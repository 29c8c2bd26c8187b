package certs

import "strings"

// bounded stands before a subtree with a minimum or a maximum, which nobody may
// write, and no program agrees on.
const bounded = "Bounded "

// nameConstraints reads where the names below a CA must lie, and where they must
// not.
func (r *reading) nameConstraints(v value) error {
	c := r.w.over(v)
	permitted, _ := c.maybe(context, 0)
	excluded, _ := c.maybe(context, 1)
	var broken, also error
	r.Permitted, broken = r.subtrees(permitted, "permitted")
	r.Excluded, also = r.subtrees(excluded, "excluded")
	switch {
	case broken != nil:
		return broken
	case also != nil:
		return also
	case len(c.rest) > 0:
		return errBytes
	}
	return wantTag(v, tagSequence)
}

// subtrees reads the subtrees of one sort, each as a name with its kind.
func (r *reading) subtrees(v value, key string) (list []string, err error) {
	all, err := r.w.children(v)
	for _, one := range all {
		c := r.w.over(one)
		base := c.any("it")
		raw, whole := r.w.subtree(base)
		if c.err != nil || raw == "" {
			err = errBytes
			continue
		}
		if !r.isUnbounded(c) {
			raw = bounded + raw
		}
		list = r.add(list, r.shown(raw, whole, key), key)
	}
	return list, err
}

// subtree writes the base of a subtree: a general name, but for addresses, which
// have a mask.
func (w *walker) subtree(base value) (raw string, whole bool) {
	if !base.is(context, address) {
		return w.generalName(base)
	}
	half := len(base.content) / 2
	return "IP:" + dotted(base.content[:half]) + "/" + dotted(base.content[half:]), true
}

// isUnbounded reports whether nothing follows the base of a subtree but the
// minimum that is the default.
func (r *reading) isUnbounded(c *cursor) bool {
	if minimum, ok := c.maybe(context, 0); ok && strings.Trim(string(minimum.content), "\x00") != "" {
		return false
	}
	return len(c.rest) == 0
}
