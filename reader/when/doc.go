// Package when finds expressions of time in a sentence — "on Tuesday", "22
// November", "within 24 hours" — and says which days they mean, given the date
// of the text. Values are written as ISO 8601 and ISO-TimeML write them.
//
// It knows words and the calendar, and nothing of statements or speakers.
package when
