package greenpair.resolve.name;

import module java.base;

import greenpair.catalog.value.Rule;
import greenpair.concept.Lexicon;
import greenpair.config.Settings;
import greenpair.message.Message;
import greenpair.text.NamePinyin;

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

  @Rule.Range(min = -50, max = 50)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Bits {}

  record Names(
      @Bits double equal,
      @Bits double common,
      @Bits double brief,
      @Bits double sound,
      @Bits double eachTypo,
      @Bits double doubled,
      @Bits double briefTypo,
      @Bits double eachWord,
      @Bits double differ,
      @Bits double reordered,
      @Bits double synonym,
      @Rule.Range(min = 1, max = 1e9) double frequent) {}

  /// A common word that only one of two names has.
  record Differences(@Bits double business, @Bits double place, @Bits double generic) {
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
      @Bits double identifierSame,
      @Bits double identifierDiffers,
      @Bits double websiteSame,
      @Bits double websiteDiffers,
      @Bits double countrySame,
      @Bits double countryDiffers,
      @Bits double regionSame,
      @Bits double regionDiffers,
      @Bits double citySame,
      @Bits double cityDiffers,
      @Bits double foundedSame,
      @Bits double foundedDiffers,
      @Bits double fieldSame,
      @Bits double fieldDiffers,
      @Bits double marketDiffers) {}

  private record Decision(@Bits double match, @Bits double review) {}

  private record Blocks(
      @Rule.Range(min = 2, max = 10_000) int most,
      @Rule.Range(min = 2, max = 10_000) int mostStart) {}

  /// Reads the settings; faults go to the problems that the settings were made with.
  ///
  /// @param lexicon trades and other words in both languages
  public static ResolveSettings read(Settings settings, List<String> legalForms, Lexicon lexicon) {
    Settings decided = settings.child("decide");
    Decision decide = decided.record(Decision.class);
    if (decide.review > decide.match) {
      decided.refuse("review", Message.of("check.not_above", "other", "match"), decide.review);
    }
    Blocks blocks = settings.child("blocks").record(Blocks.class);
    NamePinyin pinyin = new NamePinyin(settings.each("readings", Settings::text));
    CommonWords words = words(settings, lexicon, pinyin);
    NameReader reader =
        new NameReader(new LegalForms(legalForms), words, new CountryNames(words), pinyin);
    ResolveSettings all =
        new ResolveSettings(
            decide.match,
            decide.review,
            settings.child("name").record(Names.class),
            settings.child("difference").record(Differences.class),
            settings.child("fact").record(Facts.class),
            blocks.most,
            blocks.mostStart,
            reader,
            pinyin,
            words);
    settings.finish();
    return all;
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
