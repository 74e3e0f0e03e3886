package greenpair.cli;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.match.Hits;
import greenpair.match.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair search`
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Searches solutions, firms and financiers by words in English or Chinese.",
    footer = {
      "%nExamples:",
      "  greenpair search heat pump for cold winters",
      "  greenpair search 虚拟电厂 --kind firm --lang zh",
      "  greenpair search storage --technology GRD.STO --json"
    })
final class SearchCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "WORD", arity = "1..*", description = "what to look for")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "kinds to search (default: solution,firm,financier)",
      converter = KindConverter.class)
  private List<Kind> kinds = new ArrayList<>();

  @Option(
      names = "--technology",
      paramLabel = "CODE",
      split = ",",
      description = "only entries with one of these codes or one below")
  private List<String> technologies = new ArrayList<>();

  @Option(names = "--city", paramLabel = "ID", description = "only what was done in this city")
  private @org.jspecify.annotations.Nullable String city;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "hits at most, 1 to 100 (default: ${DEFAULT-VALUE})",
      converter = LimitConverter.class)
  private int limit = 10;

  @Override
  public Integer call() {
    Engine engine = Engine.read(places.config());
    List<Code> codes = technologies.stream().map(each -> known(engine, each)).toList();
    SearchRequest request =
        new SearchRequest(
            kinds.isEmpty() ? List.of(Kind.SOLUTION, Kind.FIRM, Kind.FINANCIER) : kinds,
            String.join(" ", words),
            codes,
            city == null ? null : new EntryId(city),
            limit);
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      Hits hits = index.answer(snapshot -> engine.search().search(request, snapshot));
      if (output.json) {
        engine.print(hits);
      } else {
        Table table = new Table("score", "kind", "id", "name");
        for (Hits.Hit hit : hits.hits()) {
          table.row(
              String.format(Locale.ROOT, "%.3f", hit.score()),
              hit.kind().word(),
              hit.id(),
              hit.name().best(output.language()));
        }
        Output.print(table.toString());
      }
    }
    return Exit.OK;
  }

  private static Code known(Engine engine, String word) {
    Code code = new Code(word);
    if (!engine.taxonomy().has(code)) {
      throw new IllegalArgumentException(engine.taxonomy().unknown(word));
    }
    return code;
  }
}
