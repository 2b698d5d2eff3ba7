package dev.parley.it.crash;

import dev.parley.it.server.ParleyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jboss.byteman.agent.Main;

/**
 * Ends a server's process at a point of one transaction: the next one that a certain method of Parley takes part in
 * after the fuse was lit. The rules are in the server from its start, and do nothing until files tell them to.
 */
public final class Fuse {

    /** Whose transaction it is. */
    public enum Transaction {
        REQUEST("dev.parley.engine.run.RequestConsumer", "received"),
        ANSWER("dev.parley.engine.run.AnswerConsumer", "received"),
        WORK("dev.parley.engine.run.WorkConsumer", "receiveShared(jakarta.jms.Message)"),
        ISOLATED_WORK("dev.parley.engine.run.WorkConsumer", "receiveIsolated(jakarta.jms.Message)"),
        ACCEPTANCE("dev.parley.engine.run.RequestAcceptor", "commit(java.util.List)"),
        MAIL_FROM_JMS("dev.parley.relay.engine.MailConsumer", "received"),
        MAIL_REPLY("dev.parley.relay.engine.MailReplies", "commit(java.util.List)"),
        GRANT_FROM_JMS("dev.parley.renewal.engine.GrantConsumer", "received"),
        /** A holder is asked in it. */
        GRANT_PING("dev.parley.renewal.engine.GrantMessages", "ping"),
        /** Who waited is granted something in it. */
        GRANT_HANDED_ON("dev.parley.renewal.engine.GrantMessages", "granted"),
        EVENT_FROM_JMS("dev.parley.topic.engine.EventConsumer", "received"),
        /** Events are sent to subscribers in it. */
        EVENT_DELIVERED("dev.parley.topic.engine.QueueDelivery", "deliver"),
        SLIP_FROM_JMS("dev.parley.slip.engine.SlipConsumer", "order"),
        /** Slips that travel are received in it. */
        SLIP_HOP("dev.parley.slip.engine.SlipBatch", "travel"),
        /** A person's command, or a cancel, is decided on in it. */
        INTERVENTION("dev.parley.engine.run.Intervention", "happen"),
        /** The wait of a process is over in it. */
        WAIT_IS_OVER("dev.parley.process.rule.DueRule", "ended"),
        /** What a slip that goes back undoes is asked in it. */
        SLIP_BACK("dev.parley.slip.SlipPolicy", "compensation");

        final String type;
        final String method;

        Transaction(String type, String method) {
            this.type = type;
            this.method = method;
        }
    }

    private final ParleyServer server;
    private final Path directory;

    /** Puts the rules into a server that is not started yet. */
    public Fuse(ParleyServer server) {
        this.server = server;
        directory = server.directory().resolve("fuse");
        Path script = directory.resolve("rules.btm");
        try {
            Files.createDirectories(directory);
            Files.writeString(script, new FuseRules(directory).text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path byteman = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        server.withJava("-Djboss.modules.system.pkgs=org.jboss.byteman", "-javaagent:" + byteman + "=script:" + script);
    }

    /** The next such transaction ends the process at this point. */
    public void light(Transaction transaction, CrashPoint point) {
        create(point.name());
        create(transaction.name());
    }

    private void create(String file) {
        try {
            Files.createFile(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next transaction that comes to this point ends the process. */
    void light(OnePhasePoint point) {
        create(point.name());
    }

    /** The next message that comes to this point ends the process. */
    void light(OutboxPoint point) {
        create(point.name());
    }

    /** Starts the server again, with the fuse out. */
    public void startAgain() {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(each -> !each.toString().endsWith(".btm")).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.start();
    }
}
