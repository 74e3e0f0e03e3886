package greenpair.evaluate;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.cli.Workbench;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.statistics.Randomisation;
import greenpair.evaluate.trec.Topic;
import greenpair.index.LiveIndex;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.index.generation.Folders;
import greenpair.index.read.Snapshot;
import greenpair.match.past.PlainModel;
import greenpair.match.past.SimpleRanking;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.MatchQuery;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.SourceFiles;
import greenpair.registry.source.read.SourceFormat;
import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.value.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/// Hides a part of a catalog, and measures who finds it: Greenpair, a plain model or simple rules.
/// By date, what was done before a day is known; without dates, all firms of some cities are
// hidden.
public final class SplitBench {
  /// Of the firm-city pairs.
  private static final double KNOWN = 0.8;

  private static final int DEPTH = 100;
  private static final long SEED = 1;

  private final Workbench workbench = new Workbench(Path.of("index-config"));
  private final Path folder;

  /// @param folder where the files of the split are written
  SplitBench(Path folder) {
    this.folder = folder;
  }

  /// Prints the table of a catalog.
  ///
  /// @param how a file of exact dates that `source convert` wrote; a number n to hide every nth
  ///     city instead, with 1 each in turn; empty for the years of the deployments
  public static void run(Path catalog, String how) throws IOException {
    Path folder = Files.createTempDirectory("greenpair-split");
    try {
      System.out.println(new SplitBench(folder).table(catalog, how, KNOWN));
    } finally {
      Folders.delete(folder);
    }
  }

  String table(Path catalog, String how, double known) throws IOException {
    boolean isLeftOut = how.matches("[0-9]+");
    List<Entry> entries = entries(catalog);
    List<DatedSplit.Visit> visits =
        how.isEmpty() || isLeftOut ? visits(entries, isLeftOut) : visits(entries, Path.of(how));
    DatedSplit split =
        isLeftOut
            ? DatedSplit.leavingOut(visits, Integer.parseInt(how))
            : DatedSplit.of(visits, known);
    SplitFiles files = new SplitFiles(entries, split);
    files.write(folder);
    Path data = folder.resolve("data");
    workbench.reindexQuietly(List.of(folder.resolve(SplitFiles.KNOWN)), data);
    String cut = split.cut() == null ? "" : "known: what was done before " + split.cut() + "\n";
    // A city that was left out does not know its own deployments, whichever are in the data.
    TopicRunner runner = new TopicRunner(workbench.recommender(), DEPTH, isLeftOut);
    try (LiveIndex live = workbench.open(data);
        Snapshot snapshot = live.acquire()) {
      return cut
          + report(files, runner, snapshot).table(Bootstrap.of(SEED), Randomisation.of(SEED));
    }
  }

  private List<Entry> entries(Path catalog) {
    List<Entry> entries = new ArrayList<>();
    new CatalogFiles(List.of(catalog), workbench.json())
        .read(
            line -> {
              if (!(line instanceof LineResult.Accepted good)) {
                throw new IllegalArgumentException("a line of " + catalog + " is invalid: " + line);
              }
              entries.add(good.entry());
            });
    return entries;
  }

  private static List<DatedSplit.Visit> visits(List<Entry> entries, boolean isUndated) {
    List<DatedSplit.Visit> visits = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Deployment each && (isUndated || each.start() != null)) {
        String date = isUndated ? "" : String.valueOf(each.start());
        each.firms()
            .forEach(firm -> visits.add(new DatedSplit.Visit(each.id(), firm, each.city(), date)));
      }
    }
    return visits;
  }

  /// Only of this catalog: dates of a larger one would hide pairs that this one does not have.
  private static List<DatedSplit.Visit> visits(List<Entry> entries, Path dates) throws IOException {
    Set<DatedSplit.Visit> there = new HashSet<>(visits(entries, true));
    List<DatedSplit.Visit> visits = new ArrayList<>();
    try (RecordReader reader =
        new SourceFiles(List.of(dates), SourceFormat.DETECTED, Limits.DEFAULT).open()) {
      for (SourceRecord each = reader.next(); each != null; each = reader.next()) {
        EntryId deployment = new EntryId(each.text("deployment"));
        EntryId firm = new EntryId(each.text("firm"));
        EntryId city = new EntryId(each.text("city"));
        if (there.contains(new DatedSplit.Visit(deployment, firm, city, ""))) {
          visits.add(new DatedSplit.Visit(deployment, firm, city, each.text("date")));
        }
      }
    }
    return visits;
  }

  private static DatedSplitReport report(SplitFiles files, TopicRunner runner, Snapshot snapshot) {
    List<Topic> topics = files.topics();
    Map<String, Map<String, List<String>>> runs = new LinkedHashMap<>();
    Set<String> newcomers = new TreeSet<>();
    Map<String, ToDoubleFunction<Ranked>> orders = Map.of();
    for (Topic topic : topics) {
      List<Ranked> found =
          runner.recommender().ranking(runner.request(topic), snapshot).stream()
              .filter(each -> !topic.known().contains(each.id()))
              .toList();
      if (orders.isEmpty() && !found.isEmpty()) {
        orders = orders(runner, found.getFirst(), snapshot);
      }
      orders.forEach(
          (name, value) ->
              runs.computeIfAbsent(name, key -> new LinkedHashMap<>())
                  .put(topic.id(), ranked(found, value)));
      if (isNew(files, runner, topic, snapshot)) {
        newcomers.add(topic.id());
      }
    }
    return new DatedSplitReport(
        topics,
        files.qrels(),
        newcomers,
        runs.entrySet().stream()
            .map(each -> new Rankings(each.getKey(), each.getValue()))
            .toList());
  }

  private static Map<String, ToDoubleFunction<Ranked>> orders(
      TopicRunner runner, Ranked any, Snapshot snapshot) {
    PlainModel plain = PlainModel.fitted(runner.recommender().past(snapshot), any.pair().rules());
    Map<String, ToDoubleFunction<Ranked>> orders = new LinkedHashMap<>();
    orders.put("greenpair", Ranked::score);
    orders.put("plain_model", each -> plain.of(each.pair()));
    for (SimpleRanking each : SimpleRanking.values()) {
      orders.put(
          each.word(),
          one -> each.of(one.pair().query(), one.candidate(), one.pair().rules().taxonomy()));
    }
    return orders;
  }

  private static List<String> ranked(List<Ranked> found, ToDoubleFunction<Ranked> value) {
    return found.stream()
        .sorted(Comparator.comparingDouble(value).reversed().thenComparing(Ranked::id))
        .map(each -> each.id().value())
        .limit(DEPTH)
        .toList();
  }

  /// Whether no firm that is to be found has worked in the region of the city.
  private static boolean isNew(
      SplitFiles files, TopicRunner runner, Topic topic, Snapshot snapshot) {
    return files.qrels().of(topic.id()).keySet().stream()
        .map(id -> runner.recommender().score(runner.request(topic), new EntryId(id), snapshot))
        .allMatch(each -> isNew(each.pair().query(), each.candidate()));
  }

  private static boolean isNew(MatchQuery ask, Candidate firm) {
    CityTraits here = ask.city();
    return firm.precedents().stream()
        .map(Precedent::city)
        .filter(each -> !ask.hideOwnCases() || !each.id().equals(here.id()))
        .filter(each -> each.country().equals(here.country()))
        .noneMatch(each -> here.region() == null || here.region().equals(each.region()));
  }
}
