package io.kilowatch.deploy.program;

import io.kilowatch.deploy.bench.BenchCommand;
import io.kilowatch.deploy.command.Command;
import java.util.ArrayList;
import java.util.List;

/** Every command of the program. */
public final class Commands {
    private Commands() {}

    /** All of them, as help lists them. */
    public static List<Command> all() {
        List<Command> commands = new ArrayList<>();
        commands.add(TogetherCommands.demo());
        commands.add(TogetherCommands.all());
        commands.addAll(ServiceCommands.all());
        commands.add(RegistryCommands.registry());
        commands.add(RejectedCommands.rejected());
        commands.add(DeviceCommands.device());
        commands.add(EvidenceCommands.evidence());
        commands.add(EvidenceCommands.verify());
        commands.add(FreezeCommands.freeze());
        commands.add(SimulateCommands.simulate());
        commands.add(FeedCommands.replay());
        commands.add(FeedCommands.load());
        commands.add(FeedFileCommands.feed());
        commands.add(BenchCommand.command());
        return commands;
    }
}
