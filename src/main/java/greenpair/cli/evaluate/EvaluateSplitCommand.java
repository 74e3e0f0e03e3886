package greenpair.cli.evaluate;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.evaluate.DatedSplit;
import greenpair.evaluate.DatedSplitReport;
import greenpair.evaluate.SplitFiles;
import greenpair.evaluate.TopicRunner;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.statistics.Randomisation;
import greenpair.evaluate.trec.Topic;
import greenpair.index.generation.Folders;
import greenpair.match.past.PlainModel;
import greenpair.match.past.SimpleRanking;
import greenpair.match.rank.Ranked;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.registry.source.place.DateFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair eval split`: hides a part of a catalog, and measures who finds it.
@Command(name = "split")
public final class EvaluateSplitCommand extends TopicCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*")
  private List<Path> catalog = new ArrayList<>();

  @Option(names = "--dates", paramLabel = "FILE")
  private @Nullable Path dates;

  @Option(names = "--known", paramLabel = "SHARE", defaultValue = "0.8")
  private double share = 0.8;

  @Option(names = "--leave-out", paramLabel = "N")
  private @Nullable Integer leaveOut;

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    CommandWiring wiring = wiring();
    List<Entry> entries = new ArrayList<>();
    catalog.forEach(file -> entries.addAll(entries(wiring, file)));
    List<DatedSplit.Visit> visits = visits(entries);
    DatedSplit split =
        leaveOut == null ? DatedSplit.of(visits, share) : DatedSplit.leavingOut(visits, leaveOut);
    SplitFiles files = new SplitFiles(entries, split);
    if (files.topics().isEmpty()) {
      throw new MessageException(Message.of("split.nothing"));
    }
    Path folder =
        out == null ? Files.createTempDirectory("greenpair-split") : Files.createDirectories(out);
    try {
      files.write(folder);
      DatedSplitReport report = report(files, folder, wiring);
      Bootstrap bootstrap = Bootstrap.of(SEED);
      String cut = split.cut() == null ? "" : "known: what was done before " + split.cut() + "\n";
      output.print(
          report.results(bootstrap), cut + report.table(bootstrap, Randomisation.of(SEED)));
    } finally {
      if (out == null) {
        Folders.delete(folder);
      }
    }
    return Exit.OK;
  }

  /// A city that was left out does not know its own deployments, whichever are in the data.
  private DatedSplitReport report(SplitFiles files, Path folder, CommandWiring wiring)
      throws IOException {
    TopicRunner runner = runner(wiring, leaveOut != null);
    List<Topic> topics = files.topics();
    return on(
        wiring,
        List.of(folder.resolve(SplitFiles.KNOWN)),
        snapshot -> {
          Set<String> newcomers =
              topics.stream()
                  .filter(
                      each -> runner.areNew(files.qrels().of(each.id()).keySet(), each, snapshot))
                  .map(Topic::id)
                  .collect(Collectors.toSet());
          return new DatedSplitReport(
              topics,
              files.qrels(),
              newcomers,
              runner.run(orders(wiring.recommender().plain(snapshot)), topics, snapshot));
        });
  }

  private static Map<String, ToDoubleFunction<Ranked>> orders(PlainModel plain) {
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

  private List<DatedSplit.Visit> visits(List<Entry> entries) throws IOException {
    List<DatedSplit.Visit> visits = new ArrayList<>();
    if (leaveOut != null) {
      deployments(entries).forEach(each -> add(each, "", visits));
      return visits;
    }
    if (dates == null) {
      for (Deployment each : deployments(entries)) {
        if (each.start() != null) {
          add(each, String.valueOf(each.start()), visits);
        }
      }
      return visits;
    }
    Set<Part> there = parts(entries);
    int[] strange = {0};
    DateFile.read(
        dates,
        (deployment, firm, city, date) -> {
          if (there.contains(new Part(deployment, firm, city))) {
            visits.add(new DatedSplit.Visit(deployment, firm, city, date));
          } else {
            strange[0]++;
          }
        });
    if (strange[0] > 0) {
      System.err.println(
          "note: %s dates of firms in cities where no deployment puts them were passed over"
              .formatted(strange[0]));
    }
    return visits;
  }

  private record Part(EntryId deployment, EntryId firm, EntryId city) {}

  /// Keeps only pairs of this catalog, because dates of a larger catalog would hide pairs that this
  /// one does not have.
  private static Set<Part> parts(List<Entry> entries) {
    Set<Part> parts = new HashSet<>();
    for (Deployment each : deployments(entries)) {
      each.firms().forEach(firm -> parts.add(new Part(each.id(), firm, each.city())));
    }
    return parts;
  }

  private static List<Deployment> deployments(List<Entry> entries) {
    return entries.stream()
        .filter(Deployment.class::isInstance)
        .map(Deployment.class::cast)
        .toList();
  }

  private static void add(Deployment deployment, String date, List<DatedSplit.Visit> visits) {
    deployment
        .firms()
        .forEach(
            firm ->
                visits.add(new DatedSplit.Visit(deployment.id(), firm, deployment.city(), date)));
  }
}
