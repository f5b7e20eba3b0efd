// Package assist asks a language model what it finds in a text, and believes nothing of the
// answer that is not in the text.
//
// An [Assistant] sends a text in parts to an OpenAI-compatible end point and asks for
// statements of the form that package reader has (schema.go, ask.go). Every quote of the
// answer is looked for, word by word, in the part that was sent (place.go). One that is
// there is a suggestion with its exact span; one that is nearly there is a near miss, which
// is no statement (near.go); any other is refused and counted. What the reading without an
// assistant has already is no news (merge.go).
//
// Sending and receiving is what this package is for: alone among the reader's packages it
// does input and output, and only through the [net/http.RoundTripper] that it is given.
// Time comes in through a [Clock]. It reads no environment, writes nothing, and knows
// nothing of files, world files or the command line.
package assist
