package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"onrecord/lab/ud"
	"onrecord/language"
)

func predictCommand() *cobra.Command {
	var goldTokens bool
	cmd := &cobra.Command{
		Use:   "predict TASK < IN > OUT",
		Short: "Read a corpus file, write it with predicted labels",
		Long: `predict reads a corpus file in its own format, ignores its gold labels and writes
the same format with predicted ones.

Tasks:
` + taskList(func(t task) bool { return t.predict != nil }),
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			t, err := findTask(args[0], func(t task) bool { return t.predict != nil })
			if err != nil {
				return err
			}
			predict := t.predict
			if goldTokens {
				if t.name != "ud" {
					return fmt.Errorf("--gold-tokens is for ud, not for %s", t.name)
				}
				predict = predictGoldTokens
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			if err := predict(cmd.Context(), bufio.NewReader(cmd.InOrStdin()), out); err != nil {
				return fmt.Errorf("predict %s: %w", t.name, err)
			}
			return out.Flush()
		},
	}
	cmd.Flags().BoolVar(&goldTokens, "gold-tokens", false, "keep the sentences and words of the file (ud)")
	return cmd
}

// predictGoldTokens predicts tags and syntax for the words that the file gives.
func predictGoldTokens(ctx context.Context, in io.Reader, out io.Writer) error {
	reader, err := language.Load()
	if err != nil {
		return err
	}
	return ud.Options{GoldTokens: true}.Predict(ctx, reader, in, out)
}

func taskList(has func(task) bool) string {
	var b strings.Builder
	for _, t := range tasks() {
		if has(t) {
			fmt.Fprintf(&b, "  %-16s %s\n", t.name, t.about)
		}
	}
	return b.String()
}

func findTask(name string, has func(task) bool) (task, error) {
	for _, t := range tasks() {
		if t.name == name && has(t) {
			return t, nil
		}
	}
	return task{}, fmt.Errorf("%w here: %q; there are\n%s", errNoTask, name, taskList(has))
}
