package greenpair.pages.front;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.read.Snapshot;
import greenpair.match.reason.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Collects the open needs of cities.
public record NeedsPageBuilder(Taxonomy taxonomy) {
  private static final int CITIES = 500;

  public NeedsPage of(NeedsPage.Chosen asked, Snapshot snapshot) {
    List<OpenNeeds.Of> all = OpenNeeds.of(snapshot.participants(CITIES), snapshot);
    Map<String, List<OpenNeeds.Of>> bySector =
        all.stream().collect(Collectors.groupingBy(NeedsPageBuilder::sector));
    List<Answer.NamedCode> sectors =
        taxonomy.concepts().stream()
            .filter(each -> each.parent() == null && bySector.containsKey(each.code().value()))
            .map(each -> new Answer.NamedCode(each.code(), each.label()))
            .toList();
    List<String> countries =
        all.stream().map(each -> each.city().country()).distinct().sorted().toList();
    String sector = asked.sector();
    String country = asked.country();
    List<NeedsPage.Sector> shown = new ArrayList<>();
    for (Answer.NamedCode each : sectors) {
      List<NeedsPage.Row> rows =
          bySector.getOrDefault(each.code().value(), List.of()).stream()
              .filter(row -> country.isEmpty() || row.city().country().equals(country))
              .map(row -> new NeedsPage.Row(row.city(), row.need()))
              .toList();
      if (!rows.isEmpty() && (sector.isEmpty() || sector.equals(each.code().value()))) {
        shown.add(new NeedsPage.Sector(each, rows));
      }
    }
    return new NeedsPage(shown, sectors, countries, asked, all.size());
  }

  /// The sector of a need is that of its first technology.
  private static String sector(OpenNeeds.Of each) {
    return each.need().technologies().isEmpty() ? "" : each.need().technologies().getFirst().root();
  }
}
