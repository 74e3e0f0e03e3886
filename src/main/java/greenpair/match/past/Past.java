package greenpair.match.past;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Kind;
import greenpair.catalog.Provenance;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Word;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.generation.RegistryPast;
import greenpair.index.read.Snapshot;
import greenpair.match.past.PastChoices.Asked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Rules;
import greenpair.message.Phrases;
import org.jspecify.annotations.Nullable;

/// Finds settings of ranking in the past of a registry. What the past does not say stays as it was
/// shipped.
///
/// Only sources with at least [#REGISTRY] deployments count: a registry lists all projects of its
/// kind, and says by that which firms were not chosen. Examples that an editor picked do not.
public final class Past {
  private static final int REGISTRY = 100;

  /// How often a change is made at most: a half-life of two to 32 years. Below that, it matters
  /// most in which month a registry was last updated.
  private static final int TIMES = 2;

  /// Share of the deployments after which the last year of a registry ends: what is newer is wrong,
  /// planned or only begins to be listed.
  private static final double KNOWN = 0.99;

  /// Choices below which the shipped weights stay.
  private static final int LEAST = 30;

  /// Signals of past work; the others say what a firm is today, which its past does not show.
  private static final Set<String> MOVED =
      Set.of("evidence", "similar_work", "presence", "nearness", "similar_nearby");

  private static final int WINDOWS = 3;

  /// Share of the choices that precede the first window.
  private static final double FIRST = 0.4;

  /// Choices by which what outcomes suggest is checked.
  private static final int NEWEST = 60;

  private final Rules rules;
  private final Phrases phrases;
  private final Snapshot snapshot;
  private final Function<MatchQuery, CandidateQuery> queries;

  /// @param rules of the configuration, which are the prior
  /// @param queries that find the firms for an ask
  public Past(
      Rules rules,
      Phrases phrases,
      Snapshot snapshot,
      Function<MatchQuery, CandidateQuery> queries) {
    this.rules = rules;
    this.phrases = phrases;
    this.snapshot = snapshot;
    this.queries = queries;
  }

  /// What was done about the weights: estimated, or why the shipped ones stay. No source lists
  /// enough deployments; all are of one year or undated; too few choices are known; no other
  /// weights predict them better.
  public enum Verdict implements Word {
    ESTIMATED,
    NO_REGISTRY,
    ONE_YEAR,
    FEW_CHOICES,
    NO_GAIN
  }

  /// What the past says.
  ///
  /// @param choices that were found
  /// @param check what the settings predict of the past; null without enough choices
  /// @param asked the choices in order of time, empty without enough
  public record Finding(
      RegistryPast settings,
      Verdict verdict,
      int choices,
      @Nullable Check check,
      List<Asked> asked) {
    private static Finding none(RegistryPast settings, Verdict verdict, int choices) {
      return new Finding(settings, verdict, choices, null, List.of());
    }

    /// What other rules predict of the newest choices: the mean of 1 / rank of the chosen firm; 0
    /// if there are none.
    public double predicted(Rules other, Phrases phrases) {
      Ranker ranker = new Ranker(other, phrases);
      return mean(
          asked.subList(Math.max(0, asked.size() - NEWEST), asked.size()),
          (ask, one) -> ranker.score(ask, one).score());
    }
  }

  /// How well choices of the past are predicted from what preceded them: the mean of 1 / rank of
  /// the chosen firm.
  ///
  /// @param other the best of the plain model alone and the [SimpleRanking]s
  public record Check(int choices, double ranking, String other, double best) {
    /// Whether that is better.
    public boolean isBelow() {
      return ranking < best;
    }
  }

  public Finding find() {
    int count = Math.toIntExact(snapshot.manifest().count(Kind.DEPLOYMENT));
    List<Deployment> all =
        snapshot.entries(Kind.DEPLOYMENT, 0, count).stream().map(Deployment.class::cast).toList();
    List<Deployment> deployments = ofRegistries(all);
    RegistryPast shipped = new RegistryPast(stated(all));
    if (deployments.isEmpty()) {
      return Finding.none(shipped, Verdict.NO_REGISTRY, 0);
    }
    RegistryPast compared =
        new AttributeHabits(deployments).over(shipped, rules.ranking().similar());
    List<Integer> years =
        deployments.stream()
            .map(each -> Deployment.year(each.start(), each.end()))
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    if (years.isEmpty() || years.getFirst().equals(years.getLast())) {
      return Finding.none(compared, Verdict.ONE_YEAR, 0);
    }
    List<Asked> asked =
        new PastChoices(deployments, snapshot).asked(queries, new Ranker(rules(compared), phrases));
    return asked.size() < LEAST
        ? Finding.none(compared, Verdict.FEW_CHOICES, asked.size())
        : estimate(asked, compared.with("newest", years.get((int) (KNOWN * years.size()))));
  }

  private Rules rules(RegistryPast settings) {
    return rules.with(rules.ranking().with(settings));
  }

  private Finding estimate(List<Asked> asked, RegistryPast before) {
    RegistryPast settings = before;
    List<Choice> choices = choices(asked, settings);
    double likelihood = likelihood(settings, choices);
    List<UnaryOperator<RegistryPast>> changes =
        List.of(
            of -> of.with("counts_permits", true),
            of -> of.with("repeats", withoutTypes(of.repeats())),
            of -> of.with("fading", of.fading() / 2),
            of -> of.with("fading", of.fading() * 2));
    for (UnaryOperator<RegistryPast> each : changes) {
      for (int times = 0; times < TIMES; times++) {
        RegistryPast changed = each.apply(settings);
        List<Choice> others = choices(asked, changed);
        double after = likelihood(changed, others);
        if (after <= likelihood + WeightEstimator.MARGIN) {
          break;
        }
        settings = changed;
        choices = others;
        likelihood = after;
      }
    }
    WeightEstimator.Estimate found =
        new WeightEstimator(Kind.FIRM, rules.ranking().with(settings), MOVED)
            .estimate(windows(choices, WeightEstimator.Fold::new), choices);
    return new Finding(
        settings.with("factors", found.factors()),
        found.isFound() ? Verdict.ESTIMATED : Verdict.NO_GAIN,
        choices.size(),
        check(asked, rules(settings), found),
        asked);
  }

  private double likelihood(RegistryPast settings, List<Choice> choices) {
    return WeightEstimator.likelihood(Kind.FIRM, rules.ranking().with(settings), choices);
  }

  private static Map<Attribute, Double> withoutTypes(Map<Attribute, Double> repeats) {
    Map<Attribute, Double> changed = new EnumMap<>(repeats);
    changed.put(Attribute.PROJECT_TYPE, 0.0);
    return changed;
  }

  /// Rolling origin: for the first choices, and those that they have to predict.
  private static <T, R> List<R> windows(List<T> all, BiFunction<List<T>, List<T>, R> window) {
    List<R> windows = new ArrayList<>();
    for (int number = 0; number < WINDOWS; number++) {
      int from = (int) ((FIRST + (1 - FIRST) * number / WINDOWS) * all.size());
      int until = (int) ((FIRST + (1 - FIRST) * (number + 1) / WINDOWS) * all.size());
      windows.add(window.apply(all.subList(0, from), all.subList(from, until)));
    }
    return windows;
  }

  /// The sum of 1 / rank that the plain model fitted on the first choices gives in the others.
  private static double gains(List<double[][]> known, List<double[][]> predicted) {
    PlainModel plain = PlainModel.fitted(known);
    return predicted.stream()
        .mapToDouble(
            each -> 1 / Readings.rank(Arrays.stream(each).mapToDouble(plain::of).toArray()))
        .sum();
  }

  private Check check(List<Asked> asked, Rules counted, WeightEstimator.Estimate found) {
    List<double[][]> work = asked.stream().map(each -> PlainModel.values(each, counted)).toList();
    String other = "plain_model";
    double best =
        windows(work, Past::gains).stream().mapToDouble(Double::doubleValue).sum() / found.asked();
    List<Asked> predicted = asked.subList(asked.size() - found.asked(), asked.size());
    for (SimpleRanking each : SimpleRanking.values()) {
      double mean = mean(predicted, (ask, one) -> each.of(ask, one, rules.taxonomy()));
      other = mean > best ? each.word() : other;
      best = Math.max(mean, best);
    }
    return new Check(found.asked(), found.rank(), other, best);
  }

  /// The mean of 1 / rank of the chosen firm; 0 without choices.
  private static double mean(List<Asked> asked, ToDoubleBiFunction<MatchQuery, Candidate> value) {
    return asked.stream()
        .mapToDouble(
            each ->
                1
                    / Readings.rank(
                        each.candidates().stream()
                            .mapToDouble(one -> value.applyAsDouble(each.ask(), one))
                            .toArray()))
        .average()
        .orElse(0);
  }

  private static Set<Attribute> stated(List<Deployment> all) {
    Set<Attribute> stated = EnumSet.noneOf(Attribute.class);
    all.forEach(each -> stated.addAll(each.attributes().values().keySet()));
    return stated;
  }

  private static List<Deployment> ofRegistries(List<Deployment> all) {
    Map<String, Integer> sources = new HashMap<>();
    for (Deployment each : all) {
      sources(each).forEach(source -> sources.merge(source, 1, Integer::sum));
    }
    return all.stream()
        .filter(
            each ->
                sources(each).stream().anyMatch(from -> sources.getOrDefault(from, 0) >= REGISTRY))
        .toList();
  }

  private static List<String> sources(Deployment deployment) {
    return deployment.profile().provenance().stream().map(Provenance::source).distinct().toList();
  }

  private List<Choice> choices(List<Asked> asked, RegistryPast under) {
    Ranker ranker = new Ranker(rules(under), phrases);
    return asked.stream()
        .map(
            each ->
                Choice.of(
                    each.candidates().stream().map(one -> ranker.score(each.ask(), one)).toList()))
        .toList();
  }
}
