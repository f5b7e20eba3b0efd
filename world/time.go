package world

import (
	"fmt"
	"time"
)

// Period is the length of a step of time.
type Period int

// The lengths a period may have.
const (
	Month   Period = 1
	Quarter Period = 3
	Year    Period = 12
)

func (p Period) String() string {
	switch p {
	case Month:
		return "month"
	case Quarter:
		return "quarter"
	default:
		return "year"
	}
}

// Years is Δ, the length of a period in years.
func (p Period) Years() float64 { return float64(p) / 12 }

// Date is a day; the zero Date is one that was not given.
type Date struct {
	Year, Month, Day int
}

// ParseDate reads "2025-06-01" or "2025-06".
func ParseDate(s string) (Date, error) {
	for _, layout := range []string{"2006-01-02", "2006-01"} {
		if t, err := time.Parse(layout, s); err == nil {
			return Date{t.Year(), int(t.Month()), t.Day()}, nil
		}
	}
	return Date{}, fmt.Errorf("%q is not a date; write \"2025-06-01\" or \"2025-06\"", s)
}

// IsZero reports whether the date was not given.
func (d Date) IsZero() bool { return d == Date{} }

func (d Date) String() string {
	if d.Day <= 1 {
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

func (d Date) months() int { return d.Year*12 + d.Month - 1 }

// Duration is a span of time in months.
type Duration int

// Years is the duration in years.
func (d Duration) Years() float64 { return float64(d) / 12 }

// PeriodOf is the period that a date falls in, counted from 0 at the start;
// it may lie before the start or at or after the horizon.
func (w *World) PeriodOf(d Date) int {
	months := d.months() - w.Start.months()
	if months < 0 {
		return -1
	}
	return months / int(w.Period)
}

// Periods is the number of periods from the start to the horizon.
func (w *World) Periods() int { return int(w.Horizon) / int(w.Period) }

// Delta is Δ, the length of a period in years.
func (w *World) Delta() float64 { return w.Period.Years() }

// Label names the t-th point in time, 0 being the opening: "2025 Q1",
// "2025-03" or "2025". Quarters are named by the calendar quarter that their
// first month falls in.
func (w *World) Label(t int) string {
	m := w.Start.months() + t*int(w.Period)
	switch w.Period {
	case Month:
		return fmt.Sprintf("%04d-%02d", m/12, m%12+1)
	case Quarter:
		return fmt.Sprintf("%04d Q%d", m/12, m%12/3+1)
	default:
		return fmt.Sprintf("%04d", m/12)
	}
}

// Compare orders dates; a date without a day counts as the month's first.
func (d Date) Compare(e Date) int {
	key := func(x Date) int { return (x.Year*12+x.Month)*32 + max(x.Day, 1) }
	return key(d) - key(e)
}

// Before reports whether d comes before e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }
