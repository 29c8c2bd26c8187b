package page

import (
	"fmt"
	"strings"
)

// press writes what can be pressed, and the form that the boxes make.
func (w *writer) press() {
	for _, p := range w.d.pages {
		for _, a := range p.annotations {
			a.number = w.add(w.annotation(a))
		}
	}
	if len(w.d.boxes) == 0 {
		return
	}
	var fields strings.Builder
	for _, b := range w.d.boxes {
		fmt.Fprintf(&fields, "%d 0 R ", b.number)
	}
	fmt.Fprintf(&w.catalog, "/AcroForm<</Fields[%s]/NeedAppearances false>>", fields.String())
}

// annotation is the object of a link or a box.
func (w *writer) annotation(a *annotation) string {
	height := w.d.about.Paper.Height
	common := fmt.Sprintf("/Type/Annot/F 4/P %d 0 R/Rect[%.2f %.2f %.2f %.2f]", pageObject(a.page),
		a.x/point, (height-a.y-a.h)/point, (a.x+a.w)/point, (height-a.y)/point)
	if a.owner != &nothing {
		common += fmt.Sprintf("/StructParent %d", len(w.d.pages)+len(w.owners))
		w.owners = append(w.owners, a.owner)
	}
	switch {
	case a.name != "":
		return "<<" + common + w.box(a) + ">>"
	case a.address != "":
		return fmt.Sprintf("<<%s/Subtype/Link/Border[0 0 0]/Contents%s/A<</S/URI/URI%s>>>>",
			common, textString(a.words), literal(a.address))
	}
	to := w.d.targets[a.target-1]
	if to.page == 0 {
		w.d.fail("target %d has a link but no place", a.target)
	}
	return fmt.Sprintf("<<%s/Subtype/Link/Border[0 0 0]/Contents%s/Dest%s>>", common, textString(a.words), w.destination(to))
}

// box is the part of a field that is its own: its look is the tick only, since
// the square is drawn on the page, for printers that leave fields out.
func (w *writer) box(a *annotation) string {
	state := "/Off"
	if a.ticked {
		state = "/Yes"
	}
	return fmt.Sprintf("/Subtype/Widget/FT/Btn/T%s/TU%s/V%s/AS%s/AP<</N<</Yes %d 0 R/Off %d 0 R>>>>",
		textString(a.name), textString(a.words), state, state, w.tick(a.w, true), w.tick(a.w, false))
}

// tick is the look of a box of a size, written once.
func (w *writer) tick(size float64, ticked bool) int {
	s := size / point
	drawing := ""
	if ticked {
		drawing = fmt.Sprintf("q .18 .49 .20 RG %.2f w 1 J 1 j %.2f %.2f m %.2f %.2f l %.2f %.2f l S Q",
			s*.14, s*.2, s*.52, s*.42, s*.26, s*.82, s*.78)
	}
	body := fmt.Sprintf("<</Type/XObject/Subtype/Form/BBox[0 0 %.2f %.2f]/Resources<<>>/Length %d>>\nstream\n%s\nendstream",
		s, s, len(drawing), drawing)
	if w.ticks[body] == 0 {
		w.ticks[body] = w.add(body)
	}
	return w.ticks[body]
}
