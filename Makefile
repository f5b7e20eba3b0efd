# parley: make run | test | test-page | check | fix | bench | fuzz | golden | build
# What Go needs is fetched by go itself, pinned in go.mod and tools/go.mod; what the page
# needs by npm, pinned in web/package-lock.json.

GO      ?= go
EXAMPLE ?= examples/linked-theatres
TOOL     = GOEXPERIMENT= $(GO) tool -modfile=tools/go.mod
FUZZTIME ?= 20s
LDFLAGS  = -s -w -buildid=

# Vector kernels for the engine's columns, where the toolchain has them; without
# them the results are the same to the bit, only slower.
export GOEXPERIMENT ?= $(if $(filter amd64,$(shell $(GO) env GOARCH)),simd)

# The page of the workbench is built by Node and embedded. Without Node the program
# is built without it, and `parley serve` says how to get it.
PAGE     = web/dist/index.html
MODULES  = web/node_modules/.package-lock.json
NODE    := $(shell command -v npm)

.PHONY: run build page test test-page screenshots check fix bench fuzz score golden clean

run: build
	bin/parley run $(EXAMPLE)

build: export GOFLAGS += $(if $(NODE),-tags=page)
build: $(if $(NODE),$(PAGE))
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '$(LDFLAGS)' -o bin/parley ./cmd/parley

page: $(PAGE)

$(MODULES): web/package-lock.json
	@cd web && npm ci --silent --no-fund --no-audit
	@touch $@

$(PAGE): $(MODULES) $(shell find web/src web/public web/index.html web/vite.config.ts web/tsconfig.json -type f)
	@cd web && npm run --silent build -- --logLevel warn

# The page as its users use it, in headless Chromium.
test-page: build
	cd web && npm test

# The pictures of the page in docs/.
screenshots: build
	cd web && node test/screenshots.mjs

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
	$(GO) test -run '^$$' -fuzz FuzzComplete -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./lang
	$(GO) test -run '^$$' -fuzz FuzzRead -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./reader
	$(GO) test -run '^$$' -fuzz FuzzDecode -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./reader/input
	$(GO) test -run '^$$' -fuzz FuzzNames -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./internal/serve
	$(GO) test -run '^$$' -fuzz FuzzVariants -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./internal/serve
	$(GO) test -run '^$$' -fuzz FuzzWrite -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./diag
	$(GO) test -run '^$$' -fuzz FuzzSentence -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./reader/event
	$(GO) test -run '^$$' -fuzz FuzzAnswers -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./reader/assist
	$(GO) test -run '^$$' -fuzz FuzzLog -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./reader/review

# How well texts are read, on the gold sets beside the project, where they are there.
score:
	@$(GO) test -count=1 -v -run 'PolNeAR|CaRB|ScorePetrarch' ./reader ./reader/event | grep -v '^=== RUN\|^ok\|^PASS'

golden:
	$(GO) test . ./cmd/parley ./diag ./internal/report ./lang ./world -update

clean:
	rm -rf bin web/dist
