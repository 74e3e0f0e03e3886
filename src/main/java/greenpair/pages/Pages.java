package greenpair.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Taxonomy;
import greenpair.index.Snapshot;
import greenpair.match.Answer;
import greenpair.match.Gaps;
import greenpair.match.Recommender;
import greenpair.match.Request;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Every page as the bytes of an HTML document in UTF-8.
public final class Pages {
  /// Cities that one page lists.
  private static final int CITIES = 500;

  private static final int FIRMS = 8;
  private static final int OTHERS = 5;
  private static final int PACKAGES = 3;

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Map<Language, Words> words = new EnumMap<>(Language.class);
  private final Map<Language, Formats> formats = new EnumMap<>(Language.class);
  private final Recommender recommender;
  private final Taxonomy taxonomy;

  public Pages(Recommender recommender, Taxonomy taxonomy) {
    this.recommender = recommender;
    this.taxonomy = taxonomy;
    for (Language language : Language.values()) {
      words.put(language, Words.of(language));
      formats.put(language, new Formats(language));
    }
  }

  /// All cities.
  public byte[] cities(Visit visit, Snapshot snapshot) {
    Map<String, List<CitiesPage.Row>> countries = new TreeMap<>();
    for (Entry entry : snapshot.entries(Kind.CITY, 0, CITIES)) {
      City city = (City) entry;
      countries
          .computeIfAbsent(city.country(), key -> new ArrayList<>())
          .add(new CitiesPage.Row(city, snapshot.needs(city.id())));
    }
    List<CitiesPage.Country> list = new ArrayList<>();
    countries.forEach((code, rows) -> list.add(new CitiesPage.Country(code, rows)));
    long total = snapshot.manifest().count(Kind.CITY);
    return render("cities", visit, new CitiesPage(list, total), snapshot);
  }

  /// A city with one of its needs.
  ///
  /// @param need one of the city's; null for the first
  public byte[] city(Visit visit, City city, @Nullable EntryId need, Snapshot snapshot) {
    List<Need> needs = snapshot.needs(city.id());
    List<Gaps.Coverage> coverage = recommender.coverage(needs, snapshot);
    List<CityPage.Row> rows = new ArrayList<>();
    for (int i = 0; i < needs.size(); i++) {
      rows.add(new CityPage.Row(needs.get(i), coverage.get(i)));
    }
    Optional<Need> chosen =
        needs.stream().filter(each -> need == null || each.id().equals(need)).findFirst();
    CityPage page =
        new CityPage(city, rows, chosen.map(each -> chosen(city, each, snapshot)).orElse(null));
    return render("city", visit, page, snapshot);
  }

  private CityPage.Chosen chosen(City city, Need need, Snapshot snapshot) {
    Answer firms = answer(Kind.FIRM, need, FIRMS, snapshot);
    Answer financiers = answer(Kind.FINANCIER, need, OTHERS, snapshot);
    Answer solutions = answer(Kind.SOLUTION, need, OTHERS, snapshot);
    return new CityPage.Chosen(
        need,
        firms,
        financiers,
        solutions,
        recommender.packages(need.id(), PACKAGES, snapshot),
        Evidence.of(city, List.of(firms, financiers, solutions), snapshot));
  }

  private Answer answer(Kind kind, Need need, int limit, Snapshot snapshot) {
    return recommender.recommend(Request.ofNeed(kind, need.city(), need.id(), limit), snapshot);
  }

  private byte[] render(String template, Visit visit, Object page, @Nullable Snapshot snapshot) {
    String generation = snapshot == null ? "" : snapshot.manifest().id();
    View view =
        new View(
            visit,
            Objects.requireNonNull(words.get(visit.language())),
            Objects.requireNonNull(formats.get(visit.language())),
            taxonomy,
            generation);
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template + ".jte", Map.of("v", view, "page", page), output);
    return output.toByteArray();
  }
}
