package greenpair.match.settings;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Need;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.DealSizes;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Rule;
import greenpair.config.Settings;
import greenpair.index.contract.CityTraits;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// `index-config/eligibility.yaml`: named lists of countries that markets may use, such as `ODA`,
/// and what counts as a seller.
///
/// @param lists of countries by name
/// @param special kinds of applicant by the word of a borrower
/// @param companyInvestors types of financiers that invest in companies, not in a city's projects
/// @param leastDeals the smallest deal of a city, by currency
/// @param stages that a type of financier serves; no key for one without a rule
/// @param seenWithinYears maximum age of a source that shows a partner in business
/// @param languages in which cities of a country work
public record EligibilitySettings(
    Map<String, Set<String>> lists,
    Map<String, Applicant> special,
    Set<Code> companyInvestors,
    Map<String, Double> leastDeals,
    Map<Code, Set<Need.Stage>> stages,
    int seenWithinYears,
    ProcurementRules procurement,
    Map<String, List<String>> languages) {
  public static final String FILE = "eligibility.yaml";
  private static final String WORLD = "WORLD";

  private enum Otherwise {
    FAIL,
    UNKNOWN
  }

  /// Recognises needs that concern a special kind of applicant.
  record Applicant(Set<Code> technologies, Pattern words, boolean failsOtherwise) {}

  public static EligibilitySettings read(Settings all) {
    Map<String, Set<String>> lists =
        all.each("country_lists", (of, name) -> countries(of.child(name)));
    Map<String, Applicant> special =
        all.each("special_applicants", (of, name) -> applicant(of.child(name)));
    Set<Code> companyInvestors = new TreeSet<>(CodeKeys.listed(all, "company_investors"));
    Map<String, Double> leastDeals =
        all.each("least_deal", (of, currency) -> of.number(currency, 0, 1e12));
    Map<Code, Set<Need.Stage>> stages = new HashMap<>();
    Settings stage = all.child("stages");
    for (Code type : CodeKeys.of(stage)) {
      stages.put(type, Set.copyOf(stage.choices(type.value(), Need.Stage.class)));
    }
    int seenWithin = all.whole("seen_within_years", 1, 100);
    ProcurementRules procurement = ProcurementRules.read(all.child("procurement"));
    Map<String, List<String>> languages = all.each("languages", EligibilitySettings::languages);
    all.finish();
    return new EligibilitySettings(
        lists, special, companyInvestors, leastDeals, stages, seenWithin, procurement, languages);
  }

  private static Set<String> countries(Settings list) {
    list.text("source");
    return Set.copyOf(list.texts("countries"));
  }

  /// Checked because every expert would fail the gate of a country with a wrong code.
  private static List<String> languages(Settings of, String country) {
    if (!Rule.Standard.COUNTRIES.has(country)) {
      of.refuse(country, Message.of("value.country"), country);
    }
    List<String> languages = of.texts(country);
    for (String language : languages) {
      if (!Rule.Standard.LANGUAGES.has(language)) {
        of.refuse(country, Message.of("config.language"), language);
      }
    }
    return List.copyOf(languages);
  }

  /// Whether a financier of that type serves needs at that stage; unknown for types without a rule.
  public Verdict servesStage(Code type, Need.Stage stage) {
    Set<Need.Stage> served = stages.get(type);
    return served == null ? Verdict.UNKNOWN : served.contains(stage) ? Verdict.PASS : Verdict.FAIL;
  }

  /// Whether a financier of that type pays only for preparation.
  public boolean isForPreparationOnly(Code type) {
    Set<Need.Stage> served = stages.get(type);
    return served != null
        && !served.contains(Need.Stage.TENDER)
        && !served.contains(Need.Stage.CONSTRUCTION);
  }

  /// Whether the largest deal that a financier does is smaller than a city's smallest; unknown
  /// amounts are not.
  public boolean isTooSmallForACity(DealSizes sizes) {
    return sizes.isBelow(leastDeals::get);
  }

  /// Whether a financier of that type invests in companies, not in a city's projects.
  public boolean investsInCompaniesOnly(@Nullable Code type) {
    return type != null && companyInvestors.contains(type);
  }

  Map<String, Set<Code>> codes() {
    Map<String, Set<Code>> codes = new TreeMap<>();
    special.forEach(
        (name, applicant) ->
            codes.put("special_applicants." + name + ".technologies", applicant.technologies));
    codes.put("company_investors", companyInvestors);
    codes.put("stages", stages.keySet());
    codes.put("procurement", procurement.codes());
    return codes;
  }

  /// In which languages cities of a country work; empty if unknown.
  public List<String> languages(String country) {
    return languages.getOrDefault(country, List.of());
  }

  private static Applicant applicant(Settings of) {
    Set<Code> technologies = new TreeSet<>(CodeKeys.listed(of, "technologies"));
    List<String> words = new ArrayList<>();
    for (String word : of.texts("words")) {
      boolean latin = word.chars().allMatch(each -> each < 128);
      words.add(latin ? "\\b" + Pattern.quote(word) + "\\b" : Pattern.quote(word));
    }
    Otherwise otherwise = of.choice("otherwise", Otherwise.class);
    String any = words.isEmpty() ? "(?!)" : String.join("|", words);
    return new Applicant(
        technologies, Pattern.compile(any, Pattern.CASE_INSENSITIVE), otherwise == Otherwise.FAIL);
  }

  /// Whether an applicant that the financier serves may apply for this need: the city, or a firm
  /// where private clients buy, to whom lenders to public bodies do not lend.
  public Verdict mayApply(List<String> borrowers, MatchQuery query) {
    boolean isPrivate = query.attributes().of(Attribute.CLIENT).equals(List.of("private"));
    if (borrowers.contains(isPrivate ? "firm" : "city")) {
      return Verdict.PASS;
    }
    boolean onlySpecial = true;
    for (String borrower : borrowers) {
      Applicant applicant = special.get(borrower);
      onlySpecial &= applicant == null ? isPrivate : applicant.failsOtherwise;
      if (applicant == null) {
        continue;
      }
      if (query.technologies().stream().anyMatch(applicant.technologies::contains)
          || applicant.words.matcher(query.text()).find()) {
        return Verdict.PASS;
      }
    }
    return onlySpecial ? Verdict.FAIL : Verdict.UNKNOWN;
  }

  /// Whether a market covers a city. The most specific name decides: city, region, country, list.
  public Verdict covers(Market market, CityTraits city) {
    for (int level = 0; level < 4; level++) {
      if (names(market.never(), city, level)) {
        return Verdict.FAIL;
      }
      if (names(market.in(), city, level)) {
        return Verdict.PASS;
      }
      if (names(market.unclear(), city, level)) {
        return Verdict.UNKNOWN;
      }
    }
    return market.in().isEmpty() ? Verdict.UNKNOWN : Verdict.FAIL;
  }

  private boolean names(List<String> places, CityTraits city, int level) {
    for (String place : places) {
      boolean named =
          switch (level) {
            case 0 -> place.equals(city.id().value());
            case 1 -> place.equals(city.region());
            case 2 -> place.equals(city.country());
            default ->
                place.equals(WORLD) || lists.getOrDefault(place, Set.of()).contains(city.country());
          };
      if (named) {
        return true;
      }
    }
    return false;
  }
}
