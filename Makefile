# SPDX-License-Identifier: GPL-3.0-or-later
# The two commands of a newcomer are `make run` and `make test`; `make help` lists the others.

SCENARIO ?= Scenarios/flagship-year.yaml
OUTPUT   ?= out
SHOPS    ?= Scenarios
SWIFT    ?= swift
INQUIRY   = .build/release/inquiry
# Where `make install` installs: below $(DESTDIR)$(PREFIX), as packages want it.
PREFIX   ?= /usr/local
DESTDIR  ?=
# What `make dist`, `make deb` and `make install` build: a program for machines without Swift.
PORTABLE  = .build-dist/release/inquiry
LIBRARIES = .build-dist/checkouts
DIST     ?= dist
# Further arguments of these builds, as Homebrew's --disable-sandbox.
SWIFT_FLAGS ?=
export SWIFT

.PHONY: help run serve test test-page test-slurm test-exports test-notebooks page-pictures build lint format scenarios reference reference-check sanitize fuzz faults bench bench-check bench-baseline bench-sizing bench-scores bench-plan bench-covers bench-rosters bench-live bench-forecast bench-decide bench-peers portable dist deb install dependencies clean

help:
	@echo 'make run        compare the plans of $(SCENARIO) (SCENARIO=… for another), results in $(OUTPUT)/'
	@echo 'make serve      open the page of the scenarios in $(SHOPS) (SHOPS=… for another folder or file)'
	@echo 'make test       run all tests, optimised'
	@echo 'make test-page  try the page in a real browser'
	@echo 'make page-pictures  take pictures of the page, in $(OUTPUT)/page/'
	@echo 'make test-slurm run a study on a Slurm of two nodes on this machine, and hurt it'
	@echo 'make test-exports  read tables with DuckDB, pandas, openpyxl, pyarrow and SQLite'
	@echo 'make test-notebooks  execute the notebooks of Examples/notebooks over a run'
	@echo 'make build      build .build/release/inquiry'
	@echo 'make install    install it below PREFIX (/usr/local; DESTDIR for packages), with its manual page'
	@echo 'make dist       pack an archive for machines without Swift in $(DIST)/; make deb: a Debian package'
	@echo 'make lint       check the formatting'
	@echo 'make format     format the sources'
	@echo 'make scenarios  run every file in Scenarios/ once, small'
	@echo 'make reference  write the reference pages in Documentation/ anew'
	@echo 'make reference-check  fail where one of these pages is not as the program writes it'
	@echo 'make sanitize   run a short set of tests under the address and thread sanitizers'
	@echo 'make fuzz       run libFuzzer over the readers of files, fifteen minutes in all'
	@echo 'make faults     kill, signal, starve and pair runs of the program, and look at what they leave'
	@echo 'make bench      measure the workloads and the parts of the engine: a table, and JSON in Benchmarks/results/'
	@echo 'make bench-check  count instructions, allocations and memory against the thresholds'
	@echo 'make bench-baseline  renew those thresholds, after a change of the engine that is wanted'
	@echo 'make bench-sizing  compare sizes by month with the cheapest of all, on three shops'
	@echo 'make bench-scores  read and grade a log of two million messages'
	@echo 'make bench-plan  set required people beside queueing theory, and say how long a week takes'
	@echo 'make bench-rosters  solve the rostering instances in DATA=folder, beside the best known'
	@echo 'make bench-live say how long the page waits for the first answer to a move'
	@echo 'make bench-forecast  compare forecasts with simple methods, on simulated histories and those in DATA=folder'
	@echo 'make bench-decide  score decisions on simulated histories: promises kept, people and yuan beyond hindsight'
	@echo 'make bench-peers  compare the engine with C++, SimPy and Ciw on one core'

dependencies:
	@scripts/install-dependencies

build: dependencies
	@echo '==> building inquiry (the first time takes about seven minutes on two cores)'
	@scripts/note-revision .build
	@$(SWIFT) build -c release --product inquiry --manifest-cache none

run: build
	@echo '==> inquiry compare $(SCENARIO) --output $(OUTPUT)'
	@$(INQUIRY) compare $(SCENARIO) --output $(OUTPUT)

serve: build
	@exec $(INQUIRY) serve $(SHOPS)

test: dependencies
	@echo '==> building and running the tests, optimised'
	@$(SWIFT) test -c release --disable-testable-imports

test-page: build
	@scripts/install-dependencies page
	@echo '==> trying the page in Chromium'
	@python3 Tests/PageTests/page_tests.py $(INQUIRY)

page-pictures: build
	@scripts/install-dependencies page
	@python3 Tests/PageTests/shots.py $(INQUIRY) $(OUTPUT)/page

# Installs Slurm where it may.
test-slurm: build
	@scripts/test-slurm $(INQUIRY)

# Fetches the Python packages that they need where they are not there, as does the next.
test-exports: build
	@scripts/test-exports $(INQUIRY)

test-notebooks: build
	@scripts/test-notebooks $(INQUIRY)

lint:
	@$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Examples Benchmarks/Package.swift Benchmarks/Engine Benchmarks/Parts Benchmarks/Sizing Benchmarks/Scorecards Benchmarks/Live

format:
	@$(SWIFT) format --in-place --recursive Package.swift Sources Tests Examples Benchmarks/Package.swift Benchmarks/Engine Benchmarks/Parts Benchmarks/Sizing Benchmarks/Scorecards Benchmarks/Live

scenarios: build
	@set -e; for file in Scenarios/*.yaml; do \
	  echo "==> $$file"; $(INQUIRY) compare "$$file" --replications 2 --quick --output "$(OUTPUT)/ci/$$(basename "$$file" .yaml)"; \
	done

reference: build
	@scripts/reference-pages $(INQUIRY) Documentation

# Compares with the pages themselves, so that it needs no clean working tree.
reference-check: build
	@set -e; fresh=$$(mktemp -d); trap 'rm -rf "$$fresh"' EXIT; \
	  scripts/reference-pages $(INQUIRY) "$$fresh"; stale=0; \
	  for page in "$$fresh"/*; do \
	    cmp -s "$$page" "Documentation/$${page##*/}" || \
	      { echo "Documentation/$${page##*/} is stale: run make reference and commit it" >&2; stale=1; }; \
	  done; exit $$stale

SHORT_TESTS = 'CalendarsTests|PricingTests|StatisticsTests|WorkforceTests|SimulationEngineTests|ScenarioFilesTests|NumericalMethodsTests|ReportingTests'

# Leaks are not looked for: the test library's own would fail every run.
sanitize: dependencies
	@echo '==> address sanitizer'
	@ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --scratch-path .build-address --sanitize=address --filter $(SHORT_TESTS) --skip SamplerTests
	@echo '==> thread sanitizer'
	@$(SWIFT) test --scratch-path .build-thread --sanitize=thread --filter ExperimentsTests --skip SteadyStateTests

fuzz: dependencies
	@SWIFT=$(SWIFT) scripts/fuzz

faults: build
	@scripts/faults --program $(INQUIRY)

# Fetches and builds the benchmark package; nothing of it is part of the product.
bench: dependencies
	@mkdir -p Benchmarks/results
	@echo '==> building and running the benchmarks (the first time takes some minutes)'
	@cd Benchmarks && bash -o pipefail -c '$(SWIFT) package --allow-writing-to-package-directory benchmark baseline update last --no-progress --quiet 2>&1 | ../scripts/follow results/bench.log' || { cat results/bench.log; exit 1; }
	@cd Benchmarks && $(SWIFT) package --allow-writing-to-package-directory benchmark baseline read last --no-progress --format jmh --path results >> results/bench.log 2>&1 || { cat results/bench.log; exit 1; }
	@python3 Benchmarks/table.py

bench-check: build
	@[ "$$(uname -s)" = Darwin ] || scripts/install-dependencies valgrind
	@echo '==> instructions, allocations and memory of small fixed runs'
	@python3 Benchmarks/check/check.py

bench-baseline: build
	@scripts/install-dependencies valgrind
	@python3 Benchmarks/check/check.py --renew

bench-sizing: dependencies
	@$(SWIFT) run -c release SizingBenchmark

bench-scores: dependencies
	@$(SWIFT) run -c release ScorecardBenchmark

bench-plan: dependencies
	@$(SWIFT) run -c release PlanBenchmark

# Optima are proved by HiGHS, in SciPy: PYTHON has it.
bench-covers: dependencies
	@mkdir -p Benchmarks/results/covers
	@$(SWIFT) build -c release --product CoverBenchmark
	@.build/release/CoverBenchmark --export Benchmarks/results/covers
	@$(or $(PYTHON),python3) Benchmarks/Covers/highs.py Benchmarks/results/covers
	@.build/release/CoverBenchmark Benchmarks/results/covers

# Ten minutes each, or SECONDS.
bench-rosters: dependencies
	@$(SWIFT) run -c release RosterBenchmark $(DATA) --seconds $(or $(SECONDS),600)

bench-live: dependencies
	@$(SWIFT) run -c release LiveBenchmark

# MSTL + ETS and Prophet take part where PYTHON has statsforecast and prophet.
bench-forecast: dependencies
	@mkdir -p Benchmarks/results/forecast
	@$(SWIFT) build -c release --product ForecastBenchmark
	@.build/release/ForecastBenchmark --export Benchmarks/results/forecast $(DATA)
	@$(or $(PYTHON),python3) Benchmarks/Forecast/peers.py Benchmarks/results/forecast
	@.build/release/ForecastBenchmark --peers Benchmarks/results/forecast $(DATA)

# Half an hour on two cores, or less with ARGUMENTS='--draws 1'.
bench-decide: dependencies
	@$(SWIFT) run -c release DecisionBenchmark $(ARGUMENTS)

# Needs g++ and Python 3; other engines alone: python3 Benchmarks/peers/run.py --help
bench-peers: build
	@python3 Benchmarks/peers/run.py

portable: dependencies
	@echo '==> building inquiry for machines without Swift (the first time takes about seven minutes on two cores)'
	@scripts/build-portable $(SWIFT_FLAGS)

dist: portable
	@scripts/dist $(PORTABLE) $(LIBRARIES) $(DIST)

deb: portable
	@scripts/dist $(PORTABLE) $(LIBRARIES) $(DIST) deb

install: portable
	@scripts/install-files $(PORTABLE) $(LIBRARIES) "$(DESTDIR)$(PREFIX)"
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/inquiry"

clean:
	@rm -rf .build .build-* $(OUTPUT) $(DIST)
