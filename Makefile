# parley: make run | test | check | fix | bench | fuzz | golden | build
# Everything needed is fetched by go itself, pinned in go.mod and tools/go.mod.

GO      ?= go
EXAMPLE ?= examples/linked-theatres
TOOL     = GOEXPERIMENT= $(GO) tool -modfile=tools/go.mod
FUZZTIME ?= 20s
LDFLAGS  = -s -w -buildid=

# Vector kernels for the engine's columns, where the toolchain has them; without
# them the results are the same to the bit, only slower.
export GOEXPERIMENT ?= $(if $(filter amd64,$(shell $(GO) env GOARCH)),simd)

.PHONY: run build test check fix bench fuzz golden clean

run: build
	bin/parley run $(EXAMPLE)

build:
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '$(LDFLAGS)' -o bin/parley ./cmd/parley

test:
	$(GO) test -count=1 ./...

check:
	@test -z "$$($(TOOL) gofumpt -modpath parley -extra=group_params -l $$(git ls-files -co --exclude-standard '*.go'))" || { $(TOOL) gofumpt -modpath parley -extra=group_params -l $$(git ls-files -co --exclude-standard '*.go'); echo 'run: make fix'; exit 1; }
	$(GO) mod tidy -diff
	$(GO) vet ./...
	$(TOOL) staticcheck ./...
	$(TOOL) golangci-lint run

fix:
	$(TOOL) gofumpt -modpath parley -extra=group_params -w $$(git ls-files -co --exclude-standard '*.go')
	$(TOOL) golangci-lint run --fix
	$(GO) mod tidy

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

fuzz:
	$(GO) test -run '^$$' -fuzz FuzzLoad -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./lang
	$(GO) test -run '^$$' -fuzz FuzzSweeps -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./elementary
	$(GO) test -run '^$$' -fuzz FuzzLaws -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./chance
	$(GO) test -run '^$$' -fuzz FuzzWrite -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./diag

golden:
	$(GO) test . ./cmd/parley ./diag ./internal/report ./lang ./world -update

clean:
	rm -rf bin
