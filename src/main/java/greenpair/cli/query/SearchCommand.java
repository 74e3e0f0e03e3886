package greenpair.cli.query;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.cli.app.TextTable;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.match.MarkedName;
import greenpair.search.Hit;
import greenpair.search.SearchRequest;
import greenpair.search.SearchResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "search", mixinStandardHelpOptions = true)
public final class SearchCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "WORD", arity = "1..*")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      converter = Converters.SearchedKind.class)
  private List<Kind> kinds = new ArrayList<>();

  @Option(names = "--technology", paramLabel = "CODE", split = ",")
  private List<String> technologies = new ArrayList<>();

  @Option(names = "--narrow", paramLabel = "FACET=VALUE")
  private List<String> facets = new ArrayList<>();

  @Option(names = "--city", paramLabel = "ID")
  private @Nullable String city;

  @Option(names = "--climate-like", paramLabel = "ID")
  private @Nullable String climateLike;

  @Option(names = "--sort", paramLabel = "ORDER", defaultValue = "RELEVANCE")
  private EntryQuery.Order order = EntryQuery.Order.RELEVANCE;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      converter = Converters.Limit.class)
  private int limit = 10;

  @Override
  public Integer call() {
    CommandWiring engine = CommandWiring.read(places.config());
    SearchRequest request =
        new SearchRequest(
            kinds.isEmpty() ? SearchRequest.EVERYTHING : kinds,
            Set.of(),
            String.join(" ", words),
            chosen(engine),
            city == null ? null : new EntryId(city),
            climateLike == null ? null : new EntryId(climateLike),
            order,
            output.language(),
            limit,
            null);
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      SearchResponse results = index.answer(snapshot -> engine.search().search(request, snapshot));
      output.print(engine, results, () -> text(results));
    }
    return Exit.OK;
  }

  private String text(SearchResponse results) {
    TextTable table = new TextTable("score", "kind", "id", "name", "why");
    for (Hit hit : results.hits()) {
      table.row(
          String.format(Locale.ROOT, "%.3f", hit.score()),
          hit.kind().word(),
          hit.id(),
          MarkedName.of(hit.name(), hit.status()).best(output.language()),
          hit.why().best(output.language()));
    }
    return (results.hits().isEmpty() ? "" : table)
        + results.message().best(output.language())
        + (results.didYouMean() == null ? "\n" : "\n→ " + results.didYouMean() + "\n");
  }

  private Map<Facet, Set<String>> chosen(CommandWiring engine) {
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    for (String each : technologies) {
      choose(chosen, Facet.TECHNOLOGY, engine.technology(each).value());
    }
    for (String each : facets) {
      int at = each.indexOf('=');
      Facet facet =
          Facet.of(at < 0 ? each : each.substring(0, at))
              .filter(found -> at > 0)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "--narrow must be FACET=VALUE with a facet of %s, but was \"%s\""
                              .formatted(
                                  List.of(Facet.values()).stream().map(Facet::word).toList(),
                                  each)));
      choose(chosen, facet, each.substring(at + 1));
    }
    return chosen;
  }

  private static void choose(Map<Facet, Set<String>> chosen, Facet facet, String value) {
    chosen.computeIfAbsent(facet, key -> new TreeSet<>()).add(value);
  }
}
