package greenpair.match.past;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.index.generation.RegistryPast;
import greenpair.match.settings.SimilarWorkSettings;
import org.jspecify.annotations.Nullable;

/// How well the attributes of projects tell firms apart, estimated from past projects.
///
/// For each project of a firm, m is the mean agreement with other projects of the firm in other
/// cities, and c that with projects of other firms for the same technology. Over all projects, r =
/// (m − c) / (1 − c), at least 0, is how much more often than by chance a firm repeats itself; the
/// shipped value counts as [#PRIOR] projects more. Where firms repeat a type no more often than
/// chance has it, r is 0 and the type does not count. The same for the size, of which c is also the
/// share ([SimilarWorkSettings#alike(Attribute, List, List)]).
final class AttributeHabits {
  private static final double PRIOR = 30;
  private static final double MOST = 0.99;

  /// Of a size, where the past knows none.
  private static final double SIZE_REPEATS = 0.3;

  /// A prime, so that projects are not compared in the rhythm of their order in a file.
  private static final long STRIDE = 104_729;

  /// Projects that one is compared with at most.
  private static final int COMPARED = 20;

  private final Map<Code, List<Deployment>> byTechnology = new TreeMap<>();
  private final Map<EntryId, List<Deployment>> byFirm = new TreeMap<>();

  /// @param projects compared
  /// @param chance c, in [0, 1]
  private record Habit(int projects, double repeats, double chance) {}

  AttributeHabits(List<Deployment> deployments) {
    for (Deployment each : deployments) {
      if (!each.attributes().isEmpty() && !each.technologies().isEmpty()) {
        byTechnology
            .computeIfAbsent(each.technologies().getFirst(), code -> new ArrayList<>())
            .add(each);
        each.firms().forEach(id -> byFirm.computeIfAbsent(id, key -> new ArrayList<>()).add(each));
      }
    }
  }

  /// @param past in which nothing is known of attributes yet
  RegistryPast over(RegistryPast past, SimilarWorkSettings shipped) {
    Map<Attribute, Double> repeats = new EnumMap<>(Attribute.class);
    Map<Attribute, Map<String, Double>> shares = new EnumMap<>(Attribute.class);
    for (Attribute each : Attribute.values()) {
      repeats.put(
          each,
          habit(
                  shipped.repeats(each),
                  (one, other) -> agreement(one.of(each), other.of(each), shipped))
              .repeats);
      shares.put(each, shares(each));
    }
    Habit size = habit(SIZE_REPEATS, (one, other) -> nearness(one.size(), other.size()));
    return past.with("repeats", repeats)
        .with("shares", shares)
        .with(
            "size",
            size.projects == 0
                ? shipped.size()
                : SimilarWorkSettings.differs(size.repeats, size.chance));
  }

  /// The share of the projects with a known word that have each.
  private Map<String, Double> shares(Attribute attribute) {
    Map<String, Double> shares = new HashMap<>();
    int known = 0;
    for (List<Deployment> all : byTechnology.values()) {
      for (Deployment each : all) {
        List<String> words = each.attributes().of(attribute);
        known += words.isEmpty() ? 0 : 1;
        words.forEach(word -> shares.merge(word, 1.0, Double::sum));
      }
    }
    double all = known;
    shares.replaceAll((word, count) -> count / all);
    return shares;
  }

  private static @Nullable Double agreement(
      List<String> one, List<String> other, SimilarWorkSettings settings) {
    return one.isEmpty() || other.isEmpty() ? null : (Double) settings.overlap(one, other);
  }

  private static @Nullable Double nearness(
      Attributes.@Nullable Size one, Attributes.@Nullable Size other) {
    return one == null || other == null || !one.unit().equals(other.unit())
        ? null
        : (Double) SimilarWorkSettings.nearness(one, other);
  }

  private Habit habit(
      double shipped, BiFunction<Attributes, Attributes, @Nullable Double> agreement) {
    double own = 0;
    double others = 0;
    int count = 0;
    for (List<Deployment> work : byFirm.values()) {
      for (Deployment project : work) {
        double same = mean(project, work, true, agreement);
        double chance =
            Double.isNaN(same)
                ? Double.NaN
                : mean(
                    project,
                    byTechnology.getOrDefault(project.technologies().getFirst(), List.of()),
                    false,
                    agreement);
        if (!Double.isNaN(chance)) {
          own += same;
          others += chance;
          count++;
        }
      }
    }
    double chance = count == 0 ? 1 : others / count;
    double repeats = chance < 1 ? Math.clamp((own / count - chance) / (1 - chance), 0, MOST) : 0;
    return new Habit(count, (count * repeats + PRIOR * shipped) / (count + PRIOR), chance);
  }

  /// The mean agreement of a project with others in other cities; NaN if none can be compared.
  private static double mean(
      Deployment project,
      List<Deployment> among,
      boolean ofOneFirm,
      BiFunction<Attributes, Attributes, @Nullable Double> agreement) {
    double sum = 0;
    int count = 0;
    int tries = Math.min(among.size(), COMPARED);
    int start = among.isEmpty() ? 0 : Math.floorMod(project.id().value().hashCode(), among.size());
    for (int i = 0; i < tries; i++) {
      Deployment other = among.get((int) ((start + i * STRIDE) % among.size()));
      boolean isOther =
          !other.city().equals(project.city())
              && (ofOneFirm || Collections.disjoint(other.firms(), project.firms()));
      Double agrees = isOther ? agreement.apply(project.attributes(), other.attributes()) : null;
      if (agrees != null) {
        sum += agrees;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
