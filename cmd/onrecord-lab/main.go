// Command onrecord-lab makes the models of onrecord and measures it. Nothing of
// it is needed to build or run the product. One file holds one subcommand; which
// tasks there are stands in tasks.go.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"onrecord/lab"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := rootCommand().ExecuteContext(ctx)
	stop()
	if err != nil {
		fmt.Fprintf(os.Stderr, "onrecord-lab: %v\n", err)
		os.Exit(1)
	}
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "onrecord-lab",
		Short: "Make the models of onrecord and measure it",
		Long: `onrecord-lab makes the models that ship inside onrecord and measures the product
on the development sets. It needs the corpora folder, by default ../shared.`,
		Example: `  onrecord-lab eval                      all dev sets, scores into lab/scores.md
  onrecord-lab eval ud ner               two tasks, printed only
  onrecord-lab train ud                  learn ends of sentences and lemmas again
  onrecord-lab predict ud < dev.conllu > mine.conllu
  onrecord-lab bench                     words a second of each stage
  onrecord-lab attribution               what rules and models add, the commonest faults`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	var corpora string
	root.PersistentFlags().StringVar(&corpora, "corpora", string(lab.DefaultCorpora), "folder that holds corpora, seeds and gold")
	from := func() lab.Corpora { return lab.Corpora(corpora) }
	root.AddCommand(evalCommand(from), trainCommand(from), predictCommand(), benchCommand(), precisionCommand(from), attributionCommand(from), synthCommand())
	return root
}
