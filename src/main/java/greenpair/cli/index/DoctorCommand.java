package greenpair.cli.index;

import greenpair.catalog.Kind;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Failures;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Subcommand;
import greenpair.cli.app.TextTable;
import greenpair.cli.settings.ServerSettings;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.Command;

/// Checks what a server needs, from Java to the port, and says what to do about each fault.
@Command(name = "doctor")
public final class DoctorCommand extends Subcommand {
  private static final long MEGABYTE = 1_000_000;
  private static final long LITTLE = 1_000;
  private static final long TOO_LITTLE = 100;

  /// A fault keeps a server from starting or working; a note does not.
  private enum State {
    OK,
    NOTE,
    FAULT
  }

  private record Check(String what, State state, Message says) {}

  private interface Look {
    Check at(String what) throws IOException;
  }

  private final List<Check> checks = new ArrayList<>();

  @Override
  public Integer call() {
    look("java", DoctorCommand::java);
    if (look("settings", this::settings)) {
      if (look("configuration", this::configuration) && look("data", this::data)) {
        look("index", this::index);
      }
      look("database", this::database);
      look("port", this::port);
    }
    TextTable table = output.table("check", "state", "finding");
    for (Check each : checks) {
      String state = each.state.name().toLowerCase(Locale.ROOT);
      table.row(
          output.say(Message.of("doctor.check", "word", each.what)),
          output.say(Message.of("doctor.state", "word", state)),
          output.say(each.says));
    }
    output.print(checks.stream().map(Found::of).toList(), table);
    return checks.stream().anyMatch(each -> each.state == State.FAULT) ? Exit.FAILURE : Exit.OK;
  }

  private record Found(String check, String state, greenpair.catalog.Text finding) {
    static Found of(Check check) {
      return new Found(check.what, check.state.name().toLowerCase(Locale.ROOT), check.says.text());
    }
  }

  /// @return whether there is no fault
  private boolean look(String what, Look look) {
    Check check;
    try {
      check = look.at(what);
    } catch (IOException | RuntimeException e) {
      check = new Check(what, State.FAULT, Failures.message(e));
    }
    checks.add(check);
    return check.state != State.FAULT;
  }

  private static Check java(String what) {
    Runtime machine = Runtime.getRuntime();
    return new Check(
        what,
        State.OK,
        Message.of(
            "doctor.java_found",
            "version",
            Runtime.version().toString(),
            "processors",
            machine.availableProcessors(),
            "heap",
            machine.maxMemory() / MEGABYTE));
  }

  private Check settings(String what) {
    var _ = places.settings();
    return new Check(what, State.OK, Message.of("doctor.settings_read"));
  }

  private Check configuration(String what) {
    var _ = engine();
    return new Check(
        what, State.OK, Message.of("doctor.configuration_read", "folder", places.config()));
  }

  private Check data(String what) throws IOException {
    Path data = places.data();
    Path there = data.toAbsolutePath();
    Path probe = there.resolve("doctor.tmp");
    while (!Files.exists(there)) {
      probe = there;
      there = Objects.requireNonNull(there.getParent());
    }
    Files.delete(Files.createDirectory(probe));
    FileStore disk = Files.getFileStore(there);
    long free = disk.getUsableSpace() / MEGABYTE;
    State state = free < TOO_LITTLE ? State.FAULT : free < LITTLE ? State.NOTE : State.OK;
    return new Check(
        what,
        state,
        Message.of(
            state == State.OK ? "doctor.disk" : "doctor.disk_full", "data", data, "free", free));
  }

  private Check index(String what) {
    CommandWiring engine = engine();
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      return new Check(
          what,
          State.OK,
          Message.of(
              "doctor.generation",
              "id",
              index.snapshot().manifest().id(),
              "firms",
              index.snapshot().manifest().count(Kind.FIRM)));
    }
  }

  private Check database(String what) {
    ServerSettings settings = places.settings();
    boolean isNew =
        settings.database().isSqlite() && !Files.exists(places.data().resolve("program.db"));
    if (!isNew) {
      try (ProgramStore store = new ProgramStore(settings.database())) {
        store.open();
      }
    }
    return new Check(
        what,
        State.OK,
        isNew
            ? Message.of("doctor.database_new")
            : Message.of("doctor.database_open", "database", settings.database().toString()));
  }

  private Check port(String what) {
    ServerSettings settings = places.settings();
    String host = settings.host();
    try {
      new ServerSocket(settings.port(), 1, InetAddress.getByName(host)).close();
      return new Check(
          what, State.OK, Message.of("doctor.port_free", "host", host, "port", settings.port()));
    } catch (IOException e) {
      return new Check(
          what, State.NOTE, Message.of("doctor.port_taken", "host", host, "port", settings.port()));
    }
  }
}
