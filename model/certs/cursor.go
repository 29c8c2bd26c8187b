package certs

import (
	"errors"
	"fmt"
)

// A cursor takes the values of a sequence one after another. After the first
// that is not as it must be, it takes none.
type cursor struct {
	w    *walker
	rest []byte
	err  error
}

func (w *walker) over(v value) *cursor { return &cursor{w: w, rest: v.content} }

// take gives the next value, which must have the tag. What says what it is in
// words: "its issuer".
func (c *cursor) take(tag int, what string) value {
	v := c.any(what)
	if c.err == nil && !v.is(universal, tag) {
		c.err = unreadable(what, nil)
	}
	return v
}

func (c *cursor) any(what string) (v value) {
	if c.err != nil {
		return value{}
	}
	v, rest, err := c.w.next(c.rest)
	if err != nil {
		c.err = unreadable(what, err)
		return value{}
	}
	c.rest = rest
	return v
}

// maybe gives the next value where it has the tag.
func (c *cursor) maybe(class, tag int) (value, bool) {
	if c.err != nil || len(c.rest) == 0 {
		return value{}, false
	}
	v, rest, err := c.w.next(c.rest)
	if err != nil || !v.is(class, tag) {
		return value{}, false
	}
	c.rest = rest
	return v, true
}

// unreadable says in words what cannot be read. A bound stays a bound.
func unreadable(what string, err error) error {
	var limit *limitError
	if errors.As(err, &limit) {
		return err
	}
	return fmt.Errorf("%s cannot be read", what)
}
