package main

import (
	"runtime"

	"github.com/spf13/cobra"

	"onrecord/pipeline"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE: command(func(*cobra.Command, []string) error {
			return a.print("onrecord %s (%s, %s/%s)\n", pipeline.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
		}),
	}
}
