package page

import (
	"fmt"
	"slices"
	"strings"
)

// structure writes the elements, and for each page and each annotation which
// element it belongs to.
func (w *writer) structure() {
	if len(w.d.root.kids) == 0 {
		return
	}
	top := w.d.document()
	tree := w.add("")
	w.number(top)
	w.element(top, tree)
	parents := w.parents()
	w.set(tree, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>",
		top.number, parents, len(w.d.pages)+len(w.owners))
	fmt.Fprintf(&w.catalog, "/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R", tree)
}

// document is the one element at the top.
func (d *Document) document() *element {
	if top := d.root.kids[0].element; len(d.root.kids) == 1 && top.kind == "Document" {
		return top
	}
	d.root.kind = "Document"
	return &d.root
}

// number gives an element and all within it the numbers of their objects.
func (w *writer) number(e *element) {
	e.number = w.add("")
	for _, k := range e.kids {
		if k.element != nil {
			w.number(k.element)
		}
	}
}

// element writes an element and all within it.
func (w *writer) element(e *element, parent int) {
	page := 0
	if i := slices.IndexFunc(e.kids, func(k kid) bool { return k.page > 0 }); i >= 0 {
		page = e.kids[i].page
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<</S/%s/P %d 0 R", e.kind, parent)
	if page > 0 {
		fmt.Fprintf(&b, "/Pg %d 0 R", pageObject(page))
	}
	if e.alt != "" {
		b.WriteString("/Alt" + textString(e.alt))
	}
	if e.kind == "TH" {
		b.WriteString("/A<</O/Table/Scope/" + e.scope() + ">>")
	}
	b.WriteString("/K[")
	for i, k := range e.kids {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(k.in(page))
	}
	b.WriteString("]>>")
	w.set(e.number, "%s", b.String())
	for _, k := range e.kids {
		if k.element != nil {
			w.element(k.element, e.number)
		}
	}
}

// in is what an element on a page says of what it holds.
func (k kid) in(page int) string {
	switch {
	case k.element != nil:
		return fmt.Sprintf("%d 0 R", k.element.number)
	case k.annotation != nil:
		return fmt.Sprintf("<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", pageObject(k.page), k.annotation.number)
	case k.page == page:
		return fmt.Sprint(k.piece)
	}
	return fmt.Sprintf("<</Type/MCR/Pg %d 0 R/MCID %d>>", pageObject(k.page), k.piece)
}

// scope is what a head cell of a table is the head of: its column where its row
// has nothing but heads, else its row.
func (e *element) scope() string {
	for _, k := range e.parent.kids {
		if k.element != nil && k.element.kind == "TD" {
			return "Row"
		}
	}
	return "Column"
}

// parents writes the way back, from pages and annotations to elements.
func (w *writer) parents() int {
	var b strings.Builder
	b.WriteString("<</Nums[")
	for i, p := range w.d.pages {
		if len(p.owners) > 0 {
			fmt.Fprintf(&b, "%d %d 0 R ", i, w.add(references(p.owners)))
		}
	}
	for i, e := range w.owners {
		fmt.Fprintf(&b, "%d %d 0 R ", len(w.d.pages)+i, e.number)
	}
	b.WriteString("]>>")
	return w.add(b.String())
}

// references is a list of elements.
func references(elements []*element) string {
	refs := make([]string, len(elements))
	for i, e := range elements {
		refs[i] = fmt.Sprintf("%d 0 R", e.number)
	}
	return "[" + strings.Join(refs, " ") + "]"
}
