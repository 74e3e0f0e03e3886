package greenpair.cli.index;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Failures;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Subcommand;
import greenpair.cli.app.TextTable;
import greenpair.cli.settings.ServerSettings;
import greenpair.index.generation.Manifest;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.database.DatabaseSettings;
import greenpair.web.PortTakenException;
import picocli.CommandLine.Command;

/// Checks what a server needs, from Java to the port, and says what to do about each fault.
@Command(name = "doctor")
public final class DoctorCommand extends Subcommand {
  private static final long MEGABYTE = 1_000_000;
  private static final long LITTLE = 1_000;

  /// Findings that keep a server neither from starting nor from working.
  private static final Set<String> NOTES = Set.of("doctor.disk_full", "doctor.port_taken");

  private record Found(String check, String state, Text finding) {}

  /// Says what it found; a fault is thrown.
  private interface Look {
    Message says() throws IOException;
  }

  private final List<Found> all = new ArrayList<>();

  @Override
  public Integer call() {
    look("java", DoctorCommand::java);
    if (look("settings", () -> read(places.settings(), Message.of("doctor.settings_read")))) {
      if (look("configuration", this::configuration) && look("data", this::data)) {
        look("index", this::index);
      }
      look("database", this::database);
      look("port", this::port);
    }
    TextTable table = output.table("check", "state", "finding");
    for (Found each : all) {
      table.row(
          output.say(Message.of("doctor.check", "word", each.check)),
          output.say(Message.of("doctor.state", "word", each.state)),
          each.finding.best(output.language()));
    }
    output.print(all, table);
    return all.stream().anyMatch(each -> each.state.equals("fault")) ? Exit.FAILURE : Exit.OK;
  }

  /// @return whether there is no fault
  private boolean look(String check, Look look) {
    String state;
    Message says;
    try {
      says = look.says();
      state = NOTES.contains(says.key()) ? "note" : "ok";
    } catch (IOException | RuntimeException e) {
      says = Failures.message(e);
      state = "fault";
    }
    all.add(new Found(check, state, says.text()));
    return !state.equals("fault");
  }

  private static Message read(Object what, Message says) {
    Objects.requireNonNull(what);
    return says;
  }

  private static Message java() {
    Runtime machine = Runtime.getRuntime();
    return Message.of(
        "doctor.java_found",
        "version",
        Runtime.version().toString(),
        "processors",
        machine.availableProcessors(),
        "heap",
        machine.maxMemory() / MEGABYTE);
  }

  private Message configuration() {
    return read(wiring(), Message.of("doctor.configuration_read", "folder", places.config()));
  }

  private Message data() throws IOException {
    Path data = places.data();
    Path there = data.toAbsolutePath();
    Path probe = there.resolve("doctor.tmp");
    while (!Files.exists(there)) {
      probe = there;
      there = Objects.requireNonNull(there.getParent());
    }
    Files.delete(Files.createDirectory(probe));
    long free = Files.getFileStore(there).getUsableSpace() / MEGABYTE;
    String key = free < LITTLE ? "doctor.disk_full" : "doctor.disk";
    return Message.of(key, "data", data, "free", free);
  }

  private Message index() {
    try (OpenIndex index = OpenIndex.open(wiring(), places)) {
      Manifest manifest = index.snapshot().manifest();
      return Message.of(
          "doctor.generation", "id", manifest.id(), "firms", manifest.count(Kind.FIRM));
    }
  }

  private Message database() {
    DatabaseSettings database = places.settings().database();
    if (database.isSqlite() && !Files.exists(database.file())) {
      return Message.of("doctor.database_new");
    }
    try (ProgramStore store = new ProgramStore(database)) {
      store.open();
    }
    return Message.of("doctor.database_open", "database", database.toString());
  }

  private Message port() {
    ServerSettings settings = places.settings();
    String key = "doctor.port_free";
    try {
      PortTakenException.check(settings.host(), settings.port());
    } catch (PortTakenException e) {
      key = "doctor.port_taken";
    }
    return Message.of(key, "host", settings.host(), "port", settings.port());
  }
}
