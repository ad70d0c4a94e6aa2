package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"onrecord/lab"
)

func trainCommand(from func() lab.Corpora) *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "train MODEL...|all",
		Short: "Learn models again from the corpora",
		Long: `train learns models and writes their weights where the product embeds them. A
later model reads with the earlier ones, so build again between the steps, or use
"make models", which does. Same corpora and same program give the same bytes.

Models, in order:
` + modelList(),
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, name := range args {
				if err := learn(cmd, from(), name, out); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "write all weights into this folder instead")
	return cmd
}

func models() []model {
	var all []model
	for _, t := range tasks() {
		all = append(all, t.models...)
	}
	return all
}

func modelList() string {
	list := ""
	for _, m := range models() {
		list += fmt.Sprintf("  %-16s into %s\n", m.name, m.folder)
	}
	return list
}

// learn makes one model, or with "all" every one with the program as it is.
func learn(cmd *cobra.Command, c lab.Corpora, name, out string) error {
	found := false
	for _, m := range models() {
		if m.name != name && name != "all" {
			continue
		}
		found = true
		folder := m.folder
		if out != "" {
			folder = out
		}
		start := time.Now()
		if err := m.learn(cmd.Context(), c, folder, cmd.ErrOrStderr()); err != nil {
			return fmt.Errorf("train %s: %w", m.name, err)
		}
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: done in %s\n", m.name, time.Since(start).Round(time.Second))
	}
	if !found {
		return fmt.Errorf("%w: no model %q; there are\n%s", errNoTask, name, modelList())
	}
	return nil
}
