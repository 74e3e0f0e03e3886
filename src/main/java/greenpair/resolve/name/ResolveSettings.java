package greenpair.resolve.name;

import greenpair.concept.Lexicon;
import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.text.NamePinyin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The weights, thresholds and words of `index-config/resolve.yaml`. All weights are bits.
///
/// @param match from here on, one firm without asking
/// @param review from here on, a person decides
/// @param most a key that more parties share proposes no pairs
/// @param mostStart the same for parts of names
public record ResolveSettings(
    double match,
    double review,
    Names name,
    Differences difference,
    Facts fact,
    int most,
    int mostStart,
    NameReader reader,
    NamePinyin pinyin,
    CommonWords common) {
  public static final String FILE = "resolve.yaml";

  public static final String FORMS = LegalForms.FILE;

  private static final double LEAST = -50;
  private static final double MOST = 50;

  record Names(
      double equal,
      double common,
      double brief,
      double sound,
      double eachTypo,
      double doubled,
      double briefTypo,
      double eachWord,
      double differ,
      double reordered,
      double synonym,
      double frequent) {}

  /// A common word that only one of two names has.
  record Differences(double business, double place, double generic) {
    double of(CommonWords.Sort sort) {
      return switch (sort) {
        case BUSINESS -> business;
        case PLACE -> place;
        case GENERIC -> generic;
        case JOINING -> 0;
      };
    }
  }

  /// Weights of facts other than names.
  public record Facts(
      double identifierSame,
      double identifierDiffers,
      double websiteSame,
      double websiteDiffers,
      double countrySame,
      double countryDiffers,
      double regionSame,
      double regionDiffers,
      double citySame,
      double cityDiffers,
      double foundedSame,
      double foundedDiffers,
      double fieldSame,
      double fieldDiffers,
      double marketDiffers) {}

  /// Reads the settings; faults go to the problems that the settings were made with.
  ///
  /// @param lexicon trades and other words in both languages
  public static ResolveSettings read(
      Settings settings, List<String> legalForms, Lexicon lexicon, Problems problems) {
    Settings decide = settings.child("decide");
    double match = bits(decide, "match");
    double review = bits(decide, "review");
    if (review > match) {
      problems.add(FILE + ": decide.review must not exceed decide.match, but was " + review);
    }
    Settings blocks = settings.child("blocks");
    int most = blocks.whole("most", 2, 10_000);
    int mostStart = blocks.whole("most_start", 2, 10_000);
    Map<String, String> readings = new HashMap<>();
    Settings read = settings.child("readings");
    read.keys().forEach(key -> readings.put(key, read.text(key)));
    NamePinyin pinyin = new NamePinyin(readings);
    CommonWords words = words(settings, lexicon, pinyin);
    NameReader reader =
        new NameReader(new LegalForms(legalForms), words, new CountryNames(words), pinyin);
    ResolveSettings all =
        new ResolveSettings(
            match,
            review,
            names(settings.child("name")),
            differences(settings.child("difference")),
            facts(settings.child("fact")),
            most,
            mostStart,
            reader,
            pinyin,
            words);
    settings.finish();
    return all;
  }

  private static Names names(Settings from) {
    return new Names(
        bits(from, "equal"),
        bits(from, "common"),
        bits(from, "short"),
        bits(from, "sound"),
        bits(from, "each_typo"),
        bits(from, "doubled"),
        bits(from, "short_typo"),
        bits(from, "each_word"),
        bits(from, "differ"),
        bits(from, "reordered"),
        bits(from, "synonym"),
        from.number("frequent", 1, 1e9));
  }

  private static Differences differences(Settings from) {
    return new Differences(bits(from, "business"), bits(from, "place"), bits(from, "generic"));
  }

  private static Facts facts(Settings from) {
    return new Facts(
        bits(from, "identifier_same"),
        bits(from, "identifier_differs"),
        bits(from, "website_same"),
        bits(from, "website_differs"),
        bits(from, "country_same"),
        bits(from, "country_differs"),
        bits(from, "region_same"),
        bits(from, "region_differs"),
        bits(from, "city_same"),
        bits(from, "city_differs"),
        bits(from, "founded_same"),
        bits(from, "founded_differs"),
        bits(from, "field_same"),
        bits(from, "field_differs"),
        bits(from, "market_differs"));
  }

  private static double bits(Settings from, String key) {
    return from.number(key, LEAST, MOST);
  }

  private static CommonWords words(Settings settings, Lexicon lexicon, NamePinyin pinyin) {
    CommonWords words = new CommonWords(lexicon);
    add(words, settings.child("business"), CommonWords.Sort.BUSINESS);
    add(words, settings.child("places"), CommonWords.Sort.PLACE);
    add(words, settings.child("generic"), CommonWords.Sort.GENERIC);
    words.add(CommonWords.Sort.JOINING, settings.texts("joining"));
    Settings translated = settings.child("translated");
    translated.keys().forEach(key -> words.translate(key, translated.texts(key)));
    for (String place : settings.texts("chinese_places")) {
      words.addPlace(place, pinyin.of(place));
    }
    for (String state : settings.texts("us_states")) {
      words.add(CommonWords.Sort.PLACE, List.of(state));
    }
    return words;
  }

  private static void add(CommonWords words, Settings from, CommonWords.Sort sort) {
    for (String key : from.keys()) {
      words.add(sort, from.texts(key));
    }
  }
}
