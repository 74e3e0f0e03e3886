package greenpair.match.settings;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.index.generation.RegistryPast;
import greenpair.message.Message;

/// `index-config/ranking.yaml`: what about scores may change without touching Java.
///
/// @param depth candidates that the first stage gives
/// @param relations weight of a code by its taxonomy relation to the wanted code
/// @param weights per side and kind, by signal; those of one side and kind sum to 1 after reading
/// @param priors by signal, used for unknown values
/// @param preferenceWeight share of the partner's side that its stated preferences have
/// @param minimumFit best relation of a code to a wanted one below which an entry is no answer
/// @param minimumScore per kind, below which the answer is "no good match"
/// @param minimumCovered share of what a need asks that a proven firm offers at least
/// @param minimumProof weight below which a deployment does not make a firm a proven one
/// @param minimumProofFit technology fit of a deployment below which it does not either
public record RankingSettings(
    int depth,
    Map<Taxonomy.Relation, Double> relations,
    Map<Side, Map<Kind, Map<String, Double>>> weights,
    Map<String, Double> priors,
    CaseSettings cases,
    HeadlineSettings headline,
    SizeSettings sizes,
    DeliverySettings delivery,
    PlaceSettings places,
    SimilarWorkSettings similar,
    double preferenceWeight,
    double minimumFit,
    Map<Kind, Double> minimumScore,
    double minimumCovered,
    double minimumProof,
    double minimumProofFit) {
  public static final String FILE = "ranking.yaml";

  /// Reads the settings; errors are added to the problems and replaced by defaults.
  public static RankingSettings read(Settings all, SignalNames names, Problems problems) {
    Map<Taxonomy.Relation, Double> relations =
        all.numbers("relations", Taxonomy.Relation.RELATED, 0, 1);
    relations.put(Taxonomy.Relation.NONE, 0.0);
    Map<Side, Map<Kind, Map<String, Double>>> weights = new EnumMap<>(Side.class);
    weights.put(Side.CITY, weights(all.child("weights"), Side.CITY, names));
    weights.put(Side.PARTNER, weights(all.child("partner_weights"), Side.PARTNER, names));
    Settings prior = all.child("priors");
    Map<String, Double> priors = new LinkedHashMap<>();
    for (String signal : names.all()) {
      priors.put(signal, prior.number(signal, 0, 1));
    }
    RankingSettings read =
        new RankingSettings(
            all.whole("candidates", 10, 10_000),
            relations,
            weights,
            priors,
            CaseSettings.read(all.child("cases")),
            all.child("headline").record(HeadlineSettings.class),
            SizeSettings.read(all.child("sizes")),
            DeliverySettings.read(all.child("delivery")),
            PlaceSettings.read(all.child("places")),
            SimilarWorkSettings.read(all.child("similar_work")),
            all.number("preference_weight", 0, 1),
            all.number("minimum_fit", 0, 1),
            all.numbers("minimum_score", Kind.RANKED, 0, 1),
            all.number("minimum_covered", 0, 1),
            all.number("minimum_proof", 0, 1),
            all.number("minimum_proof_fit", 0, 1));
    all.finish();
    return read;
  }

  /// The same with the weights of a kind multiplied.
  ///
  /// @param factors by signal, above 0; a signal without one keeps its weight beside the others.
  public RankingSettings times(Kind kind, Map<String, Double> factors) {
    Map<Side, Map<Kind, Map<String, Double>>> changed = new EnumMap<>(Side.class);
    weights.forEach(
        (side, kinds) -> {
          Map<Kind, Map<String, Double>> copy = new EnumMap<>(kinds);
          copy.computeIfPresent(kind, (key, shares) -> times(shares, factors));
          changed.put(side, copy);
        });
    return with("weights", changed);
  }

  private static Map<String, Double> times(
      Map<String, Double> shares, Map<String, Double> factors) {
    Map<String, Double> product = new LinkedHashMap<>(shares);
    product.replaceAll((signal, share) -> share * factors.getOrDefault(signal, 1.0));
    double sum = product.values().stream().mapToDouble(Double::doubleValue).sum();
    product.replaceAll((signal, share) -> share / sum);
    return product;
  }

  /// The same with what the past of a generation changes.
  public RankingSettings with(RegistryPast past) {
    RankingSettings changed = with("similar", similar.with(past)).with("places", places.with(past));
    return past.factors().isEmpty() ? changed : changed.times(Kind.FIRM, past.factors());
  }

  private RankingSettings with(String field, Object other) {
    return FieldTable.with(this, Map.of(field, other));
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
    return weights;
  }

  private static Map<String, Double> weights(Settings weight, Kind kind, List<String> signals) {
    Settings of = weight.child(kind.word());
    Map<String, Double> raw = new LinkedHashMap<>();
    for (String signal : signals) {
      raw.put(signal, of.number(signal, 0, 1_000_000));
    }
    double sum = raw.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!(sum > 0)) {
      weight.problem(kind.word(), Message.of("config.weights"));
      return raw;
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    raw.forEach((signal, amount) -> shares.put(signal, amount / sum));
    return shares;
  }

  /// Weights of the signals of a side for a query, summing to 1. A signal that compares attributes
  /// has none if nothing can be compared.
  public Map<String, Double> weights(Kind kind, Side side, MatchQuery query) {
    Map<String, Double> all = weights(kind, side);
    String signal = comparing(side);
    return !compares(side, query) && all.getOrDefault(signal, 0.0) > 0 ? without(all, signal) : all;
  }

  /// The signal of a side that compares attributes.
  public static String comparing(Side side) {
    return side == Side.CITY ? SimilarWorkSettings.ANYWHERE : SimilarWorkSettings.NEARBY;
  }

  /// Whether attributes can be compared: for similar work any that projects state, for similar work
  /// nearby also one of the work itself, since public clients are alike everywhere.
  public boolean compares(Side side, MatchQuery query) {
    return similar.compares(query.attributes())
        && (side == Side.CITY || query.attributes().describesWork());
  }

  /// Weights of the signals of a side, summing to 1.
  public Map<String, Double> weights(Kind kind, Side side) {
    return Objects.requireNonNull(weights.get(side)).getOrDefault(kind, Map.of());
  }

  /// The roles that can deliver what is asked for; empty if any can.
  public Set<Deployment.Role> roles(MatchQuery query) {
    return delivery.roles(query);
  }

  public double prior(String signal) {
    return Objects.requireNonNull(priors.get(signal));
  }

  public double relation(Taxonomy.Relation relation) {
    return Objects.requireNonNull(relations.get(relation));
  }

  public double grade(Grade grade) {
    return Objects.requireNonNull(cases.grades().get(grade));
  }

  public double minimumScore(Kind kind) {
    return Objects.requireNonNull(minimumScore.get(kind));
  }
}
