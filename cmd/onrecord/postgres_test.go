package main

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"onrecord/store/postgres/pgtest"
)

// withServer stops the tests' PostgreSQL server behind them.
type withServer struct{ *testing.M }

func (w withServer) Run() int { return pgtest.Main(w.M) }

// TestPostgresScripts runs the commands on PostgreSQL and on a file side by side.
func TestPostgresScripts(t *testing.T) {
	pgtest.Address(t) // skips here, not inside
	testscript.Run(t, testscript.Params{
		Dir: "testdata/postgres",
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			e.Setenv("SERVER", pgtest.Address(t))
			e.Setenv("OTHER", pgtest.Address(t))
			return nil
		},
	})
}
