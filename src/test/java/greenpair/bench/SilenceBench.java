package greenpair.bench;

import greenpair.catalog.Language;
import greenpair.cli.Workbench;
import greenpair.config.Problems;
import greenpair.evaluate.SearchRunner;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.SearchTopic;
import greenpair.evaluate.trec.SearchTopicReader;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.search.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/// `silence`: fits the probability that the best hit of a query by words answers it, from the
/// tuning halves of judged queries, and reports the error on the held halves. Its first lines are
/// the setting `silence` of `search.yaml`.
///
/// Right are judged queries and XQuAD-R questions whose best hit is right. Wrong are others of
/// these, everyday queries of other fields, and questions over paragraphs that do not answer them.
/// Queries whose words entries say in the other language are apart; to these belong answers of
/// XQuAD-R, since their questions are all long. Everyday queries count four times, since there are
/// few.
final class SilenceBench {
  private static final Path JUDGED = Path.of("fixtures/judgements/search");
  /// Questions over paragraphs in their own language.
  private static final String OWN = "questions (en over en|zh over zh)";

  private static final double EVERYDAY = 4;
  private static final double LEAST = 0.05;
  private static final int SHORT = 5;
  private static final int MIDDLE = 12;

  private final Path configuration = Files.createTempDirectory("greenpair-silence");
  private final Path data =
      Path.of(System.getProperty("greenpair.sources", "../shared/data")).toAbsolutePath();
  private final List<Case> cases = new ArrayList<>();

  /// @param half of the topic
  private record Case(String half, Prepared.Best best, boolean isRight, double weight) {
    double[] features() {
      return new double[] {1, Math.log(best.score()), Math.log(Math.max(1, best.words()))};
    }

    boolean is(Language language, boolean isRendered, String of) {
      return best.language() == language && best.isRendered() == isRendered && half.equals(of);
    }
  }

  SilenceBench() throws IOException {}

  void run() throws IOException {
    Path of = Path.of("index-config");
    try (Stream<Path> files = Files.walk(of)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = configuration.resolve(of.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    // Nothing is silent while silence is measured, and words alone decide on it.
    Path search = configuration.resolve("search.yaml");
    Files.writeString(
        search,
        Files.readString(search)
            .replaceAll("(?m)^  least: [0-9.]+", "  least: 0.001")
            .replaceAll("(?m)^(meaning:\\n  most:) [0-9]+", "$1 0"));
    fixtures();
    Path questions = data.resolve("xquad-r");
    if (Files.isDirectory(questions)) {
      List<OutsideTask> tasks = new ArrayList<>(QuestionTasks.of(questions));
      tasks.addAll(QuestionTasks.answers(questions));
      for (OutsideTask task : tasks) {
        questions(task, OutsideTask.TUNE);
        questions(task, OutsideTask.HELD);
      }
    } else {
      System.out.println("left out, since it is not there: " + questions);
    }
    IOUtils.rm(configuration);
    System.out.printf(Locale.ROOT, "silence:%n  least: %s%n", LEAST);
    for (Language language : Language.values()) {
      report(language, false);
    }
    System.out.println("  rendered:");
    for (Language language : Language.values()) {
      report(language, true);
    }
  }

  private void fixtures() throws IOException {
    for (String half : List.of(OutsideTask.TUNE, OutsideTask.HELD)) {
      Problems problems = new Problems();
      SearchTopicReader reader = new SearchTopicReader();
      List<SearchTopic> judged =
          reader.read(JUDGED.resolve(half + ".jsonl"), problems).stream()
              .filter(topic -> topic.filters().isEmpty())
              .toList();
      Qrels qrels = Qrels.read(JUDGED.resolve(half + ".qrels"), problems);
      problems.throwIfAny("judgements");
      List<SearchTopic> nothing = nothing(half);
      index(
          List.of(Path.of("fixtures")),
          (workbench, snapshot) -> {
            add(half, true, judged, 1, topic -> qrels.grades(topic.id()), workbench, snapshot);
            add(half, true, nothing, EVERYDAY, topic -> Map.of(), workbench, snapshot);
          });
    }
  }

  /// Queries that nothing answers, of other fields or of none.
  private static List<SearchTopic> nothing(String half) throws IOException {
    Problems problems = new Problems();
    List<SearchTopic> nothing = new ArrayList<>();
    for (String name : List.of("nothing-", "everyday-")) {
      Path file = JUDGED.resolve(name + half + ".jsonl");
      nothing.addAll(new SearchTopicReader().read(file, problems));
    }
    problems.throwIfAny("judgements");
    return nothing;
  }

  /// Questions of one half and, over the paragraphs of that half alone, those of the other.
  private void questions(OutsideTask task, String half) throws IOException {
    List<SearchTopic> asked =
        task.topics().stream().filter(topic -> topic.sort().equals(half)).toList();
    List<SearchTopic> others =
        task.topics().stream().filter(topic -> !topic.sort().equals(half)).toList();
    boolean isOwn = task.name().matches(OWN);
    List<SearchTopic> nothing =
        isOwn || task.name().startsWith("answers")
            ? List.of()
            : nothing(half).stream()
                .filter(topic -> topic.language().equals(asked.getFirst().language()))
                .toList();
    Set<String> ids = new HashSet<>();
    asked.forEach(topic -> ids.addAll(task.grades().get(topic.id()).keySet()));
    Path file = Files.createTempDirectory("greenpair-half").resolve("catalog.jsonl");
    Files.write(
        file,
        task.lines().stream()
            .filter(line -> ids.stream().anyMatch(id -> line.contains(quoted(id))))
            .toList());
    index(
        List.of(file),
        (workbench, snapshot) -> {
          add(half, isOwn, asked, 1, topic -> task.grades().get(topic.id()), workbench, snapshot);
          add(half, isOwn, others, 1, topic -> Map.of(), workbench, snapshot);
          add(half, isOwn, nothing, EVERYDAY, topic -> Map.of(), workbench, snapshot);
        });
    IOUtils.rm(file.getParent());
  }

  private static String quoted(String document) {
    return '"' + document.substring(document.indexOf(':') + 1) + '"';
  }

  /// What is done with an index.
  private interface Use {
    void of(Workbench workbench, Snapshot snapshot);
  }

  private void index(List<Path> catalog, Use use) throws IOException {
    Path folder = Files.createTempDirectory("greenpair-silence-index");
    Workbench workbench = new Workbench(configuration);
    workbench.reindexQuietly(catalog, folder);
    try (LiveIndex live = workbench.open(folder);
        Snapshot snapshot = live.acquire()) {
      use.of(workbench, snapshot);
    }
    IOUtils.rm(folder);
  }

  /// @param isOwn whether entries are in the language of the topics
  private void add(
      String half,
      boolean isOwn,
      List<SearchTopic> topics,
      double weight,
      java.util.function.Function<SearchTopic, Map<String, Integer>> grades,
      Workbench workbench,
      Snapshot snapshot) {
    for (SearchTopic topic : topics) {
      Prepared.Best best =
          Prepared.best(workbench.search(), SearchRunner.KINDS, topic.q(), snapshot);
      if (best.isByWords() && best.score() > 0 && best.isRendered() != isOwn) {
        boolean isRight = grades.apply(topic).getOrDefault(best.document(), 0) > 0;
        cases.add(new Case(half, best, isRight, weight));
      }
    }
  }

  private void report(Language language, boolean isRendered) {
    Logistic logistic = new Logistic();
    for (Case each : cases) {
      if (each.is(language, isRendered, OutsideTask.TUNE)) {
        logistic.add(each.features(), each.isRight, each.weight);
      }
    }
    double[] curve = logistic.fit();
    String word = (isRendered ? "  " : "") + language.word();
    System.out.printf(
        Locale.ROOT,
        "  %s: {constant: %.2f, score: %.2f, length: %.2f}%n",
        word,
        curve[0],
        curve[1],
        curve[2]);
    table(language, isRendered, curve, "up to 5 words", words -> words <= SHORT);
    table(language, isRendered, curve, "6 to 12 words", words -> words > SHORT && words <= MIDDLE);
    table(language, isRendered, curve, "more words", words -> words > MIDDLE);
    table(language, isRendered, curve, "all", words -> true);
  }

  /// On the held half, how far the stated probabilities are from what was right.
  private void table(
      Language language,
      boolean isRendered,
      double[] curve,
      String name,
      Predicate<Integer> ofLength) {
    List<Case> held =
        cases.stream()
            .filter(each -> each.is(language, isRendered, OutsideTask.HELD))
            .filter(each -> ofLength.test(each.best.words()))
            .toList();
    double stated = 0;
    double right = 0;
    double brier = 0;
    double lost = 0;
    double shown = 0;
    for (Case each : held) {
      double probability = Logistic.probability(curve, each.features());
      double truth = each.isRight ? 1 : 0;
      stated += probability;
      right += truth;
      brier += (probability - truth) * (probability - truth);
      lost += each.isRight && probability < LEAST ? 1 : 0;
      shown += !each.isRight && probability >= LEAST ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %d | %.3f | %.3f | %.3f | %.0f of %.0f | %.0f of %.0f |%n",
        language.word() + (isRendered ? ", rendered" : ""),
        name,
        held.size(),
        stated / held.size(),
        right / held.size(),
        brier / held.size(),
        lost,
        right,
        held.size() - right - shown,
        held.size() - right);
  }
}
