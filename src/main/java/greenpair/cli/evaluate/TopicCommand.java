package greenpair.cli.evaluate;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.ProgressLine;
import greenpair.cli.app.Subcommand;
import greenpair.cli.app.UsageException;
import greenpair.config.Problems;
import greenpair.evaluate.TopicRunner;
import greenpair.evaluate.trec.Topic;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.generation.Folders;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogFiles;
import greenpair.reindex.run.ReindexRequest;
import picocli.CommandLine.Option;

/// Options and steps that the measuring commands share: how topics are answered, and
/// by which catalog.
abstract class TopicCommand extends Subcommand {
  /// Of intervals and significance tests, so that a measurement can be repeated.
  static final long SEED = 1;

  @Option(names = "--depth", paramLabel = "N", defaultValue = "100")
  private int depth = 100;

  int depth() {
    return depth;
  }

  TopicRunner runner(CommandWiring wiring, boolean hidesOwn) {
    return new TopicRunner(wiring.recommender(), depth, hidesOwn);
  }

  static List<Topic> topics(CommandWiring wiring, Path topicFile) throws IOException {
    Problems problems = new Problems();
    List<Topic> topics = Topic.read(topicFile, wiring.taxonomy(), problems);
    problems.throwIfAny(topicFile);
    return topics;
  }

  /// All entries of a catalog file: what is measured on a part of it would mislead.
  static List<Entry> entries(CommandWiring wiring, Path file) {
    List<Entry> entries = new ArrayList<>();
    List<LineResult.Rejected> rejected = new ArrayList<>();
    new CatalogFiles(List.of(file), wiring.json())
        .read(
            reading -> {
              switch (reading) {
                case LineResult.Accepted line -> entries.add(line.entry());
                case LineResult.Rejected line -> rejected.add(line);
              }
            });
    if (!rejected.isEmpty()) {
      throw new MessageException(
          Message.of(
              "linkage.rejected",
              "file",
              file,
              "count",
              rejected.size(),
              "first",
              rejected.getFirst().problem()));
    }
    return entries;
  }

  /// Works on an index of these files, or on the published generation if there are none.
  <T> T on(CommandWiring wiring, List<Path> files, Function<Snapshot, T> answering)
      throws IOException {
    if (depth < 1) {
      throw UsageException.of("--depth", Message.of("value.integer_from", "min", 1), depth);
    }
    if (files.isEmpty()) {
      return answer(wiring, places.store(), answering);
    }
    Path folder = Files.createTempDirectory("greenpair-run");
    try {
      GenerationStore store = new GenerationStore(folder);
      ProgressLine progress = ProgressLine.onTerminal(output.language());
      wiring.reindexing(store).run(ReindexRequest.of(files), progress, Instant.now());
      progress.done();
      return answer(wiring, store, answering);
    } finally {
      Folders.delete(folder);
    }
  }

  private static <T> T answer(
      CommandWiring wiring, GenerationStore store, Function<Snapshot, T> answering) {
    try (LiveIndex live = wiring.live(store)) {
      live.refresh();
      try (Snapshot snapshot = live.acquire()) {
        return answering.apply(snapshot);
      }
    }
  }
}
