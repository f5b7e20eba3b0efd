package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"parley"
	"parley/reader"
	relations "parley/reader/event"
	"parley/reader/gazetteer"
	"parley/reader/review"
	"parley/world"
)

// reviewFile holds the decisions about all of a world's sources, one a line.
const reviewFile = "review.jsonl"

// mostReadings bounds how many texts are kept as they were read.
const mostReadings = 8

// mostReviewed bounds the bytes of a text that is reviewed at once.
const mostReviewed = 4 << 20

// ReviewDocument is what there is to be decided about a source, and what has been.
type ReviewDocument struct {
	review.Queue

	Text     string           `json:"text" doc:"hash of the text; a decision names it"`
	ReadOnly bool             `json:"read_only" doc:"nothing can be decided here"`
	Problems []review.Problem `json:"problems" doc:"lines of review.jsonl that cannot be followed; they stay there"`
}

// readings keep what texts were read as, by their hash and date.
type readings struct {
	once  sync.Once
	coder *relations.Coder
	mutex sync.Mutex
	items map[string][]review.Item
	order []string
}

// of reads a text, once.
func (r *readings) of(source *world.Source) []review.Item {
	r.once.Do(func() { r.coder = relations.NewCoder(gazetteer.Default()) })
	on := time.Time{}
	if d := source.Published; !d.IsZero() {
		on = time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	}
	key := etagOf([]byte(source.Text)) + on.Format(time.DateOnly)
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if items, ok := r.items[key]; ok {
		return items
	}
	items := review.Items(reader.ReadWith(source.Text, reader.Options{Coder: r.coder, On: on}))
	if r.items == nil {
		r.items = map[string][]review.Item{}
	}
	if len(r.order) == mostReadings {
		delete(r.items, r.order[0])
		r.order = r.order[1:]
	}
	r.items[key], r.order = items, append(r.order, key)
	return items
}

type reviewed struct {
	Source string `path:"source" maxLength:"200"`
}

type deciding struct {
	Source string `path:"source" maxLength:"200"`
	Body   struct {
		Text     string          `json:"text" maxLength:"100" doc:"hash of the text that the decision was made on"`
		Decision review.Decision `json:"decision"`
	}
}

func (s *Server) reviewRoutes() {
	huma.Register(s.api, operation("review", http.MethodGet, "/api/reviews/{source}", "What was read in a source, and what was decided about it", 404, 409, 422),
		func(_ context.Context, in *reviewed) (*body[*ReviewDocument], error) {
			_, d, err := s.reviewOf(in.Source)
			return &body[*ReviewDocument]{d}, err
		})
	huma.Register(s.api, operation("decide", http.MethodPost, "/api/reviews/{source}", "Decide about an item; the line is added to review.jsonl", 403, 404, 409, 422), s.decide)
	huma.Register(s.api, operation("review-blocks", http.MethodGet, "/api/reviews/{source}/blocks", "The accepted statements as blocks of a world file", 404, 409, 422),
		func(_ context.Context, in *reviewed) (*struct {
			ContentType string `header:"Content-Type"`
			Body        []byte
		}, error,
		) {
			m, d, err := s.reviewOf(in.Source)
			if err != nil {
				return nil, err
			}
			return &struct {
				ContentType string `header:"Content-Type"`
				Body        []byte
			}{"text/plain; charset=utf-8", []byte(review.Blocks(&d.Queue, knownTo(m, in.Source)))}, nil
		})
}

// reviewOf reads a source's text as it is on disk now, and lays the log over it.
func (s *Server) reviewOf(id string) (*parley.Model, *ReviewDocument, error) {
	m, source, err := s.sourceNow(id)
	if err != nil {
		return nil, nil, err
	}
	log, err := s.readLog()
	if err != nil {
		return nil, nil, err
	}
	decisions, problems := review.ReadLog(log)
	q := review.Apply(id, s.readings.of(source), decisions, source.Text)
	return m, &ReviewDocument{*q, etagOf([]byte(source.Text)), s.o.ReadOnly, problems}, nil
}

// sourceNow is a source with its text as it stands on disk, which the watch may not have
// noticed yet.
func (s *Server) sourceNow(id string) (*parley.Model, *world.Source, error) {
	m, source := s.source(id)
	if source != nil && source.File != "" {
		if f, err := s.file(source.File); err != nil || f.Text != source.Text {
			if _, err := s.held.load(); err != nil {
				return nil, nil, err
			}
			m, source = s.source(id)
		}
	}
	switch {
	case source == nil:
		return nil, nil, huma.Error404NotFound("There is no source " + id + ".")
	case source.Text == "":
		return nil, nil, huma.Error409Conflict("The world holds no text of the source " + id + ", only its name.")
	case len(source.Text) > mostReviewed:
		return nil, nil, huma.Error422UnprocessableEntity(fmt.Sprintf("The text of %s has more than %d bytes; take it apart to review it.", id, mostReviewed))
	}
	return m, source, nil
}

// source finds a source in the files as they are; a world that is wrong elsewhere has its
// texts all the same.
func (s *Server) source(id string) (*parley.Model, *world.Source) {
	m, _ := s.held.now()
	for _, source := range m.World.Sources {
		if source.ID == id {
			return m, source
		}
	}
	return m, nil
}

// readLog is the log of decisions; empty where there is none yet.
func (s *Server) readLog() (log []byte, err error) {
	root, err := os.OpenRoot(s.o.Dir)
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // it was only read
	f, err := root.Open(reviewFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, huma.Error409Conflict(reviewFile + " cannot be read; it must be a file of the world's own directory.")
	}
	defer func() { _ = f.Close() }() // it was only read
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, huma.Error409Conflict(reviewFile + " is no plain file.")
	}
	log, err = io.ReadAll(io.LimitReader(f, review.MostLog+1))
	if err == nil && len(log) > review.MostLog {
		return nil, huma.Error409Conflict(fmt.Sprintf("%s has more than %d bytes; move it away to begin another.", reviewFile, review.MostLog))
	}
	return log, err
}

// decide adds a line to the log, if the text is still the one that was looked at.
func (s *Server) decide(_ context.Context, in *deciding) (*body[*ReviewDocument], error) {
	if s.o.ReadOnly {
		return nil, huma.Error403Forbidden("This server was started so that files cannot be saved; nothing can be decided.")
	}
	s.saving.Lock()
	defer s.saving.Unlock()
	_, d, err := s.reviewOf(in.Source)
	if err != nil {
		return nil, err
	}
	if d.Text != in.Body.Text {
		return nil, huma.Error409Conflict("The text of " + in.Source + " has changed on disk since it was shown. Nothing was decided; look at it again.")
	}
	decision, err := d.Prepare(in.Body.Decision, time.Now().UTC().Truncate(time.Second))
	if err != nil {
		return nil, huma.Error422UnprocessableEntity("This cannot be decided: " + err.Error() + ".")
	}
	line, err := decision.Line()
	if err != nil {
		return nil, huma.Error422UnprocessableEntity("This cannot be decided: " + err.Error() + ".")
	}
	if err := s.addLine(line); err != nil {
		return nil, err
	}
	_, d, err = s.reviewOf(in.Source)
	return &body[*ReviewDocument]{d}, err
}

// addLine adds to the log in one write. A line that a crash cut off before is ended first,
// so that it is named as broken and the new one counts.
func (s *Server) addLine(line []byte) (err error) {
	root, err := os.OpenRoot(s.o.Dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	f, err := root.OpenFile(reviewFile, os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o644)
	if err != nil {
		return huma.Error409Conflict(reviewFile + " cannot be written; it must be a file of the world's own directory.")
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if size := info.Size(); size > 0 {
		last := make([]byte, 1)
		if _, err := f.ReadAt(last, size-1); err != nil {
			return err
		}
		if last[0] != '\n' {
			line = append([]byte{'\n'}, line...)
		}
		if size+int64(len(line)) > review.MostLog {
			return huma.Error409Conflict(fmt.Sprintf("%s is full (%d bytes); move it away to begin another.", reviewFile, size))
		}
	}
	if _, err := f.Write(line); err != nil {
		return err
	}
	return f.Sync()
}

// knownTo is what blocks must not say a second time.
func knownTo(m *parley.Model, source string) review.Known {
	known := review.Known{Statements: map[string]string{}, Taken: map[string]bool{}}
	for _, p := range m.World.Persons {
		known.Persons = append(known.Persons, review.Person{ID: p.ID, Name: p.Name})
		known.Taken["person."+p.ID] = true
	}
	for _, st := range m.World.Statements {
		known.Taken["statement."+st.ID] = true
		if st.Source == source {
			known.Statements[st.Quote] = "statement." + st.ID
		}
	}
	for _, c := range m.World.Claims {
		known.Taken["claim."+c.ID] = true
		if c.Source == source {
			known.Statements[c.Quote] = "claim." + c.ID
		}
	}
	return known
}
