package planfile

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
)

// maxEntries is how many tables of one name a plan may hold.
const maxEntries = 10_000

// A reader moves decoded tables into a plan and gathers all problems.
type reader struct {
	name     string
	lines    map[string]int
	leaves   []leaf
	lists    []leaf // of the keys that nobody said
	problems Problems
}

// A leaf is a value that is no table, on its way into the plan.
type leaf struct {
	key   string
	value any
	tag   reflect.StructTag
	into  reflect.Value
}

// plan reads the values last: only then do all the lists of the plan have their
// length, and the answers their fields.
func (r *reader) plan(tables map[string]any) model.Plan {
	var plan model.Plan
	r.table("", tables, reflect.ValueOf(&plan).Elem())
	fields := map[string]model.Field{}
	for _, field := range plan.Answers.Fields() {
		fields[field.Key] = field
	}
	for _, leaf := range r.leaves {
		if err := leaf.set(fields); err != nil {
			r.problem(leaf.key, err.Error())
		}
	}
	for _, list := range r.lists {
		r.assumed(list, fields)
	}
	r.tasks(plan.Tasks)
	r.log(plan.Log)
	return plan
}

func (r *reader) problem(key, what string) {
	r.problems = append(r.problems, Problem{r.name, r.lineOf(key), key, what})
}

// lineOf gives the line of a key or of the nearest table around it.
func (r *reader) lineOf(key string) int {
	for key != "" {
		if line, ok := r.lines[key]; ok {
			return line
		}
		key = key[:max(strings.LastIndexAny(key, ".["), 0)]
	}
	return 0
}

func (r *reader) table(name string, from map[string]any, into reflect.Value) {
	keys := keysOf(into.Type())
	for part, value := range from {
		full := strings.TrimPrefix(name+"."+quoteKey(part), ".")
		if k, ok := findKey(keys, part); ok {
			r.value(full, value, k.field.Tag, into.FieldByIndex(k.index))
		} else {
			r.problem(full, unknownKey(part, keys))
		}
	}
}

func (r *reader) value(key string, value any, tag reflect.StructTag, into reflect.Value) {
	switch {
	case isTable(into.Type()):
		if table, ok := value.(map[string]any); ok {
			r.table(key, table, into)
		} else {
			r.problem(key, "expected a table: write ["+key+"] in brackets, once")
		}
	case into.Kind() == reflect.Slice && isTable(into.Type().Elem()):
		r.entries(key, value, into)
	case into.Type() == reflect.TypeFor[model.Assumed]():
		r.lists = append(r.lists, leaf{key, value, tag, into})
	default:
		r.leaves = append(r.leaves, leaf{key, value, tag, into})
	}
}

func isTable(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t != reflect.TypeFor[time.Time]() && t != reflect.TypeFor[model.Number]()
}

// entries reads an array of tables, written with headers or on one line.
func (r *reader) entries(key string, value any, into reflect.Value) {
	tables, ok := tablesOf(value)
	switch {
	case !ok:
		r.problem(key, "expected a list of tables: write [["+key+"]] in double brackets above each entry")
		return
	case len(tables) > maxEntries:
		r.problem(key, fmt.Sprintf("more than %d entries", maxEntries))
		return
	}
	if len(tables) > 0 {
		into.Set(reflect.MakeSlice(into.Type(), len(tables), len(tables)))
	}
	for i, table := range tables {
		r.table(fmt.Sprintf("%s[%d]", key, i), table, into.Index(i))
	}
}

func tablesOf(value any) ([]map[string]any, bool) {
	if tables, ok := value.([]map[string]any); ok {
		return tables, true
	}
	list, ok := value.([]any)
	tables := make([]map[string]any, len(list))
	for i, entry := range list {
		table, isTable := entry.(map[string]any)
		ok, tables[i] = ok && isTable, table
	}
	return tables, ok
}

// missing says that an entry lacks a key, unless something is wrong with the key
// itself.
func (r *reader) missing(entry, key, why string) {
	if !slices.ContainsFunc(r.problems, func(p Problem) bool { return p.Key == entry+"."+key }) {
		r.problem(entry, key+" is missing: "+why)
	}
}

// tasks checks what goes beyond a single value.
func (r *reader) tasks(tasks []model.Progress) {
	seen := map[string]bool{}
	for i := range tasks {
		key, id := fmt.Sprintf("tasks[%d]", i), tasks[i].ID
		switch {
		case id == "":
			r.missing(key, "id", "it says which task this is")
		case seen[id]:
			r.problem(key+".id", fmt.Sprintf("%q is there twice: a task has one entry", model.Clean(id)))
		}
		seen[id] = true
	}
}

// log checks that an entry says what happened, and when.
func (r *reader) log(entries []model.LogEntry) {
	for i, e := range entries {
		key := fmt.Sprintf("log[%d]", i)
		if e.What == "" {
			r.missing(key, "what", "it says what happened")
		}
		if _, said := r.lines[key+".at"]; e.At.IsZero() && said {
			r.problem(key+".at", "nothing happened in the year 1")
		} else if e.At.IsZero() {
			r.missing(key, "at", "it says when it happened")
		}
	}
}
