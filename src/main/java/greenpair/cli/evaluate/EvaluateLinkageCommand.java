package greenpair.cli.evaluate;

import static java.util.stream.Collectors.joining;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Subcommand;
import greenpair.config.Problems;
import greenpair.evaluate.trec.Qrels;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.resolve.ComparedPair;
import greenpair.resolve.LinkageReport;
import greenpair.resolve.Resolver;
import greenpair.resolve.name.Party;
import greenpair.resolve.name.ResolveSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair eval linkage`
@Command(name = "linkage")
public final class EvaluateLinkageCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", arity = "1..*")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--judged", paramLabel = "QRELS", required = true)
  private Path judged = Path.of("");

  @Override
  public Integer call() throws IOException {
    CommandWiring wiring = wiring();
    ResolveSettings settings = settings(wiring);
    Resolver resolver = new Resolver(settings, List.of());
    Map<String, Party> parties = new HashMap<>();
    Map<String, Path> sources = new HashMap<>();
    for (Path file : files) {
      String source =
          String.valueOf(file.getFileName()).replaceFirst("\\.jsonl$", "").toLowerCase(Locale.ROOT);
      Path other = sources.put(source, file);
      if (other != null) {
        throw new MessageException(Message.of("linkage.same_name", "one", other, "other", file));
      }
      for (Party each : parties(file, source, wiring)) {
        resolver.add(each);
        parties.put(each.key(), each);
      }
    }
    List<ComparedPair> pairs = resolver.candidates();
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
    output.print(report, report.table());
    return Exit.OK;
  }

  private static void check(String pair, Map<String, Party> parties) {
    for (String each : pair.split(" ", 2)) {
      if (!parties.containsKey(Kind.FIRM.word() + " " + each)) {
        throw new MessageException(Message.of("linkage.unknown", "key", each));
      }
    }
  }

  /// A key without its kind, such as `gbfs/lime`.
  private static String name(String key) {
    return key.substring(key.indexOf(' ') + 1);
  }

  /// A pair of keys, the same in either order.
  private static String label(String one, String two) {
    return Stream.of(name(one), name(two)).sorted().collect(joining(" "));
  }

  private Map<String, Boolean> labels() throws IOException {
    Map<String, Boolean> labels = new TreeMap<>();
    Problems problems = new Problems();
    Qrels qrels = Qrels.read(judged, problems);
    problems.throwIfAny(judged);
    for (String one : qrels.topics().keySet()) {
      qrels.of(one).forEach((two, grade) -> labels.put(label(one, two), grade > 0));
    }
    return labels;
  }

  private static ResolveSettings settings(CommandWiring wiring) {
    Problems problems = new Problems();
    ResolveSettings settings =
        ResolveSettings.read(
            wiring.folder().settings(ResolveSettings.FILE, problems),
            wiring.folder().lines(ResolveSettings.FORMS, problems),
            wiring.folder().lexicon(problems));
    problems.throwIfAny(ResolveSettings.FILE);
    return settings;
  }

  private static List<Party> parties(Path file, String source, CommandWiring wiring) {
    return TopicCommand.entries(wiring, file).stream()
        .filter(each -> each.kind() == Kind.FIRM)
        .flatMap(each -> Party.of(each, source).stream())
        .toList();
  }
}
