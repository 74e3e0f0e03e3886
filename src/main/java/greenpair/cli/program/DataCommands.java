package greenpair.cli.program;

import module java.base;

import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.Streams;
import greenpair.index.GenerationStore;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.program.Decisions.Decision;
import greenpair.program.ProgramStore;
import greenpair.program.Revisions.Revision;
import greenpair.program.StoredPlan;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogJson;
import greenpair.web.decisions.DecisionRecord;
import greenpair.web.plans.PlanDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `greenpair data …`
public final class DataCommands {
  private DataCommands() {}

  abstract static class OfFile extends ProgramCommand {
    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    final Integer done(DataArchive.Contents contents) {
      output.print(
          contents, Message.of("data.files", "files", contents.files(), "bytes", contents.bytes()));
      return Exit.OK;
    }
  }

  @Command(name = "backup")
  public static final class Backup extends OfFile {
    @Override
    public Integer call() throws IOException {
      if (Streams.isStandard(file)) {
        Message rule = Message.of("usage.output_file");
        throw new MessageException(
            Message.of("usage.value", "name", "FILE", "rule", rule, "value", file, "hint", ""));
      }
      GenerationStore generations = new GenerationStore(places.data());
      try (GenerationStore.Lock lock = generations.lock();
          ProgramStore store = store()) {
        lock.check();
        DataArchive.Contents written =
            DataArchive.write(
                places.data(),
                file,
                out -> {
                  var _ = store.dump(out);
                });
        audit(store, "data.backup", file);
        return done(written);
      }
    }
  }

  @Command(name = "restore")
  public static final class Restore extends OfFile {
    @Override
    public Integer call() throws IOException {
      if (!Files.exists(file)) {
        throw new NoSuchFileException(file.toString());
      }
      return done(DataArchive.restore(file, places.data(), this::take));
    }

    /// Deletes the database that was created for a failed restore.
    private void take(Path export) throws IOException {
      try (Reader in = Files.newBufferedReader(export);
          ProgramStore store = store()) {
        try {
          CatalogJson catalog = new CatalogJson(new ConfigFolder(places.config()).taxonomy());
          var _ = store.load(in, row -> check(row, catalog));
        } catch (IllegalArgumentException e) {
          store.discard();
          throw e;
        }
      }
    }
  }

  /// Prints what members entered and a coordinator reviewed, as lines of the catalog format.
  @Command(name = "catalog")
  public static final class Catalog extends ProgramCommand {
    @Override
    public Integer call() {
      List<Revision> reviewed;
      try (ProgramStore store = store()) {
        reviewed =
            store
                .read(
                    all ->
                        all.revisions()
                            .list(
                                null,
                                null,
                                Revision.State.REVIEWED,
                                Caller.ANONYMOUS,
                                Page.NEWEST,
                                Integer.MAX_VALUE - 1))
                .items();
      }
      List<String> lines = reviewed.reversed().stream().map(Revision::line).toList();
      Output.print(
          output.isJson()
              ? "[" + String.join(",\n", lines) + "]\n"
              : lines.stream().map(each -> each + "\n").collect(Collectors.joining()));
      return Exit.OK;
    }
  }

  /// Refuses to restore a record that pages and lists could not show.
  private static void check(Record row, CatalogJson catalog) {
    switch (row) {
      case Revision revision -> {
        var entry = catalog.accepted(revision.line().getBytes(StandardCharsets.UTF_8));
        if (entry.kind() != revision.kind() || !entry.id().equals(revision.entry())) {
          throw new MessageException(
              Message.of(
                  "import.other_entry",
                  "line",
                  entry.kind().word() + " " + entry.id(),
                  "row",
                  revision.kind().word() + " " + revision.entry()));
        }
      }
      case Decision decision -> {
        var _ = DecisionRecord.parse("record " + decision.id(), decision.document());
      }
      case StoredPlan plan when plan.document() != null -> {
        var _ = PlanDocument.parse("plan " + plan.id(), plan.document());
      }
      default -> {}
    }
  }
}
