// Package report turns findings into text for people and documents for
// programs: one picture, one function. Functions return strings, set for the
// width and colours of a [Style]; the caller decides where they go. Words come
// before numbers, numbers have units, and digits follow the Monte Carlo error.
//
// Documents are what commands write as JSON. Their fields are stable and
// described by the JSON Schemas that [Schema] returns; they hold neither NaN
// nor infinities.
//
// The package does no input or output, and knows neither files, nor the engine,
// nor the command line but for the commands that it points to.
package report
