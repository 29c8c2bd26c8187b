package html

import (
	"cmgwizard/model"
	"cmgwizard/model/doc"
)

// ticksNode says what the boxes of the page are: where the script runs, they are
// kept.
func ticksNode() node {
	return el("p", id("ticks"), class("lead on-screen"),
		attr("data-kept", "States, notes and ticks are kept in this browser. Save them below the filter to bring them into the plan."),
		words("A box that is ticked in this page shows in its print. It is not saved in the plan."))
}

// workNode is the form that hands out what people did in the page. It is hidden
// until the script runs.
func workNode(s doc.Sheet) node {
	return when(worked(s), func() node {
		return el("form", id("work"), attr("hidden", ""), attr("autocomplete", "off"), el("fieldset", el("legend", words("Your work")),
			el("p", el("label", attr("for", "work-by"), words("Your name")), words(" "), el("input", id("work-by"), attr("type", "text"), attr("maxlength", "200"))),
			el("p", id("kept"), attr("role", "status")),
			el("p", class("buttons"), el("button", id("hand-out"), attr("type", "button"), words("Save the states")), words(" "),
				el("button", id("forget"), attr("type", "button"), words("Discard them"))),
			el("p", id("handed"), attr("hidden", ""), el("label", attr("for", "states"), words("The file, to copy where it was not saved. It goes into the plan with: cmgwizard tasks import PLAN FILE")),
				el("textarea", id("states"), attr("readonly", ""), attr("rows", "4"))),
		))
	})
}

// workTemplate is what the script puts below the title of each task.
func workTemplate(s doc.Sheet) node {
	return when(worked(s), func() node {
		return el("template", id("work-of-a-task"), el("p", class("work on-screen"),
			el("label", words(doc.StateLabel+" "), el("select", each(model.TaskStates, func(t model.Term[model.TaskState]) node {
				return el("option", attr("value", string(t.Value)), words(t.Label))
			}))), words(" "),
			el("label", words(doc.NoteLabel+" "), el("input", attr("type", "text"), attr("maxlength", "1000")))))
	})
}

// worked reports whether there is a task on the sheet that one can work on.
func worked(s doc.Sheet) bool {
	ids := marked(s, func(e doc.Entry) string { return e.Work.Task })
	delete(ids, "") // what is no task
	return len(ids) > 0
}
