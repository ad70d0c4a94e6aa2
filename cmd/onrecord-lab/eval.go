package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"onrecord/lab"
)

// Where scores and floors live, seen from the module root.
const (
	scoresFile = "lab/scores.md"
	floorsFile = "lab/floors.json"
)

func evalCommand(from func() lab.Corpora) *cobra.Command {
	return &cobra.Command{
		Use:   "eval [TASK...]",
		Short: "Score the dev sets and hold them to their floors",
		Long: `eval scores the product on the development sets. With no task it scores all of
them and writes lab/scores.md; with tasks it prints those. It fails if a figure
lies below its floor in lab/floors.json. Run it at the module root.

Tasks:
` + taskList(func(t task) bool { return t.evaluate != nil }),
		RunE: func(cmd *cobra.Command, args []string) error {
			figures, err := measure(cmd, from(), args)
			if err != nil {
				return err
			}
			floors, err := lab.ReadFloors(floorsFile)
			if err != nil {
				return err
			}
			if err := publish(cmd, figures, floors, len(args) == 0); err != nil {
				return err
			}
			return lab.CheckFloors(figures, floors)
		},
	}
}

// measure evaluates the tasks named, or all.
func measure(cmd *cobra.Command, c lab.Corpora, names []string) ([]lab.Figure, error) {
	has := func(t task) bool { return t.evaluate != nil }
	var chosen []task
	for _, t := range tasks() {
		if has(t) && len(names) == 0 {
			chosen = append(chosen, t)
		}
	}
	for _, name := range names {
		t, err := findTask(name, has)
		if err != nil {
			return nil, err
		}
		chosen = append(chosen, t)
	}
	var figures []lab.Figure
	for _, t := range chosen {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s ...\n", t.name)
		more, err := t.evaluate(cmd.Context(), c)
		if err != nil {
			return nil, fmt.Errorf("evaluate %s: %w", t.name, err)
		}
		figures = append(figures, more...)
	}
	return figures, nil
}

// publish prints the table and, after a whole run, keeps it in the repository.
func publish(cmd *cobra.Command, figures []lab.Figure, floors map[string]float64, whole bool) error {
	if err := lab.WriteScores(cmd.OutOrStdout(), figures, floors); err != nil || !whole {
		return err
	}
	f, err := os.Create(scoresFile)
	if err != nil {
		return err
	}
	if err := lab.WriteScores(f, figures, floors); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
