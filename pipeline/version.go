package pipeline

import (
	"cmp"
	"runtime/debug"
)

// Version is the version of the program: the module's, with the commit that it
// was built from, as the Go tool noted it. "devel" if it noted nothing.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "(devel)" {
		return "devel"
	}
	return cmp.Or(info.Main.Version, "devel")
}
