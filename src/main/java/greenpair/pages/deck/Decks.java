package greenpair.pages.deck;

import greenpair.catalog.City;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import greenpair.pages.city.CityPage;
import greenpair.pages.city.CityPageBuilder;
import greenpair.pages.view.View;
import java.util.List;

/// Makes decks. They contain no programme data, because the file may be passed on.
public final class Decks {
  private final CityPageBuilder pages;

  public Decks(Recommender recommender) {
    this.pages = new CityPageBuilder(recommender);
  }

  /// A deck as a PowerPoint file (PPTX, ISO/IEC 29500).
  ///
  /// @param cities one slide each; more than one also get a cover
  public byte[] of(List<City> cities, View view, Snapshot snapshot) {
    List<CityPage> all = cities.stream().map(city -> pages.slide(city, snapshot)).toList();
    CitySlides slides = new CitySlides(view);
    String asOf = view.say("brief.asOf", "date", view.moment(snapshot.manifest().created()));
    boolean isOne = cities.size() == 1;
    return SlideWriter.write(
        new Deck(
            view.language(),
            isOne ? view.plain(cities.getFirst().name()) : title(view),
            isOne ? List.of() : cover(all, asOf, view),
            List.of(
                view.say("city.need"),
                view.say("glance.partner"),
                view.say("glance.money"),
                view.say("glance.step")),
            view.say("failures.title"),
            "Greenpair · " + asOf + " · " + view.say("deck.legend"),
            all.stream().map(slides::of).toList()));
  }

  private static String title(View view) {
    return view.programme().isEmpty() ? view.say("cities.title") : view.programme();
  }

  private static List<String> cover(List<CityPage> all, String asOf, View view) {
    List<CityPage.Glance> open = all.stream().flatMap(each -> each.open().stream()).toList();
    long served =
        open.stream()
            .filter(each -> each.firms().answer().outcome() == Answer.Outcome.MATCH)
            .count();
    return List.of(
        view.say("deck.cover", "cities", all.size(), "needs", open.size(), "served", served), asOf);
  }
}
