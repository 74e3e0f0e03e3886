package greenpair.cli.program;

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
import greenpair.program.database.PrivateFile;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogJson;
import greenpair.web.decisions.DecisionRecord;
import greenpair.web.plans.PlanDocument;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `greenpair data …`
public final class DataCommands {
  private DataCommands() {}

  abstract static class OfFile extends ProgramCommand {
    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    final Integer done(long records) {
      output.print(Map.of("records", records), Message.of("data.records", "count", records));
      return Exit.OK;
    }

    final Integer done(DataArchive.Contents contents) {
      output.print(
          contents, Message.of("data.files", "files", contents.files(), "bytes", contents.bytes()));
      return Exit.OK;
    }

    final long load(Reader in, ProgramStore store) {
      CatalogJson catalog = new CatalogJson(new ConfigFolder(places.config()).taxonomy());
      return store.load(in, row -> check(row, catalog));
    }
  }

  @Command(name = "export")
  public static final class Export extends OfFile {
    @Override
    public Integer call() throws IOException {
      try (ProgramStore store = store()) {
        store.open();
        if (Streams.isStandard(file)) {
          Writer out = new OutputStreamWriter(Output.out(), StandardCharsets.UTF_8);
          var _ = store.dump(out);
          out.flush();
          audit(store, "data.export", file);
          return Exit.OK;
        }
        PrivateFile.create(file);
        try (Writer out = Files.newBufferedWriter(file)) {
          long records = store.dump(out);
          audit(store, "data.export", file);
          return done(records);
        }
      }
    }
  }

  @Command(name = "import")
  public static final class Import extends OfFile {
    @Override
    public Integer call() throws IOException {
      try (Reader in = Streams.reader(file);
          ProgramStore store = store()) {
        return done(load(in, store));
      }
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
          var _ = load(in, store);
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
      List<String> open =
          reviewed.reversed().stream()
              .filter(each -> each.privateFields().isEmpty())
              .map(Revision::line)
              .toList();
      Output.print(
          output.isJson()
              ? "[" + String.join(",\n", open) + "]\n"
              : open.stream().map(each -> each + "\n").collect(Collectors.joining()));
      if (open.size() < reviewed.size()) {
        System.err.print(
            output.line(Message.of("data.private", "count", reviewed.size() - open.size())));
      }
      return Exit.OK;
    }
  }

  /// Refuses to import a record that pages and lists could not show.
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
