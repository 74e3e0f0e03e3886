package greenpair.bench;

import greenpair.catalog.Kind;
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
///
/// The floor of short queries is the score with the fewest errors: right ones silenced and wrong
/// ones shown. Queries without an answer are asked over all kinds of entries here, and everyday
/// sentences over solutions.
final class SilenceBench {
  private static final Path JUDGED = Path.of("fixtures/judgements/search");
  /// Questions over paragraphs in their own language.
  private static final String OWN = "questions (en over en|zh over zh)";

  private static final Path SENTENCES = Path.of("fixtures/judgements/everyday-words");

  /// Longest queries that a floor is tried for.
  private static final List<Integer> LENGTHS = List.of(3, 4, 5, 6, 8, 10, 12, 1_000);

  private static final int PERCENT = 100;
  private static final double EVERYDAY = 4;
  private static final double LEAST = 0.05;
  private static final int SHORT = 5;
  private static final int MIDDLE = 12;

  private final Path configuration = Files.createTempDirectory("greenpair-silence");
  private final Path data =
      Path.of(System.getProperty("greenpair.sources", "../shared/data")).toAbsolutePath();
  private final List<Case> cases = new ArrayList<>();

  /// Those over the catalog, as a floor is fitted on them.
  private final List<Case> ours = new ArrayList<>();

  /// The questions of XQuAD-R.
  private final List<Case> asked = new ArrayList<>();

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
            .replaceAll("score: [0-9.]+, words: [0-9]+", "score: 0, words: 0")
            .replaceAll("(?m)^(meaning:\\n  most:) [0-9]+", "$1 0"));
    fixtures();
    int catalog = cases.size();
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
    asked.addAll(cases.subList(catalog, cases.size()));
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
      String file = half.equals(OutsideTask.TUNE) ? "grow" : half;
      List<SearchTopic> sentences = reader.read(SENTENCES.resolve(file + ".jsonl"), problems);
      Qrels solutions = Qrels.read(SENTENCES.resolve(file + ".qrels"), problems);
      problems.throwIfAny("judgements");
      List<SearchTopic> nothing = nothing(half);
      index(
          List.of(Path.of("fixtures")),
          (workbench, snapshot) -> {
            add(half, true, judged, 1, topic -> qrels.grades(topic.id()), workbench, snapshot);
            add(half, true, nothing, EVERYDAY, topic -> Map.of(), workbench, snapshot);
            ours(half, judged, SearchRunner.KINDS, 1, qrels, workbench, snapshot);
            ours(half, nothing, Kind.SEARCHED, EVERYDAY, qrels, workbench, snapshot);
            ours(half, sentences, List.of(Kind.SOLUTION), 1, solutions, workbench, snapshot);
          });
    }
  }

  /// Queries that a floor is fitted on, over some kinds.
  private void ours(
      String half,
      List<SearchTopic> topics,
      List<Kind> kinds,
      double weight,
      Qrels grades,
      Workbench workbench,
      Snapshot snapshot) {
    for (SearchTopic topic : topics) {
      Prepared.Best best = Prepared.best(workbench.search(), kinds, topic.q(), snapshot);
      if (best.isByWords() && best.score() > 0 && !best.isRendered()) {
        boolean isRight = grades.grades(topic.id()).getOrDefault(best.document(), 0) > 0;
        ours.add(new Case(half, best, isRight, weight));
      }
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
    if (!isRendered) {
      LENGTHS.forEach(words -> floor(language, curve, words));
    }
    table(language, isRendered, curve, "up to 5 words", words -> words <= SHORT);
    table(language, isRendered, curve, "6 to 12 words", words -> words > SHORT && words <= MIDDLE);
    table(language, isRendered, curve, "more words", words -> words > MIDDLE);
    table(language, isRendered, curve, "all", words -> true);
  }

  /// The scores with the fewest errors on the tuning half, the middle of them, and what that
  /// silences on both halves of our queries and of the questions: right and wrong ones.
  private void floor(Language language, double[] curve, int words) {
    List<Case> own = ours.stream().filter(each -> isFloored(each, language, words, curve)).toList();
    List<Case> questions =
        asked.stream().filter(each -> isFloored(each, language, words, curve)).toList();
    List<Case> tuning =
        Stream.of(own, questions)
            .flatMap(List::stream)
            .filter(each -> each.half.equals(OutsideTask.TUNE))
            .toList();
    double fewest = Double.MAX_VALUE;
    int from = 0;
    int to = 0;
    for (int score = 0; score <= PERCENT; score++) {
      double floor = (double) score / PERCENT;
      double errors =
          tuning.stream()
              .filter(each -> each.isRight == each.best.score() < floor)
              .mapToDouble(Case::weight)
              .sum();
      if (errors < fewest) {
        fewest = errors;
        from = score;
      }
      to = errors == fewest ? score : to;
    }
    double floor = (from + to) / 2.0 / PERCENT;
    System.out.printf(
        Locale.ROOT,
        "| floor %s | up to %d words | %.2f to %.2f | %.3f | %s | %s |%n",
        language.word(),
        words,
        (double) from / PERCENT,
        (double) to / PERCENT,
        floor,
        silenced(own, floor),
        silenced(questions, floor));
  }

  private static boolean isFloored(Case each, Language language, int words, double[] curve) {
    return each.best.language() == language
        && !each.best.isRendered()
        && each.best.words() <= words
        && Logistic.probability(curve, each.features()) >= LEAST;
  }

  /// Right and wrong ones below a floor, on either half.
  private static String silenced(List<Case> all, double floor) {
    StringBuilder line = new StringBuilder();
    for (String half : List.of(OutsideTask.TUNE, OutsideTask.HELD)) {
      for (boolean isRight : List.of(true, false)) {
        List<Case> some =
            all.stream().filter(each -> each.half.equals(half) && each.isRight == isRight).toList();
        long below = some.stream().filter(each -> each.best.score() < floor).count();
        line.append(line.isEmpty() ? "" : " | ").append(below + " of " + some.size());
      }
    }
    return line.toString();
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
