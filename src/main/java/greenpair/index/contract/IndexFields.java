package greenpair.index.contract;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;

/// The names of the fields of every document, and the forms of their terms.
public final class IndexFields {
  public static final String ID = "id";

  /// Features: a technology code, alone or with `@` and a place, and its strength.
  public static final String TECHNOLOGY = "technology";

  /// Words of names and texts, only in kinds that are ranked by them.
  public static final String NAME = "name";
  public static final String ENGLISH = "en";
  public static final String CHINESE = "zh";

  /// Binary doc value: id, traits, precedents.
  public static final String TRAITS = "traits";

  /// Binary doc value: the name, for lists that show only names.
  public static final String LABEL = "label";

  /// Stored: the entry as a line of the catalog format.
  public static final String RECORD = "record";

  public static final String CITY = "city";

  /// Names, in words of both languages.
  public static final String TITLE = "title";

  /// Names of the city that it is or belongs to or has its seat in, in words.
  public static final String SEAT = "seat";

  /// The same, and of those in which it is proven or has other cases.
  public static final String PLACES = "places";

  /// All words, with frequencies by the weights of their fields.
  public static final String WORDS = "words";

  /// The one language of its texts, `en` or `zh`.
  public static final String ONLY = "only";

  /// Concepts that it matches; the frequency is the degree.
  public static final String CONCEPT = "concept";

  /// Its first technology code.
  public static final String MAIN = "main";

  /// All codes of its own, of technologies and of finance.
  public static final String OWN = "own";

  /// Codes that its texts name, that its deployments show or that it does not offer itself.
  public static final String MENTIONED = "mentioned";

  /// Whole names without legal forms, as hashes.
  public static final String WHOLE = "whole";

  /// Syllables of Chinese names, with positions.
  public static final String SOUND = "sound";

  /// Ids of cities in which it is proven: in them, not near them.
  public static final String PROVEN = "proven";

  /// The partners of a deployment, see [#partnerTerm].
  public static final String PARTNER = "partner";

  /// Its values of all facets, see [#facetTerm], with regions like countries, its seat and state.
  public static final String FACET = "facet";

  /// Sort key of the name, by language.
  public static final String SORT = "sort.";

  /// Amount of evidence for it: 1000 for each step of the best grade, and cases.
  public static final String EVIDENCE = "evidence";

  /// Prefixes for suggestions, in kinds that have them: names, their pinyin and its initials.
  public static final String TYPED = "typed";

  /// The first characters of these as features, so that the most used come first without reading
  /// all of them.
  public static final String FIRST = "first";

  /// Binary doc value: the direction of its texts.
  public static final String MEANING = "meaning";

  /// The day on which a project began or a need was stated, days since 1970.
  public static final String DATE = "date";

  /// Less the day by which a need is to be met, so that the soonest is the largest.
  public static final String DEADLINE = "deadline";

  /// The ends of its budget, cost or deals, see [Dollars].
  public static final String DOLLARS_MIN = "dollars_min";

  public static final String DOLLARS_MAX = "dollars_max";

  /// The largest sum of a budget or of deals, US dollars.
  public static final String SIZE = "size";

  /// How much was done or is needed, as a number, and its unit in lower case.
  public static final String QUANTITY = "quantity";

  public static final String UNIT = "unit";

  /// Where it is or is proven, as points.
  public static final String POINT = "point";

  private IndexFields() {}

  public static String partnerTerm(Kind kind, EntryId id) {
    return kind.word() + " " + id;
  }

  public static String facetTerm(Facet facet, String value) {
    return facet.word() + " " + value;
  }

  /// Where an organisation has its seat or an entry of one city is: a country or region.
  public static String seatTerm(String code) {
    return "seat " + code;
  }

  /// The year in which a project began or a need was stated.
  public static String yearTerm(int year) {
    return "year " + year;
  }

  /// The year until which offers for a need are taken, or of the target of a city.
  public static String dueTerm(int year) {
    return "due " + year;
  }

  /// What became of a project or partner; nothing is narrowed by it.
  public static String stateTerm(String state) {
    return "state " + state;
  }
}
