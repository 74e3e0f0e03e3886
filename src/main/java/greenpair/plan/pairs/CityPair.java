package greenpair.plan.pairs;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import greenpair.plan.solve.IntegerProgram;
import greenpair.plan.solve.SolverResult;

/// What two cities have in common and could learn from each other.
///
/// `value = (a similarity + l learning + t ties) / (a + l + t)`, in [0, 1], by the weights of
/// [Weights]. Similarity is the mean over the technologies that either
/// wants. Learning is the mean of the directions that are known, each the share of one city's needs
/// for which the other has a proven deployment: of a city without needs it is not known what it
/// could learn. Ties are 1 if a firm or financier has worked in both, else 0.
///
/// @param lessons what one could show the other: the best case for each need
/// @param partners firms and financiers with proven deployments in both
public record CityPair(
    EntryId one,
    EntryId other,
    double value,
    double similarity,
    double learning,
    List<Lesson> lessons,
    Set<EntryId> partners) {
  /// Pairs that [#best] chooses among at most.
  private static final int MOST = 10_000;

  /// How much the parts count, each from 0, not all 0.
  public record Weights(double similarity, double learning, double ties) {}

  /// A deployment in one city that answers a need of the other.
  public record Lesson(EntryId teacher, ProvenProject done, EntryId learner, CityNeed wanted) {}

  /// How alike two cities are for a technology, in [0, 1].
  @FunctionalInterface
  public interface Similarity {
    double of(EntryId one, EntryId other, Code technology);
  }

  public CityPair {
    lessons = List.copyOf(lessons);
    partners = java.util.Collections.unmodifiableSet(new TreeSet<>(partners));
  }

  public static CityPair of(
      Twin one, Twin other, Weights weights, Taxonomy taxonomy, Similarity similarity) {
    List<Lesson> lessons = new ArrayList<>();
    double learning =
        DoubleStream.concat(
                teach(one, other, taxonomy, lessons), teach(other, one, taxonomy, lessons))
            .average()
            .orElse(0);
    Set<Code> codes = new TreeSet<>();
    for (Twin each : List.of(one, other)) {
      each.wanted().forEach(wanted -> codes.addAll(wanted.technologies()));
    }
    double alike =
        codes.stream()
            .mapToDouble(code -> similarity.of(one.city(), other.city(), code))
            .average()
            .orElse(0);
    Set<EntryId> partners = partners(one);
    partners.retainAll(partners(other));
    double value = value(weights, alike, learning, !partners.isEmpty());
    return new CityPair(one.city(), other.city(), value, alike, learning, lessons, partners);
  }

  private static double value(Weights weights, double alike, double learning, boolean tied) {
    double all = weights.similarity + weights.learning + weights.ties;
    return (weights.similarity * alike + weights.learning * learning + (tied ? weights.ties : 0))
        / all;
  }

  /// The pairs with the largest total value.
  ///
  /// @param perCity pairs that a city takes part in at most, from 1
  /// @throws ImpossibleException if there are too many pairs to choose among
  /// @throws greenpair.plan.UndecidedException if the solver found no solution
  public static List<CityPair> best(List<CityPair> pairs, int perCity) {
    if (pairs.size() > MOST) {
      Message why = Message.of("pair.too_many", "most", MOST, "count", pairs.size());
      throw new ImpossibleException(List.of(why));
    }
    IntegerProgram program = new IntegerProgram();
    Map<EntryId, List<Integer>> ofCities = new TreeMap<>();
    for (CityPair each : pairs) {
      int unknown = program.choice(each.value);
      for (EntryId city : List.of(each.one, each.other)) {
        ofCities.computeIfAbsent(city, key -> new ArrayList<>()).add(unknown);
      }
    }
    ofCities.values().forEach(own -> program.sum(own).atMost(perCity));
    // A transport problem: its relaxation is whole, so the first one is the best.
    SolverResult solution = program.maximise().found();
    return IntStream.range(0, pairs.size())
        .filter(solution::isOn)
        .mapToObj(pairs::get)
        .sorted(Comparator.comparing(CityPair::one).thenComparing(CityPair::other))
        .toList();
  }

  public boolean isOf(EntryId city) {
    return one.equals(city) || other.equals(city);
  }

  /// Its value again, from its parts.
  public double value(Weights weights) {
    return value(weights, similarity, learning, !partners.isEmpty());
  }

  /// The share of the learner's needs that the teacher has an answer to; empty if it has no needs.
  private static DoubleStream teach(
      Twin teacher, Twin learner, Taxonomy taxonomy, List<Lesson> lessons) {
    int taught = 0;
    for (CityNeed wanted : learner.wanted()) {
      for (ProvenProject done : teacher.done()) {
        if (answers(done, wanted, taxonomy)) {
          lessons.add(new Lesson(teacher.city(), done, learner.city(), wanted));
          taught++;
          break;
        }
      }
    }
    return learner.wanted().isEmpty()
        ? DoubleStream.empty()
        : DoubleStream.of((double) taught / learner.wanted().size());
  }

  private static boolean answers(ProvenProject done, CityNeed wanted, Taxonomy taxonomy) {
    return taxonomy.isAnyWithin(done.technologies(), wanted.technologies());
  }

  private static Set<EntryId> partners(Twin twin) {
    Set<EntryId> partners = new TreeSet<>();
    twin.done().forEach(each -> partners.addAll(each.partners()));
    return partners;
  }

  /// A need, as seen by a pair of cities.
  public record CityNeed(EntryId need, Text name, List<Code> technologies) {
    public CityNeed {
      technologies = List.copyOf(technologies);
    }
  }

  /// A city that looks for another city to learn from.
  ///
  /// @param done what it could show, best grade first
  public record Twin(EntryId city, Text name, List<CityNeed> wanted, List<ProvenProject> done) {
    public Twin {
      wanted = List.copyOf(wanted);
      done = List.copyOf(done);
    }
  }

  /// A proven deployment that a city could show.
  public record ProvenProject(
      EntryId deployment, Text name, List<Code> technologies, Grade grade, Set<EntryId> partners) {
    public ProvenProject {
      technologies = List.copyOf(technologies);
      partners = java.util.Collections.unmodifiableSet(new TreeSet<>(partners));
    }
  }
}
