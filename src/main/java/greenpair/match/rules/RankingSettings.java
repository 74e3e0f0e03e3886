package greenpair.match.rules;

import greenpair.catalog.Deployment;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.index.query.Precedent;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// `index-config/ranking.yaml`: everything about scores that may change without touching Java.
///
/// @param depth candidates that the first stage gives
/// @param relations weight of a code by its taxonomy relation to the wanted code
/// @param weights per side and kind, by signal; those of one side and kind sum to 1 after reading
/// @param priors by signal, used for unknown values
/// @param exploreMargin difference of scores up to which exploration may swap two neighbours
/// @param shadowDays days for which proposed weights run as a shadow; 0 for until the next
///     publication
/// @param minimumFit best relation of a code to a wanted one below which an entry is no answer
/// @param minimumScore per kind, below which the answer is "no good match"
/// @param minimumProof weight below which a deployment does not make a firm a proven one
/// @param minimumProofFit technology fit of a deployment below which it does not either
public record RankingSettings(
    int depth,
    Map<Taxonomy.Relation, Double> relations,
    Map<Side, Map<Kind, Map<String, Double>>> weights,
    Map<String, Double> priors,
    Cases cases,
    Places places,
    SimilarWorkSettings similar,
    PreferenceSettings preferences,
    EntrySettings entry,
    SignalSettings signals,
    PackageSettings packages,
    Spreading spreading,
    double exploreMargin,
    int shadowDays,
    double minimumFit,
    Map<Kind, Double> minimumScore,
    double minimumProof,
    double minimumProofFit) {
  public static final String FILE = "ranking.yaml";

  /// Longest shadow cycle.
  public static final int MOST_SHADOW_DAYS = 365;

  /// How deployments are weighed.
  ///
  /// @param grades weight of each grade; D is not read, it never counts
  /// @param fading of what is above the floor, with age
  /// @param oldestShare what a very old case still counts
  /// @param unknownYear share of a case whose year is unknown
  /// @param closed share of a case that has closed
  /// @param unverified share of a case that was not checked
  /// @param discount of each further case of the same candidate, strongest first
  /// @param failureShare how much of its proof a candidate can lose by what went wrong
  /// @param otherType share of a case that is known to be of none of the need's project types
  public record Cases(
      Map<Grade, Double> grades,
      ExponentialDecay fading,
      double oldestShare,
      double unknownYear,
      double closed,
      double unverified,
      double discount,
      double failureShare,
      double otherType) {}

  /// How presence, nearness and activity are measured, see [PastWork].
  ///
  /// @param fading of a case with age
  /// @param nearnessKm distance at which a case counts half
  /// @param regionKm distance assumed within a region if a place is unknown
  /// @param halfCases recent cases at which presence reaches half
  /// @param seat what a firm's seat counts beside a case of this year for nearness
  /// @param pending what one counts that is not done yet, by its status
  public record Places(
      ExponentialDecay fading,
      double nearnessKm,
      double regionKm,
      double halfCases,
      double seat,
      Map<Deployment.Status, Double> pending) {
    /// How much a deployment counts as work of the firm there, in [0, 1]: all when it is proven, a
    /// part while it is only approved, being built or planned, nothing when nothing came of it.
    public double share(Precedent precedent) {
      if (precedent.proves()) {
        return 1;
      }
      Deployment.Status status = precedent.status();
      return status == null ? 0 : pending.getOrDefault(status, 0.0);
    }

    public double saturate(double cases) {
      return cases / (cases + halfCases);
    }

    /// What a case counts by its distance, in (0, 1]: 1 / (1 + (km / L)^2).
    ///
    /// @param half L, the distance at which it counts half
    public static double decay(double kilometres, double half) {
      double ratio = kilometres / half;
      return 1 / (1 + ratio * ratio);
    }
  }

  /// How a list is spread when a request wants that, see [Spread].
  ///
  /// @param city rule for the needs of a whole city
  /// @param xquad how much [Diversifier] counts spread against relevance, in [0, 1]
  /// @param calibrated the same of [Calibrator]
  public record Spreading(SpreadRule city, double xquad, double calibrated) {}

  /// Reads the settings; faults go to the problems and defaults stand in.
  public static RankingSettings read(Settings all, SignalNames names, Problems problems) {
    Settings relation = all.child("relations");
    Map<Taxonomy.Relation, Double> relations = new EnumMap<>(Taxonomy.Relation.class);
    relations.put(Taxonomy.Relation.SAME, relation.number("same", 0, 1));
    relations.put(Taxonomy.Relation.BELOW, relation.number("below", 0, 1));
    relations.put(Taxonomy.Relation.ABOVE, relation.number("above", 0, 1));
    relations.put(Taxonomy.Relation.SIBLING, relation.number("sibling", 0, 1));
    relations.put(Taxonomy.Relation.NONE, 0.0);
    relation.finish();
    Map<Side, Map<Kind, Map<String, Double>>> weights = new EnumMap<>(Side.class);
    weights.put(Side.CITY, weights(all.child("weights"), Side.CITY, names));
    weights.put(Side.PARTNER, weights(all.child("partner_weights"), Side.PARTNER, names));
    Map<Kind, Double> minimumScore = new EnumMap<>(Kind.class);
    Settings least = all.child("minimum_score");
    for (Kind kind : Kind.RANKED) {
      minimumScore.put(kind, least.number(kind.word(), 0, 1));
    }
    least.finish();
    Settings prior = all.child("priors");
    Map<String, Double> priors = new LinkedHashMap<>();
    for (String signal : names.all()) {
      priors.put(signal, prior.number(signal, 0, 1));
    }
    prior.finish();
    RankingSettings read =
        new RankingSettings(
            all.whole("candidates", 10, 10_000),
            relations,
            weights,
            priors,
            cases(all.child("cases")),
            places(all.child("places")),
            SimilarWorkSettings.read(all.child("similar_work")),
            PreferenceSettings.read(all.child("preferences")),
            EntrySettings.read(all.child("entry")),
            SignalSettings.read(all.child("signals")),
            PackageSettings.read(all.child("packages")),
            spreading(all.child("spread")),
            all.number("explore_margin", 0, 1),
            all.whole("shadow_days", 0, MOST_SHADOW_DAYS),
            all.number("minimum_fit", 0, 1),
            minimumScore,
            all.number("minimum_proof", 0, 1),
            all.number("minimum_proof_fit", 0, 1));
    all.finish();
    return read;
  }

  /// The same with the weight of one signal of a kind at 0, and the others of its side scaled to
  /// sum to 1 again.
  public RankingSettings without(Kind kind, String signal) {
    Map<Side, Map<Kind, Map<String, Double>>> changed = new EnumMap<>(Side.class);
    weights.forEach(
        (side, kinds) -> {
          Map<Kind, Map<String, Double>> copy = new EnumMap<>(kinds);
          copy.computeIfPresent(kind, (key, shares) -> without(shares, signal));
          changed.put(side, copy);
        });
    return with(changed);
  }

  /// The same with other weights.
  public RankingSettings with(Map<Side, Map<Kind, Map<String, Double>>> other) {
    return new RankingSettings(
        depth,
        relations,
        other,
        priors,
        cases,
        places,
        similar,
        preferences,
        entry,
        signals,
        packages,
        spreading,
        exploreMargin,
        shadowDays,
        minimumFit,
        minimumScore,
        minimumProof,
        minimumProofFit);
  }

  private static Map<String, Double> without(Map<String, Double> shares, String signal) {
    double left = 1 - shares.getOrDefault(signal, 0.0);
    if (!(left > 0)) {
      throw new IllegalArgumentException(signal + " has all the weight of its side");
    }
    Map<String, Double> others = new LinkedHashMap<>(shares);
    others.replaceAll((name, share) -> name.equals(signal) ? 0 : share / left);
    return others;
  }

  private static Map<Kind, Map<String, Double>> weights(
      Settings weight, Side side, SignalNames names) {
    Map<Kind, Map<String, Double>> weights = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.RANKED) {
      List<String> signals = names.of(kind, side);
      if (!signals.isEmpty()) {
        weights.put(kind, weights(weight, kind, signals));
      }
    }
    weight.finish();
    return weights;
  }

  private static Map<String, Double> weights(Settings weight, Kind kind, List<String> signals) {
    Settings of = weight.child(kind.word());
    Map<String, Double> raw = new LinkedHashMap<>();
    for (String signal : signals) {
      raw.put(signal, of.number(signal, 0, 1_000_000));
    }
    of.finish();
    double sum = raw.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!(sum > 0)) {
      weight.problem(kind.word(), "must have at least one weight above 0");
      return raw;
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    raw.forEach((signal, amount) -> shares.put(signal, amount / sum));
    return shares;
  }

  private static Cases cases(Settings of) {
    Settings grade = of.child("grades");
    Map<Grade, Double> grades = new EnumMap<>(Grade.class);
    for (Grade each : List.of(Grade.A, Grade.B, Grade.C)) {
      grades.put(each, grade.number(each.name(), 0, 1));
    }
    grade.finish();
    grades.put(Grade.D, 0.0);
    Cases cases =
        new Cases(
            grades,
            new ExponentialDecay(of.number("half_life", 1, 1000)),
            of.number("oldest_share", 0, 1),
            of.number("unknown_year", 0, 1),
            of.number("closed", 0, 1),
            of.number("unverified", 0, 1),
            of.number("discount", 0, 1),
            of.number("failure_share", 0, 1),
            of.number("other_type", 0, 1));
    of.finish();
    return cases;
  }

  private static Places places(Settings of) {
    Places places =
        new Places(
            new ExponentialDecay(of.number("half_life", 1, 1000)),
            of.number("nearness_km", 1, 20_000),
            of.number("region_km", 0, 20_000),
            of.number("half_cases", 0.1, 1000),
            of.number("seat", 0, 1),
            pending(of.child("pending")));
    of.finish();
    return places;
  }

  private static Map<Deployment.Status, Double> pending(Settings of) {
    Map<Deployment.Status, Double> pending = new EnumMap<>(Deployment.Status.class);
    pending.put(Deployment.Status.BUILDING, of.number("building", 0, 1));
    pending.put(Deployment.Status.APPROVED, of.number("approved", 0, 1));
    pending.put(Deployment.Status.PLANNED, of.number("planned", 0, 1));
    of.finish();
    return pending;
  }

  private static Spreading spreading(Settings of) {
    String word = of.text("city");
    SpreadRule rule = SpreadRule.XQUAD;
    for (SpreadRule each : SpreadRule.values()) {
      rule = each.word().equals(word) ? each : rule;
    }
    if (!rule.word().equals(word) && !word.equals("?")) {
      of.problem("city", "must be xquad or calibrated, but was " + word);
    }
    Spreading spreading =
        new Spreading(rule, of.number("xquad", 0, 1), of.number("calibrated", 0, 1));
    of.finish();
    return spreading;
  }

  /// Weights of the signals of a side for an ask, summing to 1. A signal that compares attributes
  /// has none if too little is known of the need: similar work needs any attribute, similar work
  /// nearby one of the work itself, since public clients alone are alike everywhere.
  public Map<String, Double> weights(Kind kind, Side side, Ask ask) {
    Map<String, Double> all = weights(kind, side);
    boolean compares =
        side == Side.CITY ? !ask.attributes().isEmpty() : ask.attributes().describesWork();
    String signal = side == Side.CITY ? SimilarWorkSettings.ANYWHERE : SimilarWorkSettings.NEARBY;
    return !compares && all.getOrDefault(signal, 0.0) > 0 ? without(all, signal) : all;
  }

  /// Weights of the signals of a side, summing to 1.
  public Map<String, Double> weights(Kind kind, Side side) {
    return Objects.requireNonNull(weights.get(side)).getOrDefault(kind, Map.of());
  }

  public double prior(String signal) {
    return Objects.requireNonNull(priors.get(signal));
  }

  public double relation(Taxonomy.Relation relation) {
    return Objects.requireNonNull(relations.get(relation));
  }

  public double grade(Grade grade) {
    return Objects.requireNonNull(cases.grades.get(grade));
  }

  public double minimumScore(Kind kind) {
    return Objects.requireNonNull(minimumScore.get(kind));
  }
}
