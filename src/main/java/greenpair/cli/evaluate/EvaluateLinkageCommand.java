package greenpair.cli.evaluate;

import static java.util.stream.Collectors.joining;

import greenpair.catalog.Kind;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.Places;
import greenpair.cli.app.UsageException;
import greenpair.config.Problems;
import greenpair.evaluate.trec.Qrels;
import greenpair.message.Message;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogFiles;
import greenpair.resolve.LinkageReport;
import greenpair.resolve.Resolver;
import greenpair.resolve.UncertainPair;
import greenpair.resolve.name.Party;
import greenpair.resolve.name.ResolveSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair eval linkage`
@Command(name = "linkage", mixinStandardHelpOptions = true)
final class EvaluateLinkageCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "FILE", arity = "1..*")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--judged", paramLabel = "QRELS")
  private @Nullable Path judged;

  @Option(names = "--sample", paramLabel = "N", defaultValue = "0")
  private int sample;

  @Option(names = "--seed", defaultValue = "1")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    if (sample < 0) {
      throw UsageException.of(
          "--sample", Message.of("check.integer", "min", 0, "max", Integer.MAX_VALUE), sample);
    }
    if (sample > 0 == (judged != null)) {
      throw new UsageException(Message.of("usage.one_of", "one", "--sample", "other", "--judged"));
    }
    CommandWiring engine = CommandWiring.read(places.config());
    ResolveSettings settings = settings(engine);
    Resolver resolver = new Resolver(settings, List.of());
    Map<String, Party> parties = new HashMap<>();
    Map<String, Path> sources = new HashMap<>();
    for (Path file : files) {
      String source =
          String.valueOf(file.getFileName()).replaceFirst("\\.jsonl$", "").toLowerCase(Locale.ROOT);
      Path other = sources.put(source, file);
      if (other != null) {
        throw new IllegalArgumentException(
            "files must have different names, but " + other + " and " + file + " have the same");
      }
      for (Party each : parties(file, source, engine)) {
        resolver.add(each);
        parties.put(each.key(), each);
      }
    }
    List<UncertainPair> pairs = resolver.candidates();
    if (sample > 0) {
      List<UncertainPair> chosen = PairSample.of(pairs, sample, seed);
      json.print(
          chosen, chosen.stream().map(each -> PairSample.line(each, parties)).collect(joining()));
      return Exit.OK;
    }
    Map<String, Double> bits = new HashMap<>();
    pairs.forEach(each -> bits.put(label(each.one(), each.two()), each.bits()));
    List<LinkageReport.Judged> known = new ArrayList<>();
    labels()
        .forEach(
            (pair, same) -> {
              check(pair, parties);
              known.add(
                  new LinkageReport.Judged(
                      bits.getOrDefault(pair, Double.NEGATIVE_INFINITY), same));
            });
    LinkageReport report = LinkageReport.of(known, settings.match());
    json.print(report, report.table());
    return Exit.OK;
  }

  private static void check(String pair, Map<String, Party> parties) {
    for (String each : pair.split(" ", 2)) {
      if (!parties.containsKey(Kind.FIRM.word() + " " + each)) {
        throw new IllegalArgumentException(
            each
                + " of a judged pair is in none of these files; name the files from which the pairs"
                + " were sampled");
      }
    }
  }

  /// A pair of keys, the same in either order.
  private static String label(String one, String two) {
    return Stream.of(PairSample.name(one), PairSample.name(two)).sorted().collect(joining(" "));
  }

  private Map<String, Boolean> labels() throws IOException {
    Map<String, Boolean> labels = new TreeMap<>();
    if (judged != null) {
      Problems problems = new Problems();
      Qrels qrels = Qrels.read(judged, problems);
      problems.throwIfAny("errors in the judged pairs");
      for (String one : qrels.topics().keySet()) {
        qrels.grades(one).forEach((two, grade) -> labels.put(label(one, two), grade > 0));
      }
    }
    return labels;
  }

  private static ResolveSettings settings(CommandWiring engine) {
    Problems problems = new Problems();
    ResolveSettings settings =
        ResolveSettings.read(
            engine.folder().settings(ResolveSettings.FILE, problems),
            engine.folder().lines(ResolveSettings.FORMS, problems),
            engine.folder().lexicon(problems),
            problems);
    problems.throwIfAny("errors in " + ResolveSettings.FILE);
    return settings;
  }

  /// The firms of a file.
  private static List<Party> parties(Path file, String source, CommandWiring engine) {
    List<Party> parties = new ArrayList<>();
    List<LineResult.Rejected> rejected = new ArrayList<>();
    new CatalogFiles(List.of(file), engine.json())
        .read(
            reading -> {
              if (reading instanceof LineResult.Accepted line && line.entry().kind() == Kind.FIRM) {
                Party.of(line.entry(), source).ifPresent(parties::add);
              } else if (reading instanceof LineResult.Rejected line) {
                rejected.add(line);
              }
            });
    if (!rejected.isEmpty()) {
      throw new IllegalArgumentException(
          file
              + " must have only valid lines, but has "
              + rejected.size()
              + " others, such as "
              + rejected.getFirst());
    }
    return parties;
  }
}
