package parley_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestNoFusedProducts holds the promise that the same world, seed and version
// give the same bits on every machine: compilers for machines with fused
// multiply-add instructions may use one for x*y + z unless the product is
// written float64(x*y). It compiles what computes for such a machine and looks.
func TestNoFusedProducts(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the standard library for another machine")
	}
	packages := []string{"elementary", "theory", "chance", "design", "world", "sim", "analysis", "analysis/decision", "analysis/discovery", "analysis/sensitivity"}
	args := []string{"build", "-gcflags=-S"}
	for _, p := range packages {
		args = append(args, "./"+p)
	}
	build := exec.CommandContext(t.Context(), "go", args...)
	build.Env = append(os.Environ(), "GOARCH=arm64", "GOOS=linux", "CGO_ENABLED=0", "GOEXPERIMENT=")
	out, err := build.CombinedOutput()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	if !strings.Contains(string(out), "FMULD") {
		t.Fatal("the listing shows no multiplication at all: the test cannot see what it looks for")
	}
	fused := regexp.MustCompile(`\(([^()]*\.go:\d+)\)\s+FN?M(?:ADD|SUB)[DS]`)
	seen := map[string]bool{}
	for _, m := range fused.FindAllStringSubmatch(string(out), -1) {
		if !seen[m[1]] {
			seen[m[1]] = true
			t.Errorf("%s: a product is fused with a sum; write it float64(x*y)", m[1])
		}
	}
}
