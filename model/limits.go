package model

// DefaultBulkLifetime is the lifetime that the tool gives a bulk registration
// token by itself, in minutes.
const DefaultBulkLifetime = 4320

// MaxBulkLifetime is the longest lifetime of a bulk registration token, in
// minutes.
const MaxBulkLifetime = 10080
