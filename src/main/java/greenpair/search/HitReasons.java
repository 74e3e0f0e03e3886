package greenpair.search;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.index.contract.TranslatedWord;
import greenpair.message.Phrases;
import greenpair.search.query.ScoreParts;
import greenpair.search.query.SearchQuery;
import greenpair.search.read.Conditions;
import greenpair.search.read.Interpretation;
import greenpair.search.settings.SearchSettings;

/// Why an entry was found, as sentences. A reason across languages shows both words: 热泵 = heat
/// pump.
record HitReasons(Taxonomy taxonomy, ConceptFinder finder, Phrases phrases) {
  private static final int MOST = 3;
  private static final int MOST_WORDS = 3;

  private static final double ROUNDED = 0.01;

  /// Characters of the query that a reason repeats.
  private static final int MOST_SHOWN = 60;

  /// @param said words of the query that the entry contains translated, rarest first
  Text of(
      Entry entry,
      PlannedSearch plan,
      List<SearchQuery.Wish> wishes,
      List<TranslatedWord> said,
      Map<SearchSettings.Part, Double> values) {
    Interpretation understanding = plan.read().concepts();
    Set<Code> own = entry.codes();
    List<Text> sentences = new ArrayList<>();
    Set<Code> shown = new HashSet<>();
    for (Interpretation.Named named : understanding.named()) {
      if (sentences.size() < MOST) {
        concept(named, own, wishes, shown).ifPresent(sentences::add);
      }
    }
    if (sentences.isEmpty() && values.getOrDefault(SearchSettings.Part.CONCEPTS, 0.0) > 0) {
      sentences.add(mentioned(entry, understanding.named()));
    }
    if (understanding.asked().contains(entry.kind())) {
      sentences.add(phrases.say("why.asked"));
    }
    if (values.getOrDefault(SearchSettings.Part.NAME, 0.0) >= 1) {
      sentences.add(phrases.say("why.name"));
    }
    met(plan, values).forEach(sentences::add);
    said.stream().limit(MOST_WORDS).map(this::rendered).forEach(sentences::add);
    boolean byWords =
        values.getOrDefault(SearchSettings.Part.WORDS, 0.0) > 0
            || (values.getOrDefault(SearchSettings.Part.NAME, 0.0) > 0
                && values.getOrDefault(SearchSettings.Part.NAME, 0.0) < 1);
    // Where words or concepts say enough, the share of meaning is only one of the parts of the
    // score.
    boolean isSimilar = values.getOrDefault(SearchSettings.Part.SIMILAR, 0.0) > 0;
    if (isSimilar && sentences.isEmpty()) {
      sentences.add(phrases.say("why.similar"));
    }
    if ((byWords && said.isEmpty()) || sentences.isEmpty()) {
      sentences.add(phrases.say("why.words"));
    }
    return Phrases.join(sentences);
  }

  /// The names, places, states and amounts of the query that it meets.
  private List<Text> met(PlannedSearch plan, Map<SearchSettings.Part, Double> values) {
    List<Text> met = new ArrayList<>();
    for (Conditions.Said each : plan.read().conditions().said()) {
      SearchSettings.Part part =
          switch (each.sort()) {
            case CITY, COUNTRY -> SearchSettings.Part.PLACE;
            case STATE -> SearchSettings.Part.STATE;
            case AMOUNT, BARE_AMOUNT, YUAN_AMOUNT -> SearchSettings.Part.AMOUNT;
            case NAME -> SearchSettings.Part.NAME;
            case KIND, ABROAD, SIZE, DATE, DISTANCE, PHRASE -> null;
          };
      boolean isName = part == SearchSettings.Part.NAME;
      double least =
          isName || part == SearchSettings.Part.PLACE ? ScoreParts.OF_A_CASE - ROUNDED : 1;
      if (part != null && !each.isExcluded() && values.getOrDefault(part, 0.0) >= least) {
        met.add(
            phrases.say(
                "why." + (isName ? "named" : part.word()),
                Map.of("written", Phrases.same(each.written()))));
      }
    }
    return met;
  }

  /// A word of the query and its rendering in the entry.
  private Text rendered(TranslatedWord word) {
    String said = word.renderings().getFirst().written();
    return phrases.say(
        "why.rendered",
        Map.of("written", Phrases.same(word.written()), "said", Phrases.same(said)));
  }

  /// The first of the concepts that its own texts name; where none does, its cases show it.
  private Text mentioned(Entry entry, List<Interpretation.Named> all) {
    Set<Code> inTexts = new HashSet<>();
    for (Language language : Language.values()) {
      Text description = entry.profile().description();
      String about = description == null ? null : description.in(language);
      String text = entry.name().best(language) + "\n" + (about == null ? "" : about);
      inTexts.addAll(finder.codes(text).keySet());
    }
    for (Interpretation.Named named : all) {
      for (Code code : named.codes()) {
        if (inTexts.contains(code)) {
          return say("why.mentioned", named, taxonomy.label(code));
        }
      }
    }
    return phrases.say("why.cases");
  }

  /// @param shown what earlier sentences named
  private Optional<Text> concept(
      Interpretation.Named named, Set<Code> own, List<SearchQuery.Wish> wishes, Set<Code> shown) {
    for (Code code : named.codes()) {
      if (own.contains(code)) {
        shown.add(code);
        return Optional.of(equal(named, taxonomy.label(code)));
      }
    }
    for (SearchQuery.Wish wish : wishes) {
      if (wish.fits().keySet().containsAll(named.codes())) {
        for (Code code : own) {
          if (wish.fits().containsKey(code) && shown.add(code)) {
            return Optional.of(say("why.related", named, taxonomy.label(code)));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// An equation if the words are of the other language, else their concept.
  private Text equal(Interpretation.Named named, Text label) {
    boolean isHan = named.written().codePoints().anyMatch(Character::isIdeographic);
    boolean isGuessed = named.reading() == Interpretation.Reading.GUESSED;
    Text same =
        named.written().equalsIgnoreCase(label.best(isHan ? Language.ZH : Language.EN))
            ? phrases.say("why.exact", Map.of("label", label))
            : say("why.guessed", named, label);
    Text across = isGuessed ? same : say("why.concept", named, label);
    return new Text((isHan ? across : same).en(), (isHan ? same : across).zh());
  }

  private Text say(String key, Interpretation.Named named, Text label) {
    String written = named.written();
    String shown = written.length() > MOST_SHOWN ? written.substring(0, MOST_SHOWN) + "…" : written;
    return phrases.say(key, Map.of("written", Phrases.same(shown), "label", label));
  }
}
