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
	return el("tr", class(row),
		el("td", class("box"), el("label", tickNode(e), el("span", class("number"), words(fmt.Sprintf("%d.", e.Number))))),
		el("td", anchorOf(e), marksOf(e), el("span", words(e.Title)), wordNode(e), when(e.Aside() != "", func() node { return el("span", class("aside"), words(" "+e.Aside())) })),
		el("td", words(e.Of(doc.AfterLabel).Numbers())), el("td", words(e.Of(doc.DueLabel).Text())), el("td", words(e.Of(doc.AssignedLabel).Text())))
}
