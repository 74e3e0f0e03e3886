package greenpair.match;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Need;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.DealSizes;
import greenpair.catalog.value.Money;
import greenpair.index.contract.CityTraits;
import greenpair.match.settings.MatchQuery;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds asks of the year [Given#NOW]; by default without words, budget and stage.
public final class AskMaker {
  private final CityTraits city;
  private final List<Code> technologies;
  private List<Code> instruments = List.of();
  private String text = "";
  private @Nullable Money budget;
  private Need.@Nullable Stage stage;
  private boolean hideOwnCases;
  private Attributes attributes = Attributes.NONE;
  private @Nullable Need stated;

  AskMaker(CityTraits city, List<Code> technologies) {
    this.city = city;
    this.technologies = technologies;
  }

  public AskMaker instruments(String... instruments) {
    this.instruments = Given.codes(instruments);
    return this;
  }

  public AskMaker text(String text) {
    this.text = text;
    return this;
  }

  public AskMaker budget(@Nullable Money budget) {
    this.budget = budget;
    return this;
  }

  public AskMaker stage(Need.@Nullable Stage stage) {
    this.stage = stage;
    return this;
  }

  public AskMaker attributes(Attributes attributes) {
    this.attributes = attributes;
    return this;
  }

  /// A need of the catalog that says what it buys and how much.
  public AskMaker purchase(List<Need.Good> goods, Deployment.@Nullable Quantity quantity) {
    this.stated = Given.need(city.id(), technologies, goods, quantity);
    return this;
  }

  public AskMaker hideOwnCases() {
    this.hideOwnCases = true;
    return this;
  }

  // NullAway misses the annotation of a nested type in a class file.
  @SuppressWarnings("NullAway")
  public MatchQuery make() {
    return new MatchQuery(
        Given.id("need"),
        city,
        technologies,
        instruments,
        text,
        text,
        DealSizes.of(budget),
        stage,
        Given.NOW,
        hideOwnCases,
        attributes,
        stated,
        Map.of());
  }
}
