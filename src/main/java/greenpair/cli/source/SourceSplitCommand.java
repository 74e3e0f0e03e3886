package greenpair.cli.source;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.Subcommand;
import greenpair.evaluate.DatedSplit;
import greenpair.evaluate.SplitFiles;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.source.place.DateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "split")
public final class SourceSplitCommand extends Subcommand {

  @Parameters(paramLabel = "FILE", arity = "1..*")
  private List<Path> catalog = new ArrayList<>();

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out = Path.of("");

  @Option(names = "--dates", paramLabel = "FILE")
  private @Nullable Path dates;

  @Option(names = "--known", paramLabel = "SHARE", defaultValue = "0.8")
  private double share = 0.8;

  @Option(names = "--leave-out", paramLabel = "N")
  private @Nullable Integer leaveOut;

  @Override
  public Integer call() throws IOException {
    CommandWiring engine = engine();
    List<Entry> entries = new ArrayList<>();
    new CatalogFiles(catalog, engine.json())
        .read(
            reading -> {
              if (reading instanceof LineResult.Accepted good) {
                entries.add(good.entry());
              }
            });
    List<DatedSplit.Visit> visits = visits(entries);
    SplitFiles files = new SplitFiles(entries);
    DatedSplit split =
        leaveOut == null ? DatedSplit.of(visits, share) : DatedSplit.leavingOut(visits, leaveOut);
    Written written = write(split, files, out);
    output.print(written, written.text());
    return Exit.OK;
  }

  private static Written write(DatedSplit split, SplitFiles files, Path folder) throws IOException {
    if (split.asked().isEmpty()) {
      throw new MessageException(Message.of("split.nothing"));
    }
    files.write(split, folder);
    Set<EntryId> cities = new HashSet<>();
    split.asked().keySet().forEach(each -> cities.add(each.city()));
    return new Written(
        split.asked().size(),
        cities.size(),
        split.firms().size(),
        split.cut() == null ? null : String.valueOf(split.cut()),
        folder.toString());
  }

  /// @param topics each a pair to find
  /// @param before the first day of what is hidden; null for a split by city
  private record Written(
      int topics, int cities, int firms, @Nullable String before, String folder) {
    String text() {
      return topics
          + " topics, each a pair to find, in "
          + cities
          + " cities, among "
          + firms
          + " known firms"
          + (before == null ? "" : "; known is what was done before " + before)
          + "; written to "
          + folder
          + "\n";
    }
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
      Output.print(
          "note: %s dates of firms in cities where no deployment puts them were passed over\n"
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
