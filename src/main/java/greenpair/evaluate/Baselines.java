package greenpair.evaluate;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Taxonomy;
import greenpair.catalog.Text;
import greenpair.index.Baseline;
import greenpair.index.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a ranking must beat: orders that know nothing of the question, or its words alone. Each
/// ranks all entries of the topic's kind but those that the asker has already.
public final class Baselines {
  private final Snapshot snapshot;
  private final Taxonomy taxonomy;
  private final long seed;
  private final boolean hideOwnCases;
  private final Map<EntryId, City> cities = new HashMap<>();
  private final Map<Kind, List<Entry>> entries = new EnumMap<>(Kind.class);
  private final Map<Kind, Map<EntryId, Set<EntryId>>> known = new EnumMap<>(Kind.class);
  private final Map<Kind, Baseline> texts = new EnumMap<>(Kind.class);

  /// One order.
  public enum Rule {
    /// By chance; another order for each topic.
    RANDOM,
    /// By the number of cities where it has worked, ties by id.
    POPULARITY,
    /// The same in the region of the asking city first, or in its country where the region is
    /// unknown.
    POPULARITY_REGION,
    /// BM25 of Lucene's `StandardAnalyzer` over names, texts and labels, for the words of the need,
    /// the labels of its technologies and the name of the city.
    BM25
  }

  /// @param seed of the random order
  /// @param hideOwnCases whether deployments in the asking city do not count
  public Baselines(Snapshot snapshot, Taxonomy taxonomy, long seed, boolean hideOwnCases) {
    this.snapshot = snapshot;
    this.taxonomy = taxonomy;
    this.seed = seed;
    this.hideOwnCases = hideOwnCases;
    all(Kind.CITY).forEach(each -> cities.put(each.id(), (City) each));
  }

  /// Answers all topics, each of which has a city.
  ///
  /// @param depth entries for each topic at most
  public TrecRun run(Rule rule, List<Topic> topics, int depth) {
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    for (Topic topic : topics) {
      rankings.put(
          topic.id(),
          ranking(rule, topic).stream()
              .filter(id -> !topic.known().contains(id))
              .limit(depth)
              .map(EntryId::value)
              .toList());
    }
    return TrecRun.ranked(rule.name().toLowerCase(java.util.Locale.ROOT), rankings);
  }

  private List<EntryId> ranking(Rule rule, Topic topic) {
    EntryId city = topic.city();
    if (city == null) {
      throw new IllegalArgumentException(
          "a topic without a city is a search; compare it with evaluate --against bm25");
    }
    return switch (rule) {
      case RANDOM -> random(topic);
      case POPULARITY -> popular(topic.kind(), city, null);
      case POPULARITY_REGION -> popular(topic.kind(), city, region(city));
      case BM25 ->
          texts
              .computeIfAbsent(
                  topic.kind(),
                  kind -> Baseline.of(Baseline.Form.STANDARD, List.of(kind), snapshot, taxonomy))
              .ranking(words(topic, city))
              .stream()
              .map(Entry::id)
              .toList();
    };
  }

  private List<EntryId> random(Topic topic) {
    List<EntryId> shuffled = new ArrayList<>(all(topic.kind()).stream().map(Entry::id).toList());
    Collections.sort(shuffled);
    Collections.shuffle(shuffled, Random.from(Draws.from(seed ^ topic.id().hashCode())));
    return shuffled;
  }

  private List<EntryId> popular(Kind kind, EntryId city, @Nullable String region) {
    Map<EntryId, Set<EntryId>> worked =
        known.computeIfAbsent(kind, key -> worked(key, all(Kind.DEPLOYMENT)));
    Comparator<EntryId> order =
        Comparator.<EntryId>comparingLong(id -> -count(worked, id, city, region))
            .thenComparingLong(id -> -count(worked, id, city, null))
            .thenComparing(Comparator.naturalOrder());
    return all(kind).stream().map(Entry::id).sorted(order).toList();
  }

  /// Cities where it has worked, those of a region alone where one is given.
  private long count(
      Map<EntryId, Set<EntryId>> worked, EntryId id, EntryId city, @Nullable String region) {
    return worked.getOrDefault(id, Set.of()).stream()
        .filter(each -> !hideOwnCases || !each.equals(city))
        .filter(each -> region == null || region.equals(region(each)))
        .count();
  }

  private String region(EntryId id) {
    City city = cities.get(id);
    if (city == null) {
      return "";
    }
    return city.region() == null ? city.country() : city.region();
  }

  /// In which cities entries of a kind have worked; a solution wherever its technology has.
  private Map<EntryId, Set<EntryId>> worked(Kind kind, List<Entry> deployments) {
    Map<EntryId, Set<EntryId>> worked = new HashMap<>();
    Map<Code, Set<EntryId>> byCode = new HashMap<>();
    for (Entry each : deployments) {
      Deployment deployment = (Deployment) each;
      Collection<EntryId> partners =
          switch (kind) {
            case FIRM -> deployment.firms();
            case FINANCIER -> deployment.financiers();
            case SOLUTION, CITY, NEED, DEPLOYMENT -> List.of();
          };
      partners.forEach(
          id -> worked.computeIfAbsent(id, key -> new HashSet<>()).add(deployment.city()));
      deployment
          .technologies()
          .forEach(
              code -> byCode.computeIfAbsent(code, key -> new HashSet<>()).add(deployment.city()));
    }
    if (kind == Kind.SOLUTION) {
      for (Entry each : all(kind)) {
        Set<EntryId> there = new TreeSet<>();
        each.technologies().forEach(code -> there.addAll(byCode.getOrDefault(code, Set.of())));
        worked.put(each.id(), there);
      }
    }
    return worked;
  }

  private String words(Topic topic, EntryId city) {
    List<String> words = new ArrayList<>(List.of(topic.text()));
    List<Code> codes = new ArrayList<>(topic.technologies());
    if (topic.need() != null) {
      Need need = (Need) snapshot.entry(Kind.NEED, topic.need()).orElseThrow();
      words.addAll(both(need.name()));
      codes.addAll(need.technologies());
    }
    codes.forEach(code -> words.addAll(both(taxonomy.label(code))));
    City asking = cities.get(city);
    if (asking != null) {
      words.addAll(both(asking.name()));
    }
    return String.join("\n", words);
  }

  private static List<String> both(Text text) {
    return Stream.of(text.en(), text.zh()).flatMap(Stream::ofNullable).toList();
  }

  private List<Entry> all(Kind kind) {
    return entries.computeIfAbsent(
        kind, key -> snapshot.entries(key, 0, Math.toIntExact(snapshot.manifest().count(key))));
  }
}
