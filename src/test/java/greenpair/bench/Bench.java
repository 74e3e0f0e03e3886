package greenpair.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The benchmarks; docs/benchmarks.md describes the commands and the results.
public final class Bench {
  private static final int MIN_ROUNDS = 3;

  private static final int LOAD_SECONDS = 600;
  private static final int STARTS = 7;
  private static final int REQUESTS = 3_000;
  private static final int QUERIES = 1_000;

  /// Referenced here because the JDK discards the level of a logger that is not strongly reachable.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    // Only figures are printed.
    System.setProperty("greenpair.log", "OFF");
    LUCENE.setLevel(Level.SEVERE);
    String command = arguments.length == 0 ? "" : arguments[0];
    switch (command) {
      case "generate" -> System.out.println(Setup.of(number(arguments, 1, 10_000)).catalog());
      case "reindex" ->
          new ReindexBench(Setup.of(number(arguments, 1, 10_000)))
              .run(number(arguments, 2, MIN_ROUNDS));
      case "recommend" ->
          new RecommendBench(Setup.of(number(arguments, 1, 10_000)), number(arguments, 2, REQUESTS))
              .run(arguments.length > 3 ? arguments[3] : "");
      case "registry" -> new RegistryBench(number(arguments, 1, 100_000)).run();
      case "engines" ->
          new EnginesBench(number(arguments, 1, 10_000), number(arguments, 2, QUERIES))
              .run(arguments.length > 3 && arguments[3].equals("busy"));
      case "outside" ->
          new OutsideBench(
                  Path.of(arguments.length > 1 ? arguments[1] : "index-config"),
                  arguments.length > 2 ? arguments[2] : "",
                  arguments.length > 3 ? arguments[3] : "")
              .run();
      case "resolution" ->
          greenpair.resolve.ResolutionFigures.main(
              Arrays.copyOfRange(arguments, 1, arguments.length));
      case "load" ->
          new LoadBench(
                  Setup.of(number(arguments, 1, 0)),
                  number(arguments, 2, LOAD_SECONDS),
                  number(arguments, 3, 0))
              .run();
      case "plan" ->
          greenpair.plan.allocation.PlanBench.run(
              java.util.List.of(Arrays.copyOfRange(arguments, 1, arguments.length)));
      case "start" -> new StartBench(number(arguments, 1, STARTS)).run();
      case "table" -> TableBench.run();
      case "paint" -> greenpair.web.PaintFigures.run();
      default -> {
        System.err.println(
            """
            greenpair bench COMMAND:
              table                  the figures of docs/benchmarks.md on an idle machine, 20 minutes
              generate N             write a catalog of N firms below target/bench
              reindex N [ROUNDS]     from files to a published generation, and a bare writer
              recommend N [REQUESTS [firm|financier|solution|city]]
                                     needs and cities, in process, uncached
              registry N             from N rows of CSV to a published generation, resolved
              outside [CONFIG [tune|held [TASK]]]
                                     search over public texts and questions, beside BM25
              resolution DATA [held|tune [verbose]]
                                     precision, recall and F1 of resolution on real names
              engines N [QUERIES [busy]]
                                     over HTTP next to OpenSearch, and plain Lucene in process, by
                                     one client and by four
              load N [SECONDS [P]]   64 clients for ten minutes, on the fixtures where N is 0; P publications
              plan [INSTANCES]       flows at size, random plans, cohorts and their draws
              start [RUNS]           from the launcher to the first answer on the fixtures
              paint                  first paint of each page in Chromium, and its script
            """);
        System.exit(command.isEmpty() ? 0 : 2);
      }
    }
  }

  private static int number(String[] arguments, int at, int standard) {
    return arguments.length > at ? Integer.parseInt(arguments[at].replace("_", "")) : standard;
  }
}
