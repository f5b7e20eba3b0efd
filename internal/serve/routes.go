package serve

import (
	"context"
	"net/http"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"parley"
	"parley/internal/report"
)

// Health says that the server answers, and whether the world can be played.
type Health struct {
	Status string `json:"status" enum:"ok,wrong" doc:"wrong: the world's files have errors"`
	Model  string `json:"model"`
	Plays  bool   `json:"plays" doc:"whether there is a model that answers"`
}

// SourceDocument is a source's text with what was marked in it.
type SourceDocument struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Publisher   string `json:"publisher"`
	Published   string `json:"published"`
	URL         string `json:"url"`
	Reliability string `json:"reliability"`
	File        string `json:"file"`
	Text        string `json:"text"`
	Marks       []Mark `json:"marks"`
}

// Mark is a stretch of a text that became something: code points from Start to End.
type Mark struct {
	Kind  string `json:"kind"` // "claim" or "statement"
	ID    string `json:"id"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

func (s *Server) worldRoutes() {
	huma.Register(s.api, operation("health", http.MethodGet, "/api/health", "Whether the server answers"),
		func(context.Context, *struct{}) (*body[Health], error) {
			latest, _ := s.held.now()
			h := Health{Status: "ok", Model: latest.Hash, Plays: s.held.good() != nil}
			if latest.Problems.HasErrors() {
				h.Status = "wrong"
			}
			return &body[Health]{h}, nil
		})
	huma.Register(s.api, operation("world", http.MethodGet, "/api/world", "The world: everything that is shown without a run"),
		func(context.Context, *struct{}) (*tagged[*WorldDocument], error) {
			d := s.held.world(!s.o.ReadOnly)
			return &tagged[*WorldDocument]{`"` + d.Model + `"`, d}, nil
		})
	huma.Register(s.api, operation("source", http.MethodGet, "/api/sources/{id}", "A source's text with the claims and statements in it", 404, 409),
		func(_ context.Context, in *struct {
			ID string `path:"id" maxLength:"200"`
		},
		) (*body[*SourceDocument], error) {
			m, err := s.model()
			if err != nil {
				return nil, err
			}
			d := sourceDocument(m, in.ID)
			if d == nil {
				return nil, huma.Error404NotFound("There is no source " + in.ID + ".")
			}
			return &body[*SourceDocument]{d}, nil
		})
	s.mux.HandleFunc("GET /api/schemas/{name}", func(w http.ResponseWriter, r *http.Request) {
		text, ok := report.Schema(r.PathValue("name"))
		if !ok {
			refuse(w, http.StatusNotFound, "There is no document "+r.PathValue("name")+".")
			return
		}
		w.Header().Set("Content-Type", "application/schema+json")
		_, _ = w.Write(text)
	})
}

type tagged[T any] struct {
	ETag string `header:"ETag"`
	Body T
}

// sourceDocument is a source with its marks in order.
func sourceDocument(m *parley.Model, id string) *SourceDocument {
	for _, source := range m.World.Sources {
		if source.ID != id {
			continue
		}
		d := &SourceDocument{
			ID: id, Title: source.Title, Publisher: source.Publisher, URL: source.URL, Reliability: source.Reliability, File: source.File,
			Text: source.Text, Marks: []Mark{},
		}
		if !source.Published.IsZero() {
			d.Published = source.Published.String()
		}
		mark := func(kind, id, quote string, at int) {
			if at < 0 || at+len(quote) > len(source.Text) {
				return
			}
			start := utf8.RuneCountInString(source.Text[:at])
			d.Marks = append(d.Marks, Mark{kind, id, start, start + utf8.RuneCountInString(source.Text[at:at+len(quote)])})
		}
		for _, c := range m.World.Claims {
			if c.Source == id {
				mark("claim", c.ID, c.Quote, c.At)
			}
		}
		for _, c := range m.World.Statements {
			if c.Source == id {
				mark("statement", c.ID, c.Quote, c.At)
			}
		}
		return d
	}
	return nil
}
