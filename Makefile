# One door for people and for CI. `make` alone lists what there is.

GO        ?= go
CORPORA   ?= ../shared
FUZZTIME  ?= 10m
TOOL       = $(GO) tool -modfile=tools/go.mod
LDFLAGS    = -s -w
export CGO_ENABLED ?= 0

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

build: ## build bin/onrecord and bin/onrecord-lab, static; TAGS=pdf adds the reader of PDF
	$(GO) build -tags '$(TAGS)' -trimpath -ldflags '$(LDFLAGS)' -o bin/ ./cmd/...

sample: ## read the bundled reports and print their record
	$(GO) run ./cmd/onrecord read testdata/reports

test: ## tests only
	$(GO) test ./...

check: format vet lint race ## everything that guards the code

format:
	@out=$$(gofmt -l $$(git ls-files '*.go')); test -z "$$out" || { echo "not formatted (run gofmt -w):"; echo "$$out"; exit 1; }
	$(GO) mod tidy -diff

vet:
	$(GO) vet ./...
	$(GO) vet -tags pdf ./ingest
	$(TOOL) staticcheck ./...

lint:
	$(TOOL) golangci-lint run ./...

# The race detector needs cgo; the product does not.
race:
	CGO_ENABLED=1 $(GO) test -race -timeout 30m ./...
	$(GO) test -tags pdf ./ingest

soak: ## the fault tests in long form: 50 workers killed, 50 cuts of the network, ten times the reports
	$(GO) test ./queue -run 'Kill|Full|Stop|Cut|Clock' -timeout 60m -kills 50 -reports 40000 -seed $${SEED:-1} -v

fuzz: ## every reader of strangers' bytes and the whole path, FUZZTIME (10m) each
	for t in work:Whole ingest:Sniffed ingest:Lines ingest:Objects ingest:Archive ingest:Crawl ingest:NewsXML ingest:Mailbox ingest:PDF feeds:Parse feeds:Robots; do \
		$(GO) test -tags pdf ./$${t%%:*} -run '^$$' -fuzz "^Fuzz$${t##*:}$$" -fuzztime $(FUZZTIME) -parallel 1 || exit 1; done

eval: build ## scores on the dev sets into lab/scores.md and web/scores.tsv; fails below lab/floors.json
	bin/onrecord-lab eval --corpora $(CORPORA)
	$(GO) test ./web -run Scores -update

golden: ## rewrite what tests expect: records of testdata/reports, docs/cli.md, docs/export.md, the API's description
	$(GO) test ./cmd/onrecord -run 'Golden|CommandPage' -update
	$(GO) test ./api ./export -update

pictures: ## take the pictures of README and docs/serve.md again, in Chromium
	$(GO) test ./cmd/onrecord -run Pictures -update

bench: ## benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

# Each model reads with the ones before it, so the program is built anew for each.
models: ## learn every model but the encoder again from the corpora
	for m in ud known-names coref-tables coref-pronouns polnear relations readings; do \
		$(GO) run ./cmd/onrecord-lab train --corpora $(CORPORA) $$m || exit 1; done

known-names: ## make the finder of names know what the tables of actors know
	$(GO) run ./cmd/onrecord-lab train known-names

.PHONY: soak pictures fuzz known-names help build sample test check format vet lint race eval golden bench models
