package main

import (
	"maps"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"onrecord/pipeline"
)

func (a *app) versionCommand() *cobra.Command {
	var models bool
	c := &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Long: `Print the version. With --models also what else makes up the provenance of an entry: the
version of the codebook and the digest of each model. Two programs that print the same give the
same entries.`,
		Example: `  onrecord version --models`,
		Args:    cobra.NoArgs,
		RunE:    command(func(*cobra.Command, []string) error { return a.version(models) }),
	}
	c.Flags().BoolVar(&models, "models", false, "print the codebook's version and the models' digests too")
	return c
}

func (a *app) version(models bool) error {
	err := a.print("onrecord %s (%s, %s/%s)\n", pipeline.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	if err != nil || !models {
		return err
	}
	stations, err := a.load()
	if err != nil {
		return err
	}
	if err := a.print("%-24s %s\n", "codebook", stations.Made.Codebook); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(stations.Made.Models)) {
		if err := a.print("%-24s %s\n", name, stations.Made.Models[name]); err != nil {
			return err
		}
	}
	return nil
}
