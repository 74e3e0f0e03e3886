package greenpair.evaluate;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Market;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.Topic;
import greenpair.registry.format.RecordLines;
import org.jspecify.annotations.Nullable;

/// The files of an evaluation: [#KNOWN], `topics.jsonl`, `test.qrels`. Each hidden pair is one
/// topic with the id `CITY~FIRM`, so a metric is a mean over pairs.
///
/// A topic asks for the technologies of the pair's own hidden deployments: a city knows what it
/// wants, but not who delivers it. The training data contains nothing that is known from hidden
/// rows alone, see [Hindsight].
public final class SplitFiles {
  /// The file of the catalog that is known.
  public static final String KNOWN = "train.jsonl";

  private final List<Entry> entries;
  private final DatedSplit split;

  /// The hidden pairs with the deployments behind each whose technology is known: nobody can ask
  /// for the others.
  private final Map<DatedSplit.Pair, List<Deployment>> asked = new TreeMap<>();

  private final Map<EntryId, Deployment> deployments = new HashMap<>();

  /// @param entries the whole catalog
  public SplitFiles(List<Entry> entries, DatedSplit split) {
    this.entries = List.copyOf(entries);
    this.split = split;
    for (Entry each : entries) {
      if (each instanceof Deployment deployment) {
        deployments.put(deployment.id(), deployment);
      }
    }
    split
        .asked()
        .forEach(
            (pair, behind) -> {
              List<Deployment> told =
                  behind.stream()
                      .map(this::deployment)
                      .filter(each -> !each.technologies().isEmpty())
                      .toList();
              if (!told.isEmpty()) {
                asked.put(pair, told);
              }
            });
  }

  public List<Topic> topics() {
    return asked.entrySet().stream().map(each -> topic(each.getKey(), each.getValue())).toList();
  }

  /// The firm of each pair is what is to be found.
  public Qrels qrels() {
    Map<String, Map<String, Integer>> topics = new TreeMap<>();
    asked.keySet().forEach(pair -> topics.put(id(pair), Map.of(pair.firm().value(), 1)));
    return new Qrels(topics);
  }

  private static String id(DatedSplit.Pair pair) {
    return pair.city() + "~" + pair.firm();
  }

  public void write(Path folder) throws IOException {
    Files.write(folder.resolve("topics.jsonl"), topics().stream().map(RecordLines::line).toList());
    Files.write(
        folder.resolve("test.qrels"),
        asked.keySet().stream().map(pair -> id(pair) + " 0 " + pair.firm() + " 1").toList());
    train(folder.resolve(KNOWN));
  }

  /// With the attributes of the first hidden deployment that has some, which a city knows of its
  /// own project.
  private Topic topic(DatedSplit.Pair pair, List<Deployment> behind) {
    Set<Code> codes = new TreeSet<>();
    behind.forEach(each -> codes.addAll(each.technologies()));
    return new Topic(
        id(pair),
        Kind.FIRM,
        pair.city(),
        null,
        null,
        List.copyOf(codes),
        behind.stream()
            .map(Deployment::attributes)
            .filter(each -> !each.equals(Attributes.NONE))
            .findFirst()
            .orElse(Attributes.NONE),
        split.cut() == null
            ? List.of()
            : List.copyOf(split.known().getOrDefault(pair.city(), Set.of())));
  }

  private Deployment deployment(EntryId id) {
    return java.util.Objects.requireNonNull(deployments.get(id));
  }

  private void train(Path file) throws IOException {
    Map<EntryId, Set<EntryId>> work = new HashMap<>();
    split
        .shown()
        .forEach(
            (deployment, firms) ->
                firms.forEach(
                    firm -> work.computeIfAbsent(firm, id -> new HashSet<>()).add(deployment)));
    boolean isMarketTold = markets().size() > 1;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Entry each : entries) {
        Entry then = then(each, work, isMarketTold);
        if (then != null) {
          out.write(RecordLines.line(then) + "\n");
        }
      }
    }
  }

  private @Nullable Entry then(Entry entry, Map<EntryId, Set<EntryId>> work, boolean isMarketTold) {
    return switch (entry) {
      case Deployment deployment ->
          split.shown().containsKey(deployment.id())
              ? Hindsight.without(deployment, split.shown().get(deployment.id()), split.cut())
              : null;
      case Firm firm ->
          work.containsKey(firm.id())
              ? Hindsight.without(
                  firm,
                  work.get(firm.id()).stream().map(this::deployment).collect(Collectors.toSet()),
                  isMarketTold,
                  split.cut() != null)
              : null;
      default -> entry;
    };
  }

  /// The markets of all firms; where they differ, they came from rows.
  private Set<Market> markets() {
    Set<Market> markets = new HashSet<>();
    for (Entry each : entries) {
      if (each instanceof Firm firm && firm.partner().market() != null) {
        markets.add(firm.partner().market());
      }
    }
    return markets;
  }
}
