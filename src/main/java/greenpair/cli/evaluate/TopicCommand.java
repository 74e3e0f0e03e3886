package greenpair.cli.evaluate;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.ProgressLine;
import greenpair.cli.app.Subcommand;
import greenpair.cli.app.UsageException;
import greenpair.config.Problems;
import greenpair.evaluate.SearchRunner;
import greenpair.evaluate.TopicRunner;
import greenpair.evaluate.trec.SearchTopic;
import greenpair.evaluate.trec.SearchTopicReader;
import greenpair.evaluate.trec.Topic;
import greenpair.evaluate.trec.TopicReader;
import greenpair.evaluate.trec.TrecRun;
import greenpair.index.Baseline;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.generation.Folders;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.reindex.run.ReindexRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Option;

/// Options and steps that the measuring commands share: which catalog answers which topics, and
/// how.
abstract class TopicCommand extends Subcommand {
  /// Of intervals and significance tests, so that a measurement can be repeated.
  static final long SEED = 1;

  @Option(names = "--catalog", paramLabel = "FILE", split = ",")
  private List<Path> catalog = new ArrayList<>();

  @Option(names = "--depth", paramLabel = "N", defaultValue = "100")
  private int depth = 100;

  @Option(names = "--hide-own")
  private boolean hideOwn;

  /// Queries over several kinds, or topics of one kind each.
  TrecRun run(Path topicFile) throws IOException {
    return run(engine(), "greenpair", topicFile);
  }

  TrecRun run(Path config, Path topicFile) throws IOException {
    return run(CommandWiring.read(config), String.valueOf(config), topicFile);
  }

  private TrecRun run(CommandWiring engine, String name, Path topicFile) throws IOException {
    if (SearchTopicReader.reads(topicFile)) {
      List<SearchTopic> topics = searches(topicFile);
      return on(
          engine, snapshot -> new SearchRunner(engine.search(), depth).run(name, topics, snapshot));
    }
    List<Topic> topics = topics(engine, topicFile);
    return on(engine, snapshot -> runner(engine).run(name, topics, snapshot));
  }

  TopicRunner runner(CommandWiring engine) {
    return new TopicRunner(engine.recommender(), engine.search(), depth, hideOwn);
  }

  static List<Topic> topics(CommandWiring engine, Path topicFile) throws IOException {
    Problems problems = new Problems();
    List<Topic> topics = new TopicReader(engine.taxonomy()).read(topicFile, problems);
    problems.throwIfAny(topicFile);
    return topics;
  }

  List<SearchTopic> searches(Path topicFile) throws IOException {
    Problems problems = new Problems();
    List<SearchTopic> topics = new SearchTopicReader().read(topicFile, problems);
    problems.throwIfAny(topicFile);
    return topics;
  }

  TrecRun baseline(Baseline.Form form, Path topicFile) throws IOException {
    CommandWiring engine = engine();
    List<SearchTopic> topics = searches(topicFile);
    String name = "bm25-" + form.name().toLowerCase(Locale.ROOT);
    return on(
        engine,
        snapshot -> {
          Baseline baseline = Baseline.of(form, SearchRunner.KINDS, snapshot, engine.taxonomy());
          return new SearchRunner(engine.search(), depth).run(name, topics, snapshot, baseline);
        });
  }

  <T> T on(CommandWiring engine, Function<Snapshot, T> answering) throws IOException {
    return on(engine, catalog, answering);
  }

  /// Works on an index of these files, or on the published generation if there are none.
  <T> T on(CommandWiring engine, List<Path> files, Function<Snapshot, T> answering)
      throws IOException {
    if (depth < 1) {
      throw UsageException.of("--depth", Message.of("value.integer_from", "min", 1), depth);
    }
    if (files.isEmpty()) {
      return answer(engine, places.store(), answering);
    }
    Path folder = Files.createTempDirectory("greenpair-run");
    try {
      GenerationStore store = new GenerationStore(folder);
      ProgressLine progress = ProgressLine.onTerminal(output.language());
      engine.reindexing(store).run(ReindexRequest.of(files), progress, Instant.now());
      progress.done();
      return answer(engine, store, answering);
    } finally {
      Folders.delete(folder);
    }
  }

  private static <T> T answer(
      CommandWiring engine, GenerationStore store, Function<Snapshot, T> answering) {
    try (LiveIndex live = engine.live(store)) {
      live.refresh();
      try (Snapshot snapshot = live.acquire()) {
        return answering.apply(snapshot);
      }
    }
  }
}
