package org.navette.query.rebuild;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = RebuildCommand.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Builds the read model anew from the log and puts it in the place of the live one, which serves meanwhile.",
            "It takes the variables of ticket-query. Exit code 1: the two differed, or it failed: the live one is then"
                    + " as it was, unless the output says otherwise."
        })
final class RebuildCommand extends ReadModelCommand {

    static final String NAME = "rebuild-read-model";

    @Option(names = "--no-comparison", description = "Don't compare the former read model with the new one.")
    private boolean withoutComparison;

    @Option(
            names = "--keep-former",
            description = "Keep the former one until the next rebuild, even where the two are equal.")
    private boolean keepFormer;

    RebuildCommand(Program program) {
        super(program);
    }

    @Override
    boolean run(Rebuild rebuild, int threads, Report report) {
        return rebuild.run(new Rebuild.Options(threads, !withoutComparison, keepFormer), report);
    }
}
