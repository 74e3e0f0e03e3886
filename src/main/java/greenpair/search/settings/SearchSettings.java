package greenpair.search.settings;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import greenpair.concept.SameWords;
import greenpair.config.Settings;
import greenpair.message.Message;

/// `index-config/search.yaml`: the weights of search.
///
/// @param weights shares of the parts of a score, where all entries have technologies
/// @param uncoded the same where none has
/// @param kinds how much a technology counts by the kind that has it
/// @param several what all further concepts together add to the best
/// @param wholeName share of the name in place of that in `parts`, where the query is just a name
/// @param nameInside the same if the query contains names of entries and other words
/// @param ambiguous what a string of several concepts counts for each
/// @param general what a concept counts beside a more exact one, or a whole sector beside any other
/// @param guessed what a concept counts at most that plain words only come near to
/// @param guessing how probable a guess is, and from when it counts
/// @param emptyWords words and pairs of Han characters that say nothing of a problem
/// @param empty what such a word counts beside others
/// @param otherSubjects what people search elsewhere: recipe, salary
/// @param replaced what entries name because they replace it, so that "without gas" bars none
/// @param sameWords groups of words for the same thing, such as American and British ones
/// @param countries words by which a query names a country or region, by its ISO 3166 code
/// @param noCountry phrases that contain such a word and name none of them
/// @param abroad words for all countries but one, by its code
/// @param states words by which a query names what became of a project, by
///     [FacetValues.states][greenpair.index.document.FacetValues#states]
/// @param noState phrases that contain such a word and say none
/// @param near words by which a query also asks for the cities near the one that it names
/// @param asks words by which a query asks for a kind
/// @param noAsk phrases that contain such a word and ask for nothing
/// @param unasked how much of its score a hit keeps where another kind is asked for
/// @param besides the same for all but solutions where a query only describes a problem
/// @param across what a pair of characters counts that no word holds
/// @param conditions factor for the share of words if some are conditions beside a technology
/// @param renderings what words of the other language count for those of the query
/// @param misspelt weight of a similar word in place of one that does not occur
/// @param sound what a name counts that only sounds the same
/// @param minimum score below which an entry is no hit
/// @param minimumOfWords the same for a query without a concept
/// @param matching what distinguishes matches from related hits
/// @param silence decides "no good match"
/// @param meaning weight of similarity in meaning to the query
public record SearchSettings(
    Weights weights,
    Weights uncoded,
    Map<Kind, Double> kinds,
    double several,
    @Rule.Range(min = 0.001, max = 1000) double wholeName,
    @Rule.Range(min = 0.001, max = 1000) double nameInside,
    double ambiguous,
    double general,
    double guessed,
    ConceptProbability guessing,
    Set<String> emptyWords,
    double empty,
    Set<String> otherSubjects,
    Set<String> replaced,
    SameWords sameWords,
    Map<String, Set<String>> countries,
    Set<String> noCountry,
    Map<String, Set<String>> abroad,
    Map<String, Set<String>> states,
    Set<String> noState,
    Near near,
    Map<Kind, Set<String>> asks,
    Set<String> noAsk,
    @Rule.Range(min = 0.001, max = 1) double unasked,
    @Rule.Range(min = 0.001, max = 1) double besides,
    double across,
    @Rule.Range(min = 0.001, max = 100) double conditions,
    Translations renderings,
    double misspelt,
    double sound,
    double minimum,
    double minimumOfWords,
    Matching matching,
    NoMatchThreshold silence,
    Nearness meaning) {
  public static final String FILE = "search.yaml";

  /// The addends of a score, each in [0, 1] before its weight.
  public enum Part implements Word {
    CONCEPTS,
    LABELS,
    WORDS,
    NAME,
    PLACE,
    STATE,
    AMOUNT,
    SIMILAR;

    /// Whether it only raises entries that other parts find.
    public boolean isCondition() {
      return this == PLACE || this == STATE || this == AMOUNT;
    }
  }

  /// What the parts of a score and the words of a query count.
  ///
  /// @param parts share of each part
  /// @param read what a word counts that a concept was read from
  /// @param covered factor for the share of words if concepts were read from all of them
  public record Weights(Map<Part, Double> parts, double read, double covered) {
    private static Weights read(Settings settings) {
      return new Weights(
          settings.numbers("parts", List.of(Part.values()), 0.001, 1000),
          settings.number("read", 0, 1),
          settings.number("covered", 0, 1));
    }

    /// In proportion to the entries that have technologies.
    private static Weights between(Weights coded, Weights uncoded, double share) {
      DoubleBinaryOperator between = (a, b) -> share * a + (1 - share) * b;
      Map<Part, Double> parts = new EnumMap<>(Part.class);
      for (Part each : Part.values()) {
        parts.put(each, between.applyAsDouble(coded.of(each), uncoded.of(each)));
      }
      return new Weights(
          parts,
          between.applyAsDouble(coded.read, uncoded.read),
          between.applyAsDouble(coded.covered, uncoded.covered));
    }

    /// The same for a query that concepts cover.
    public Weights ofCovered() {
      Map<Part, Double> less = new EnumMap<>(parts);
      less.computeIfPresent(Part.WORDS, (part, share) -> share * covered);
      return new Weights(less, read, covered);
    }

    public double of(Part part) {
      return Objects.requireNonNull(parts.get(part));
    }
  }

  /// Words for "near", and what is near.
  ///
  /// @param kilometres distance of the farthest city
  /// @param share what belonging to such a city counts of belonging to the city itself
  public record Near(
      Set<String> words, @Rule.Range(max = 20_000) double kilometres, double share) {}

  /// What a hit has that matches the whole query.
  ///
  /// @param technology value of each technology that the query names
  /// @param words share of the information of its other words
  public record Matching(
      @Rule.Range(min = 0.001) double technology, @Rule.Range(min = 0.001) double words) {}

  /// What words of the other language count for those of the query.
  ///
  /// @param share what an answer by them keeps of its score
  /// @param later what a rendering of a word counts of the one before it
  /// @param most renderings of a word at most; with none, nothing is rendered
  public record Translations(double share, double later, @Rule.Range(max = 100) int most) {}

  /// Weights of the similarity in meaning of a text and the query, by the cosine of their
  /// directions, in [-1, 1].
  ///
  /// @param most maximum number of nearest entries of a kind; 0 for none: only words and concepts
  ///     count
  /// @param from cosine that counts nothing; one of 1 counts in full, what is between in proportion
  /// @param alone cosine from which an entry is found that has no word of the query
  /// @param across the same of an entry that is described in the other language only, whose words
  ///     the query cannot have
  public record Nearness(
      @Rule.Range(max = 1000) int most,
      @Rule.Range(max = 0.99) double from,
      double alone,
      double across) {}

  /// Reads the settings; errors are added to the problems of the settings and replaced by defaults.
  public static SearchSettings read(Settings all) {
    Settings ask = all.child("asks");
    Map<Kind, Set<String>> asks = new EnumMap<>(Kind.class);
    for (Kind each : Kind.SEARCHED) {
      asks.put(each, new TreeSet<>(ask.texts(each.word())));
    }
    SearchSettings read =
        all.record(
            SearchSettings.class,
            Map.of(
                "weights", Weights.read(all),
                "uncoded", Weights.read(all.child("uncoded")),
                "kinds", all.numbers("kinds", Kind.SEARCHED, 0, 1),
                "guessing", ConceptProbability.read(all.child("guessing")),
                "same_words", sameWords(all),
                "countries", words(all, "countries"),
                "abroad", words(all, "abroad"),
                "states", words(all, "states"),
                "asks", asks));
    all.finish();
    return read;
  }

  private static Map<String, Set<String>> words(Settings all, String key) {
    return all.each(key, (lists, each) -> new TreeSet<>(lists.texts(each)));
  }

  static SameWords sameWords(Settings all) {
    List<List<String>> groups = new ArrayList<>();
    for (String line : all.texts("same_words")) {
      List<String> group =
          Stream.of(line.split(",", -1))
              .map(String::strip)
              .filter(each -> !each.isEmpty())
              .toList();
      if (group.size() < 2) {
        all.refuse("same_words", Message.of("config.alone"), line);
      }
      groups.add(group);
    }
    for (String each : SameWords.repeated(groups)) {
      all.refuse("same_words", Message.of("config.word_twice"), each);
    }
    return new SameWords(groups);
  }

  /// The weights for a catalogue. Without technologies, concepts are only read from texts, and
  /// words say more.
  ///
  /// @param coded share of the entries that have technologies, in [0, 1]
  public Weights weights(double coded) {
    return Weights.between(weights, uncoded, coded);
  }

  /// Whether a text has only punctuation, function words and particles.
  public boolean isEmpty(String text) {
    String left = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return Stream.of(left.split(" ", -1))
        .allMatch(
            word ->
                word.isEmpty()
                    || emptyWords.contains(word)
                    || word.codePoints()
                        .mapToObj(Character::toString)
                        .allMatch(each -> emptyWords.contains(each)));
  }

  /// Whether meanings are compared.
  public boolean isMeaningCompared() {
    return meaning.most() > 0;
  }

  /// How much a technology counts that an entry of the kind has.
  public double kind(Kind kind) {
    return Objects.requireNonNull(kinds.get(kind));
  }
}
