package greenpair.match;

import greenpair.Records;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Need;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.DealSizes;
import greenpair.catalog.value.Money;
import greenpair.index.contract.CityTraits;
import greenpair.match.settings.MatchQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds asks of the year [Given#NOW]; by default without words, budget and stage.
public final class AskMaker {
  private MatchQuery made;

  AskMaker(CityTraits city, List<Code> technologies) {
    made =
        Records.make(
            MatchQuery.class,
            "need",
            Given.id("need"),
            "city",
            city,
            "technologies",
            technologies,
            "text",
            "",
            "search",
            "",
            "asOf",
            Given.NOW);
  }

  private AskMaker with(String part, @Nullable Object value) {
    made = Records.with(made, part, value);
    return this;
  }

  public AskMaker instruments(String... instruments) {
    return with("instruments", Given.codes(instruments));
  }

  public AskMaker text(String text) {
    return with("text", text).with("search", text);
  }

  public AskMaker budget(@Nullable Money budget) {
    return with("budget", DealSizes.of(budget));
  }

  public AskMaker stage(Need.@Nullable Stage stage) {
    return with("stage", stage);
  }

  public AskMaker attributes(Attributes attributes) {
    return with("attributes", attributes);
  }

  /// A need of the catalog that says what it buys and how much.
  public AskMaker purchase(List<Need.Good> goods, Deployment.@Nullable Quantity quantity) {
    return with("stated", Given.need(made.city().id(), made.technologies(), goods, quantity));
  }

  public AskMaker hideOwnCases() {
    return with("hideOwnCases", true);
  }

  public MatchQuery make() {
    return made;
  }
}
