package greenpair.bench;

import module java.base;

import greenpair.cli.Workbench;
import greenpair.evaluate.Metric;
import greenpair.evaluate.Rankings;
import greenpair.evaluate.SearchRunner;
import greenpair.evaluate.trec.SearchTopic;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import org.apache.lucene.util.IOUtils;

/// `outside [CONFIG [HALF [TASK]]]`: search over public texts and questions that it was not built
/// on, beside BM25 with Lucene's own analyzers for English and Chinese.
///
/// Missing data is reported and left out.
final class OutsideBench {
  private static final int DEEP = 100;

  private final Workbench workbench;
  private final String half;
  private final String only;
  private final Path data =
      Path.of(System.getProperty("greenpair.sources", "../shared/data")).toAbsolutePath();

  /// @param half that of the queries which is asked; empty for both
  /// @param only part of the names of the tasks that are wanted; empty for all
  OutsideBench(Path configuration, String half, String only) {
    this.workbench = new Workbench(configuration);
    this.half = half;
    this.only = only;
  }

  void run() throws IOException {
    System.out.println(
        "| task | queries | nDCG@10 | recall@100 | find nothing | BM25 | its recall |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    for (OutsideTask task : tasks()) {
      if (task.name().contains(only)) {
        measure(task);
      }
    }
  }

  private List<OutsideTask> tasks() throws IOException {
    List<OutsideTask> tasks = new ArrayList<>();
    Path questions = data.resolve("xquad-r");
    Path labels = data.resolve("standup-coder-cn");
    if (Files.isDirectory(questions)) {
      tasks.addAll(QuestionTasks.of(questions));
    }
    if (Files.isDirectory(labels)) {
      tasks.addAll(LabelTasks.of(labels));
    }
    Path actions = data.resolve("city-actions");
    if (Files.isDirectory(actions)) {
      tasks.addAll(LabelTasks.ofActions(actions));
    }
    for (Path each : List.of(questions, labels, actions)) {
      if (!Files.isDirectory(each)) {
        System.out.println("left out, since it is not there: " + each);
      }
    }
    return tasks;
  }

  private void measure(OutsideTask task) throws IOException {
    List<SearchTopic> topics =
        task.topics().stream().filter(each -> half.isEmpty() || each.sort().equals(half)).toList();
    Path folder = Files.createTempDirectory("greenpair-outside");
    try {
      Path catalog = folder.resolve("catalog.jsonl");
      Files.write(catalog, task.lines());
      workbench.reindexQuietly(List.of(catalog), folder.resolve("data"));
      try (LiveIndex live = workbench.open(folder.resolve("data"));
          Snapshot snapshot = live.acquire()) {
        SearchRunner runner = new SearchRunner(workbench.search(), DEEP);
        Baseline plain =
            Baseline.of(
                Baseline.Form.PER_LANGUAGE, SearchRunner.KINDS, snapshot, workbench.taxonomy());
        Rankings ours = runner.run("ours", topics, snapshot);
        Rankings theirs = plain.run(topics, snapshot, workbench.search());
        long empty = topics.stream().filter(each -> ours.of(each.id()).isEmpty()).count();
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %.3f | %.3f | %d | %.3f | %.3f |%n",
            task.name(),
            topics.size(),
            mean(Metric.NDCG, topics, task, ours),
            mean(Metric.RECALL, topics, task, ours),
            empty,
            mean(Metric.NDCG, topics, task, theirs),
            mean(Metric.RECALL, topics, task, theirs));
        misses(topics, task, ours, theirs);
      }
    } finally {
      IOUtils.rm(folder);
    }
  }

  /// With `-Dmisses`, the queries of the tuning half that BM25 answers better.
  private static void misses(
      List<SearchTopic> topics, OutsideTask task, Rankings ours, Rankings theirs) {
    if (System.getProperty("misses") == null) {
      return;
    }
    for (SearchTopic topic : topics) {
      double us = value(Metric.NDCG, topic, task, ours).orElse(0);
      double them = value(Metric.NDCG, topic, task, theirs).orElse(0);
      if (topic.sort().equals(OutsideTask.TUNE) && us < them - 0.3) {
        System.out.printf(Locale.ROOT, "  %.2f against %.2f: %s%n", us, them, topic.q());
      }
    }
  }

  private static double mean(
      Metric metric, List<SearchTopic> topics, OutsideTask task, Rankings run) {
    return topics.stream()
        .map(each -> value(metric, each, task, run))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average()
        .orElse(0);
  }

  private static OptionalDouble value(
      Metric metric, SearchTopic topic, OutsideTask task, Rankings run) {
    Map<String, Integer> grades = task.grades().getOrDefault(topic.id(), Map.of());
    return metric.of(run.of(topic.id()), grades);
  }
}
