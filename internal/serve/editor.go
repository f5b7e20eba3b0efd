package serve

import (
	"context"
	"net/http"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"parley"
	"parley/diag"
)

// Problems are diagnostics of a text.
type problems struct {
	huma.ErrorModel

	Diagnostics diag.List `json:"diagnostics"`
}

// Completions is what may stand at a place: in that of the code points From to To.
type Completions struct {
	From    int             `json:"from"`
	To      int             `json:"to"`
	Options []parley.Option `json:"options"`
}

// Hover explains the code points From to To.
type Hover struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	Text string `json:"text"` // plain text; empty where there is nothing to say
}

type placeInText struct {
	Body struct {
		Name   string `json:"name" maxLength:"200"`
		Text   string `json:"text"`
		Offset int    `json:"offset" minimum:"0" doc:"in code points"`
	}
}

func (s *Server) editorRoutes() {
	huma.Register(s.api, operation("check", http.MethodPost, "/api/check", "What would be wrong if these files stood so; nothing is written", 403, 422),
		func(_ context.Context, in *struct {
			Body struct {
				Files map[string]string `json:"files"`
			}
		},
		) (*body[CheckDocument], error) {
			files := map[string][]byte{}
			for name, text := range in.Body.Files {
				if !isWorldFile(name) {
					return nil, huma.Error422UnprocessableEntity("Only world files can be checked, not " + name + ".")
				}
				files[name] = []byte(text)
			}
			latest, _ := s.held.now()
			m, _ := latest.LoadWith(files) // what is wrong is among its problems
			return &body[CheckDocument]{CheckDocument{checkOf(m)}}, nil
		})
	huma.Register(s.api, operation("format", http.MethodPost, "/api/format", "A world file in the canonical layout", 422),
		func(_ context.Context, in *struct {
			Body struct {
				Name string `json:"name" maxLength:"200"`
				Text string `json:"text"`
			}
		}) (*body[struct {
			Text string `json:"text"`
		}], error,
		) {
			text, list := parley.Format([]byte(in.Body.Text))
			if list.HasErrors() {
				return nil, &problems{huma.ErrorModel{Status: http.StatusUnprocessableEntity, Title: "Unprocessable Entity", Detail: list.Errors()[0].String()}, list}
			}
			var out body[struct {
				Text string `json:"text"`
			}]
			out.Body.Text = string(text)
			return &out, nil
		})
	huma.Register(s.api, operation("complete", http.MethodPost, "/api/complete", "What may stand at a place of a world file", 422),
		func(_ context.Context, in *placeInText) (*body[Completions], error) {
			text := in.Body.Text
			from, to, options := s.known().Complete(text, bytesAt(text, in.Body.Offset))
			return &body[Completions]{Completions{pointsAt(text, from), pointsAt(text, to), options}}, nil
		})
	huma.Register(s.api, operation("hover", http.MethodPost, "/api/hover", "What stands at a place of a world file", 422),
		func(_ context.Context, in *placeInText) (*body[Hover], error) {
			text := in.Body.Text
			from, to, said := s.known().Hover(text, bytesAt(text, in.Body.Offset))
			return &body[Hover]{Hover{pointsAt(text, from), pointsAt(text, to), said}}, nil
		})
}

// known is a model whose names completion offers: the good one where there is one.
func (s *Server) known() *parley.Model {
	if m := s.held.good(); m != nil {
		return m
	}
	latest, _ := s.held.now()
	return latest
}

// bytesAt is the byte at which a code point begins.
func bytesAt(text string, point int) int {
	n := 0
	for at := range text {
		if n == point {
			return at
		}
		n++
	}
	return len(text)
}

// pointsAt is the number of code points before a byte.
func pointsAt(text string, at int) int { return utf8.RuneCountInString(text[:at]) }
