package greenpair.cli;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.evaluate.DatedSplit;
import greenpair.registry.CatalogFiles;
import greenpair.registry.Reading;
import greenpair.registry.source.DatesReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair source split`
@Command(
    name = "split",
    mixinStandardHelpOptions = true,
    description = {
      "Makes an evaluation from a converted catalog: train.jsonl, topics.jsonl and test.qrels.",
      "By date: the oldest firm-city pairs are known, the newest hidden; a hidden pair is asked",
      "for when its firm is known elsewhere. With --leave-out: all firms of every Nth city are",
      "hidden. With --leave-out 1 nothing is hidden and every city asks: answer with --hide-own."
    },
    footer = {
      "%nExample:",
      "  greenpair source split lfg.jsonl --dates lfg.dates.csv --out split",
      "  greenpair run split/topics.jsonl --catalog split/train.jsonl --out lfg.run",
      "  greenpair run split/topics.jsonl --catalog split/train.jsonl --ranking popularity",
      "  greenpair evaluate --qrels split/test.qrels --run lfg.run --metrics hit@10,mrr"
    })
final class SourceSplitCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "catalog files")
  private List<Path> catalog = new ArrayList<>();

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder to write")
  private Path out = Path.of("");

  @Option(
      names = "--dates",
      paramLabel = "FILE",
      description = "exact dates by source convert (default: the years of the deployments)")
  private @org.jspecify.annotations.Nullable Path dates;

  @Option(
      names = "--known",
      paramLabel = "SHARE",
      defaultValue = "0.8",
      description = "share of the pairs that are known (default: ${DEFAULT-VALUE})")
  private double share = 0.8;

  @Option(
      names = "--leave-out",
      paramLabel = "N",
      description = "split by city instead: hide every Nth city that has firms")
  private @org.jspecify.annotations.Nullable Integer leaveOut;

  @Override
  public Integer call() throws IOException {
    Engine engine = Engine.read(places.config());
    List<Entry> entries = new ArrayList<>();
    new CatalogFiles(catalog, engine.json())
        .read(
            reading -> {
              if (reading instanceof Reading.Accepted good) {
                entries.add(good.entry());
              }
            });
    DatedSplit split = split(entries);
    if (split.size() == 0) {
      throw new IllegalArgumentException(
          "no hidden pair has a firm that is known elsewhere; give more dated deployments");
    }
    new SplitFiles(out, engine.json()).write(split, entries);
    Output.print(
        split.asked().size()
            + " topics, "
            + split.size()
            + " pairs to find among "
            + split.firms().size()
            + " known firms; written to "
            + out
            + "\n");
    return Exit.OK;
  }

  private DatedSplit split(List<Entry> entries) throws IOException {
    List<DatedSplit.Visit> visits = new ArrayList<>();
    if (leaveOut != null) {
      deployments(entries).forEach(each -> add(each, "", visits));
      return DatedSplit.leavingOut(visits, leaveOut);
    }
    if (dates != null) {
      Set<Pair> there = pairs(entries);
      int[] strange = {0};
      DatesReader.read(
          dates,
          (firm, city, date) -> {
            if (there.contains(new Pair(firm, city))) {
              visits.add(new DatedSplit.Visit(firm, city, date));
            } else {
              strange[0]++;
            }
          });
      if (strange[0] > 0) {
        Output.print(
            "note: "
                + strange[0]
                + " dates of firms in cities where no deployment puts them were passed over\n");
      }
    } else {
      for (Deployment each : deployments(entries)) {
        if (each.start() != null) {
          add(each, String.valueOf(each.start()), visits);
        }
      }
    }
    return DatedSplit.of(visits, share);
  }

  private record Pair(EntryId firm, EntryId city) {}

  /// Who is where: the dates of a larger catalog would hide what this one does not have.
  private static Set<Pair> pairs(List<Entry> entries) {
    Set<Pair> pairs = new HashSet<>();
    for (Deployment each : deployments(entries)) {
      each.firms().forEach(firm -> pairs.add(new Pair(firm, each.city())));
    }
    return pairs;
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
        .forEach(firm -> visits.add(new DatedSplit.Visit(firm, deployment.city(), date)));
  }
}
