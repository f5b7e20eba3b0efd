package discovery

import (
	"encoding/csv"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

// ethanol is the data set of Bryant & Lempert 2010: 882 cases, nine inputs, 89 of interest.
func ethanol(t testing.TB) Cases {
	t.Helper()
	f, err := os.Open("../../../shared/data/scenario_discovery/ethanol_882.csv")
	if err != nil {
		t.Skip("the ethanol data set of Bryant & Lempert 2010 is not here: ", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	names := rows[0]
	last := len(names) - 1
	c := Cases{X: make([][]float64, last)}
	for _, name := range names[:last] {
		c.Dimensions = append(c.Dimensions, Dimension{Name: name})
	}
	for _, row := range rows[1:] {
		for j := range last {
			v, err := strconv.ParseFloat(row[j], 64)
			if err != nil {
				t.Fatal(err)
			}
			c.X[j] = append(c.X[j], v)
		}
		c.Y = append(c.Y, row[last] == "1")
	}
	return c
}

// corner is the synthetic set of the requirement: uniform inputs, three of which matter,
// and labels flipped with a chance of 5 %.
func corner(rows, inputs int, seed uint64) Cases {
	r := rand.New(rand.NewPCG(seed, 1))
	c := Cases{X: make([][]float64, inputs), Y: make([]bool, rows)}
	for j := range inputs {
		c.Dimensions = append(c.Dimensions, Dimension{Name: "x" + strconv.Itoa(j+1)})
		c.X[j] = make([]float64, rows)
		for i := range rows {
			c.X[j][i] = r.Float64()
		}
	}
	for i := range rows {
		c.Y[i] = c.X[0][i] > 0.6 && c.X[1][i] < 0.4 && c.X[2][i] > 0.2
		if r.Float64() < 0.05 {
			c.Y[i] = !c.Y[i]
		}
	}
	return c
}

func prepare(t testing.TB, c Cases) *Table {
	t.Helper()
	table, err := Prepare(c)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func find(t testing.TB, table *Table, o Options) *Result {
	t.Helper()
	r, err := table.Find(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
