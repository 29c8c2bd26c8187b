package html

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/doc"
)

// jobNode is a job of the run sheet: a table with a row for each task.
func jobNode(g doc.Group) node {
	head := func(text string) node { return el("th", attr("scope", "col"), words(text)) }
	return el("section", attrID(g.Id), class("run"),
		el("h3", words(g.Title)), leadNode(g.Lead),
		el("div", class("scroll"), el("table", class("run"), attr("aria-label", model.Clean(g.Title)),
			el("thead", el("tr", head("Done"), head(doc.TaskColumn), head(doc.AfterColumn), head(doc.DueColumn), head(doc.InitialsColumn))),
			el("tbody", each(g.Entries, rowNode)))))
}

func rowNode(e doc.Entry) node {
	row := "open"
	if !e.Pending {
		row = "settled"
	}
	return el("tr", class(row), rowAnchor(e), marksOf(e), rowMark(e),
		el("td", class("box"), rowBox(e)),
		el("td", rowTitle(e), wordNode(e), when(e.Aside() != "", func() node { return el("span", class("aside"), words(" "+e.Aside())) })),
		el("td", words(e.Of(doc.AfterLabel).Numbers())), el("td", words(e.Day())), el("td", words(e.Of(doc.AssignedLabel).Text())))
}

// rowMark tells the row of a task from its card, which counts.
func rowMark(e doc.Entry) attributes {
	if !e.Carded {
		return nil
	}
	return attributes{attr("data-row", "")}
}

// rowBox is a box to tick, on paper alone where the task has a card with one.
func rowBox(e doc.Entry) node {
	number := el("span", class("number"), words(fmt.Sprintf("%d.", e.Number)))
	if !e.Carded {
		return el("label", tickNode(e), number)
	}
	sign := "\u2610 "
	if e.Box == doc.TickedBox {
		sign = "\u2611 "
	}
	return nodes{el("span", attr("aria-hidden", "true"), words(sign)), number}
}

// rowAnchor is where others lead to, unless the task has a card.
func rowAnchor(e doc.Entry) attributes {
	if e.Carded {
		return nil
	}
	return anchorOf(e)
}

// rowTitle leads to the card of the task.
func rowTitle(e doc.Entry) node {
	if e.Carded {
		return anchor(doc.TaskAnchor(e.Number), e.Title)
	}
	return el("span", words(e.Title))
}
