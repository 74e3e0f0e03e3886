package greenpair.pages;

import module java.base;

import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.pages.city.CohortPageBuilder;
import greenpair.pages.front.HomePageBuilder;
import greenpair.pages.view.Form;
import greenpair.pages.view.PageText;
import greenpair.pages.view.Rendering;
import greenpair.pages.view.Visit;
import org.jspecify.annotations.Nullable;

/// What makes pages: the templates, and the pages that are made once for all visitors.
public record Pages(Rendering rendering, HomePageBuilder home, CohortPageBuilder cohort) {
  /// A page before it is rendered.
  ///
  /// @param template its file under `src/main/jte`, without the ending
  /// @param page the record that the template shows
  public record Content(String template, Object page) {}

  /// The pages with their texts and settings.
  ///
  /// @param zone in which moments are shown
  public static Pages of(Function<Snapshot, Recommender> recommender, ZoneId zone) {
    return new Pages(
        new Rendering(zone), new HomePageBuilder(recommender), new CohortPageBuilder(recommender));
  }

  public PageText view(Visit visit, Snapshot snapshot) {
    return rendering.view(visit, snapshot);
  }

  /// The page as an HTML document in UTF-8.
  ///
  /// @param snapshot the catalog that answers; null if none does
  public byte[] html(Content content, Visit visit, @Nullable Snapshot snapshot) {
    return rendering.page(content.template(), visit, content.page(), snapshot);
  }

  public void prepare(Snapshot snapshot) {
    var _ = home.example(snapshot);
    var _ = cohort.of(0, snapshot);
  }

  /// What a type of problem means and what to do about it.
  ///
  /// @param type its stable reference, such as `/problems/invalid-request`
  public record ProblemPage(int status, String type, Text title, Text explanation) {}

  /// A page with an error and the next step.
  ///
  /// @param id of a failure, to be found in the server's log; empty if there is none
  public record ErrorPage(int status, Text title, Text next, String id, List<Form.Fault> faults) {
    public ErrorPage {
      faults = List.copyOf(faults);
    }
  }
}
