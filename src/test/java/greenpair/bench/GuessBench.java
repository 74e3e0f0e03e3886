package greenpair.bench;

import greenpair.catalog.Code;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.cli.Workbench;
import greenpair.concept.PlainWords;
import greenpair.config.Problems;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.SearchTopic;
import greenpair.evaluate.trec.SearchTopicReader;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.analysis.Stems;
import greenpair.registry.config.ConfigFolder;
import greenpair.search.settings.SearchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// `guesses`: fits the probability that a text in plain words means a concept, and reports the
/// error on the held halves. Its first lines are the curves of the setting `guessing` of
/// `search.yaml`.
///
/// Fitted on the growing half of the everyday sentences, without the lines of the glossary that
/// were written from them, judged queries and officers' queries, and on texts that mean no concept:
/// queries on other subjects, which count four times, since there are few, and questions of
/// XQuAD-R. The most probable concept of each text is one case, so the curves are fitted again with
/// the order that they give.
final class GuessBench {
  private static final Path JUDGED = Path.of("fixtures/judgements");
  private static final double OTHER = 4;
  private static final int ROUNDS = 4;
  private static final int FIRST = 3;

  private final IndexSettings texts = new Workbench(Path.of("index-config")).indexSettings();
  private final SearchSettings settings;
  private final Taxonomy taxonomy;
  private final List<Case> cases = new ArrayList<>();

  /// @param right the technologies that it means; empty for another subject
  private record Case(String set, boolean isHeld, String text, Set<Code> right, double weight) {
    Language language() {
      return text.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN;
    }
  }

  GuessBench() throws IOException {
    Problems problems = new Problems();
    ConfigFolder folder = new ConfigFolder(Path.of("index-config"));
    settings = SearchSettings.read(folder.settings(SearchSettings.FILE, problems));
    problems.throwIfAny("search.yaml");
    Set<String> written =
        new HashSet<>(Files.readAllLines(JUDGED.resolve("everyday-words/lines.csv")));
    List<Concept> concepts = new ArrayList<>();
    for (Concept each : new Workbench(Path.of("index-config")).taxonomy().concepts()) {
      List<String> lines =
          each.problems().stream()
              .filter(line -> !written.contains(each.code().value() + ",en," + line))
              .filter(line -> !written.contains(each.code().value() + ",zh," + line))
              .toList();
      concepts.add(
          new Concept(
              each.code(), each.parent(), each.label(), each.english(), each.chinese(), lines));
    }
    taxonomy = new Taxonomy(concepts);
    for (String half : List.of("grow", "held")) {
      judged("sentences", "everyday-words/" + half, !half.equals("grow"), "everyday");
    }
    for (String half : List.of("tune", "held")) {
      judged("judged problems", "search/" + half, half.equals("held"), "problem");
      for (String other : List.of("nothing", "everyday")) {
        for (SearchTopic each : topics("search/" + other + "-" + half)) {
          cases.add(new Case("other subjects", half.equals("held"), each.q(), Set.of(), OTHER));
        }
      }
    }
    officers("officer", false);
    officers("officer-seen", false);
    officers("officer-fresh", true);
    Path data = Path.of(System.getProperty("greenpair.sources", "../shared/data"));
    for (OutsideTask task : QuestionTasks.of(data.resolve("xquad-r"))) {
      if (task.name().contains("zh over zh") || task.name().contains("en over en")) {
        for (SearchTopic each : task.topics()) {
          boolean isHeld = each.sort().equals(OutsideTask.HELD);
          cases.add(new Case("questions", isHeld, each.q(), Set.of(), 1));
        }
      }
    }
  }

  private static List<SearchTopic> topics(String name) throws IOException {
    Problems problems = new Problems();
    List<SearchTopic> topics =
        new SearchTopicReader().read(JUDGED.resolve(name + ".jsonl"), problems);
    problems.throwIfAny(name);
    return topics;
  }

  private void judged(String set, String name, boolean isHeld, String sort) throws IOException {
    Problems problems = new Problems();
    Qrels qrels = Qrels.read(JUDGED.resolve(name + ".qrels"), problems);
    problems.throwIfAny(name);
    for (SearchTopic topic : topics(name)) {
      Set<Code> right = new HashSet<>();
      qrels
          .grades(topic.id())
          .forEach(
              (document, grade) -> {
                if (grade > 1 && document.startsWith("solution:sol-")) {
                  String code = document.substring("solution:sol-".length());
                  right.add(new Code(code.toUpperCase(Locale.ROOT).replace('-', '.')));
                }
              });
      if (topic.sort().equals(sort)) {
        cases.add(new Case(set, isHeld, topic.q(), right, 1));
      }
    }
  }

  private void officers(String name, boolean isHeld) throws IOException {
    for (String line : Files.readAllLines(JUDGED.resolve("search/" + name + ".tsv"))) {
      String[] columns = line.split("\t", -1);
      Set<Code> right = new HashSet<>();
      for (String code : columns[2].split(",", -1)) {
        if (code.matches("[A-Z0-9.]+")) {
          right.add(new Code(code));
        }
      }
      if (!right.isEmpty()) {
        cases.add(new Case("officers", isHeld, columns[1], right, 1));
      }
    }
  }

  void run() {
    System.out.printf(Locale.ROOT, "guessing:%n");
    Map<Language, double[]> compared = fit(true);
    System.out.println("  without_vectors:");
    fit(false);
    System.out.println(
        "| texts | language | texts | guessed | right among the first three | right first | stated"
            + " for the first | Brier score |");
    for (String set :
        List.of("sentences", "judged problems", "officers", "other subjects", "questions")) {
      for (Language language : Language.values()) {
        report(set, language, Objects.requireNonNull(compared.get(language)));
      }
    }
  }

  private Map<Language, double[]> fit(boolean isCompared) {
    PlainWords plain =
        new PlainWords(
            taxonomy,
            texts.terms(),
            settings.emptyWords(),
            settings.sameWords(),
            Stems::english,
            text -> isCompared ? texts.direction(text) : Optional.empty());
    Map<Language, double[]> curves = new HashMap<>();
    for (Language language : Language.values()) {
      double[] curve = {0, 0, 1, 1, 0};
      for (int round = 0; round < ROUNDS; round++) {
        Logistic logistic = new Logistic();
        for (Case each : cases) {
          if (!each.isHeld && each.language() == language) {
            for (Guess guess : guesses(plain, each, curve).stream().limit(1).toList()) {
              double[] values = features(guess.evidence);
              logistic.add(
                  isCompared ? values : Arrays.copyOf(values, 3),
                  each.right.contains(guess.code),
                  each.weight);
            }
          }
        }
        curve = Arrays.copyOf(logistic.fit(), 5);
      }
      curves.put(language, curve);
      String form =
          isCompared
              ? "  %s: {constant: %.2f, words: %.2f, share: %.2f, problems: %.2f, terms: %.2f}%n"
              : "    %s: {constant: %.2f, words: %.2f, share: %.2f}%n";
      System.out.printf(
          Locale.ROOT, form, language.word(), curve[0], curve[1], curve[2], curve[3], curve[4]);
    }
    this.plain = isCompared ? plain : this.plain;
    return curves;
  }

  @SuppressWarnings("NullAway.Init") // The comparison, which runs first in #report, sets it.
  private PlainWords plain;

  private record Guess(Code code, PlainWords.Evidence evidence, double probability) {}

  private static List<Guess> guesses(PlainWords plain, Case each, double[] curve) {
    List<Guess> guesses = new ArrayList<>();
    plain
        .evidence(each.text, each.text, 1)
        .forEach(
            (code, evidence) ->
                guesses.add(
                    new Guess(code, evidence, Logistic.probability(curve, features(evidence)))));
    guesses.sort(Comparator.comparingDouble(Guess::probability).reversed());
    return guesses;
  }

  private static double[] features(PlainWords.Evidence each) {
    return new double[] {1, each.words(), each.share(), each.problems(), each.terms()};
  }

  private void report(String set, Language language, double[] curve) {
    int all = 0;
    int guessed = 0;
    int among = 0;
    int first = 0;
    double stated = 0;
    double brier = 0;
    for (Case each : cases) {
      if (!each.isHeld || each.language() != language || !each.set.equals(set)) {
        continue;
      }
      all++;
      List<Guess> guesses = guesses(plain, each, curve);
      boolean isGuessed =
          !guesses.isEmpty() && settings.guessing().guess(guesses.getFirst().evidence) > 0;
      if (!isGuessed) {
        continue;
      }
      guessed++;
      boolean isRight = each.right.contains(guesses.getFirst().code);
      first += isRight ? 1 : 0;
      boolean isAmong =
          guesses.stream().limit(FIRST).anyMatch(guess -> each.right.contains(guess.code));
      among += isAmong ? 1 : 0;
      stated += guesses.getFirst().probability;
      brier += Math.pow(guesses.getFirst().probability - (isRight ? 1 : 0), 2);
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %d | %d | %d | %d | %.3f | %.3f |%n",
        set,
        language.word(),
        all,
        guessed,
        among,
        first,
        guessed == 0 ? 0 : stated / guessed,
        guessed == 0 ? 0 : brier / guessed);
  }
}
