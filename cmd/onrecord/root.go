package main

import (
	"errors"

	"github.com/spf13/cobra"
)

const rootHelp = `onrecord reads news reports and keeps the record: who said what about whom, who did
what to whom, when, and according to whom - each line with the exact words that prove it.

A report is a text or HTML file, a line of a JSONL file, or a file of a txtar archive. What
is read from it is its entry: statements (SAID), events (DID), and what could not be read
(ISSUE). Numbers such as 412-438 are bytes of the report's text.

The database is one file: --db, else $ONRECORD_DB, else $XDG_DATA_HOME/onrecord/onrecord.db. For many
machines it is a PostgreSQL database: postgres://USER:PASSWORD@HOST:PORT/NAME.
Exit status: 0 all well; 1 some input or the database could not be used, the rest was
processed; 2 wrong usage.`

const rootExamples = `  onrecord read report.txt                     print the record of a report
  onrecord read --json pages/ > entries.jsonl  entries for other programs
  onrecord add pages/*.html                    read and keep
  onrecord watch feeds.opml                    add what feeds name, as it comes
  onrecord code < in.jsonl > out.jsonl         a stream of reports to a stream of entries
  onrecord search by:weber kind:deny           find what somebody denied
  onrecord show 3fa9c1                         the text with everything marked
  onrecord export --format csv --what events   one row an event
  onrecord compare Russia Taliban              where two actors stand together, and where not`

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "onrecord",
		Short:         "Who said what, who did what, with the exact words",
		Long:          rootHelp,
		Example:       rootExamples,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.PersistentFlags().StringVar(&a.database, "db", "", "database `file`, or postgres:// address (default $ONRECORD_DB or $XDG_DATA_HOME/onrecord/onrecord.db)")
	root.PersistentFlags().Var(new(memoryLimit), "max-memory", "memory to stay within where that can be done, such as 800MB")
	root.AddCommand(a.readCommand(), a.addCommand(), a.watchCommand(), a.codeCommand(), a.searchCommand(), a.showCommand(), a.exportCommand(), a.serveCommand(), a.mcpCommand(), a.versionCommand(), a.removeCommand(), a.copyCommand(), a.migrateCommand())
	root.AddCommand(a.enqueueCommand(), a.workCommand(), a.statusCommand())
	root.AddCommand(a.deriveCommand(), a.timelineCommand(), a.actorCommand(), a.positionsCommand(), a.compareCommand(), a.denialsCommand(), a.originsCommand(), a.diffCommand())
	return root
}

// command makes a RunE that tells errors of the deed from errors of usage.
func command(deed func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		err := deed(c, args)
		var wrong *usageError
		if err == nil || errors.As(err, &wrong) {
			return err
		}
		return &ranError{err}
	}
}

// offer completes a flag's values in a shell.
func offer(c *cobra.Command, flag string, values ...cobra.Completion) {
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic("flag --" + flag + " is offered before it is made")
	}
}
