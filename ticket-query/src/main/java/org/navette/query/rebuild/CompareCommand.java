package org.navette.query.rebuild;

import picocli.CommandLine.Command;

@Command(
        name = CompareCommand.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Compares the live read model, document by document, with the one that rebuild-read-model --keep-former"
                    + " left.",
            "It takes the variables of ticket-query. Exit code 1: they differ, or could not be compared."
        })
final class CompareCommand extends ReadModelCommand {

    static final String NAME = "compare-read-models";

    CompareCommand(Program program) {
        super(program);
    }

    @Override
    boolean run(Rebuild rebuild, int threads, Report report) {
        return rebuild.compare(threads, report);
    }
}
