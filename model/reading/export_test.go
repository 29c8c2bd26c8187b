package reading

// What the tests beside the package look at.
const LongestToken = longestToken
const MostTokens = mostTokens
const ShortestShare = shortestShare

var RedactTokens = redactTokens
