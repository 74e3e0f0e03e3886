package greenpair.evaluate;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.evaluate.statistics.Draws;
import greenpair.evaluate.trec.Topic;
import greenpair.evaluate.trec.TrecRun;
import greenpair.index.Baseline;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.message.MessageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Simple rankings that use no part of the question, or only its words. Each ranks all entries of
/// the topic's kind except those that the city already has.
public final class Baselines {
  private static final int RECENT_YEARS = 10;

  private final Snapshot snapshot;
  private final Taxonomy taxonomy;
  private final long seed;
  private final boolean hideOwnCases;
  private final Map<Kind, List<Entry>> entries = new EnumMap<>(Kind.class);
  private final Map<Kind, TrackRecords> records = new EnumMap<>(Kind.class);
  private final Map<Kind, Baseline> texts = new EnumMap<>(Kind.class);

  public enum Rule {
    /// Random; a different order for each topic.
    RANDOM,
    /// By the number of cities where it has worked, ties by id.
    POPULARITY,
    /// The same in the region of the asking city first, or in its country where the region is
    /// unknown.
    POPULARITY_REGION,
    /// By the number of cities of the region where it has done what the topic asks for (a wanted
    /// technology or one below it), then by [#POPULARITY_REGION].
    POPULARITY_REGION_TECHNOLOGY,
    /// By the distance to its nearest deployment of the last ten years, counted from the newest of
    /// all, newer first at one distance, then by [#POPULARITY].
    NEAREST_RECENT,
    /// BM25 of Lucene's `StandardAnalyzer` over names, texts and labels, for the words of the need,
    /// the labels of its technologies and the name of the city.
    BM25
  }

  /// @param hideOwnCases whether deployments in the asking city do not count
  public Baselines(Snapshot snapshot, Taxonomy taxonomy, long seed, boolean hideOwnCases) {
    this.snapshot = snapshot;
    this.taxonomy = taxonomy;
    this.seed = seed;
    this.hideOwnCases = hideOwnCases;
  }

  /// Answers all topics, each of which has a city.
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

  /// Whether none of these is known to have worked in the region of the topic's city.
  public boolean areNew(Collection<String> ids, Topic topic) {
    EntryId city = java.util.Objects.requireNonNull(topic.city());
    Predicate<Deployment> inRegion = isInRegion(topic.kind(), city);
    Predicate<Deployment> visible = each -> !hideOwnCases || !each.city().equals(city);
    return ids.stream()
        .flatMap(id -> records(topic.kind()).of(new EntryId(id)).stream())
        .noneMatch(visible.and(inRegion));
  }

  private List<EntryId> ranking(Rule rule, Topic topic) {
    EntryId city = topic.city();
    if (city == null) {
      throw new MessageException(Message.of("metric.search_topic"));
    }
    return switch (rule) {
      case RANDOM -> random(topic);
      case POPULARITY -> ordered(topic.kind(), popular(topic.kind(), city));
      case POPULARITY_REGION -> ordered(topic.kind(), popularInRegion(topic.kind(), city));
      case POPULARITY_REGION_TECHNOLOGY -> ordered(topic.kind(), popularForTechnology(topic, city));
      case NEAREST_RECENT -> ordered(topic.kind(), nearest(topic.kind(), city));
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

  private List<EntryId> ordered(Kind kind, Comparator<EntryId> order) {
    return all(kind).stream()
        .map(Entry::id)
        .sorted(order.thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private Comparator<EntryId> popular(Kind kind, EntryId city) {
    return mostCities(kind, city, each -> true);
  }

  private Comparator<EntryId> popularInRegion(Kind kind, EntryId city) {
    return mostCities(kind, city, isInRegion(kind, city)).thenComparing(popular(kind, city));
  }

  private Comparator<EntryId> popularForTechnology(Topic topic, EntryId city) {
    Kind kind = topic.kind();
    List<Code> wanted = new ArrayList<>(topic.technologies());
    if (topic.need() != null) {
      wanted.addAll(need(topic.need()).technologies());
    }
    Predicate<Deployment> asked =
        each -> each.technologies().stream().anyMatch(code -> isWanted(code, wanted));
    return mostCities(kind, city, isInRegion(kind, city).and(asked))
        .thenComparing(popularInRegion(kind, city));
  }

  private boolean isWanted(Code code, List<Code> wanted) {
    return wanted.stream()
        .map(each -> taxonomy.relate(each, code))
        .anyMatch(each -> each == Taxonomy.Relation.SAME || each == Taxonomy.Relation.BELOW);
  }

  private Predicate<Deployment> isInRegion(Kind kind, EntryId city) {
    String region = records(kind).region(city);
    return each -> region.equals(records(kind).region(each.city()));
  }

  private Comparator<EntryId> mostCities(Kind kind, EntryId city, Predicate<Deployment> counts) {
    Predicate<Deployment> visible = each -> !hideOwnCases || !each.city().equals(city);
    Map<EntryId, Integer> many = new HashMap<>();
    all(kind)
        .forEach(each -> many.put(each.id(), records(kind).cities(each.id(), visible.and(counts))));
    return Comparator.comparingInt(id -> -many.getOrDefault(id, 0));
  }

  private Comparator<EntryId> nearest(Kind kind, EntryId city) {
    TrackRecords track = records(kind);
    int since = track.newest() - RECENT_YEARS;
    Map<EntryId, Double> distance = new HashMap<>();
    Map<EntryId, Integer> year = new HashMap<>();
    for (Entry each : all(kind)) {
      for (Deployment done : track.of(each.id())) {
        Integer when = Deployment.year(done.start(), done.end());
        if (when != null && when > since && !(hideOwnCases && done.city().equals(city))) {
          double away = track.kilometres(city, done.city());
          double least = distance.getOrDefault(each.id(), Double.POSITIVE_INFINITY);
          if (away < least || (away == least && when > year.getOrDefault(each.id(), 0))) {
            distance.put(each.id(), away);
            year.put(each.id(), when);
          }
        }
      }
    }
    return Comparator.<EntryId>comparingDouble(
            id -> distance.getOrDefault(id, Double.POSITIVE_INFINITY))
        .thenComparingInt(id -> -year.getOrDefault(id, 0))
        .thenComparing(popular(kind, city));
  }

  private TrackRecords records(Kind kind) {
    return records.computeIfAbsent(
        kind, key -> new TrackRecords(key, all(key), all(Kind.DEPLOYMENT), all(Kind.CITY)));
  }

  private String words(Topic topic, EntryId city) {
    List<String> words = new ArrayList<>(List.of(topic.text()));
    List<Code> codes = new ArrayList<>(topic.technologies());
    if (topic.need() != null) {
      Need need = need(topic.need());
      words.addAll(both(need.name()));
      codes.addAll(need.technologies());
    }
    codes.forEach(code -> words.addAll(both(taxonomy.label(code))));
    City asking = records(topic.kind()).city(city);
    if (asking != null) {
      words.addAll(both(asking.name()));
    }
    return String.join("\n", words);
  }

  private Need need(EntryId id) {
    return (Need) snapshot.entry(Kind.NEED, id).orElseThrow();
  }

  private static List<String> both(Text text) {
    return Stream.of(text.en(), text.zh()).flatMap(Stream::ofNullable).toList();
  }

  private List<Entry> all(Kind kind) {
    return entries.computeIfAbsent(
        kind, key -> snapshot.entries(key, 0, Math.toIntExact(snapshot.manifest().count(key))));
  }
}
