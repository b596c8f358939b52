# Bihuan: two commands matter, `make run` and `make test`.
SHELL := /bin/bash
CONFIG ?= debug
PORT ?= 8080
DATA ?= .build/demo
SWIFT_BUILD = swift build -c $(CONFIG) --explicit-target-dependency-import-check error

.PHONY: run test check bench build need need-test format docs

## Build, fill a fresh data folder with a fictional district, and serve it.
run: build
	rm -rf "$(DATA)" "$(DATA).keys"
	"$$($(SWIFT_BUILD) --show-bin-path)/bihuan" serve --data "$(DATA)" --port $(PORT) --demo

## Everything on SQLite and on a PostgreSQL that the tests start themselves, and a browser.
test: need-test
	scripts/test

## What `test` does, and format, lint and docs.
check: need-test
	swift format lint --strict -r Sources Tests Tools Package.swift
	scripts/docs --check
	scripts/test

bench: need
	scripts/bench

build: need
	$(SWIFT_BUILD) --product bihuan

format:
	swift format -i -r Sources Tests Tools Package.swift

docs: build
	scripts/docs

need:
	@scripts/need run

need-test:
	@scripts/need test
