package evidence

// What the tests beside the package look at.
const MaxEvidenceText = maxEvidenceText
const MaxFactList = maxFactList
const MaxFactText = maxFactText

var FactTable = factTable
var FactsSize = factsSize
var ReadFacts = readFacts
