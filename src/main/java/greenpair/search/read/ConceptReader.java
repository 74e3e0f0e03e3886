package greenpair.search.read;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.concept.Mention;
import greenpair.concept.NearTerms;
import greenpair.concept.PinyinTerms;
import greenpair.concept.PlainWords;
import greenpair.index.contract.SearchWord;
import greenpair.search.settings.SearchSettings;
import greenpair.text.Pinyin;

/// Interprets typed or pasted text. Terms of the taxonomy are found first; the rest is checked for
/// misspellings, but a word that occurs in an entry is never corrected; concepts are guessed from
/// plain words.
final class ConceptReader {
  /// Longer texts are pasted, not typed, and are not checked for misspellings.
  private static final int TYPED = 300;

  private static final int MOST_CONCEPTS = 12;

  /// With one or two words after it, or a few Han characters before it.
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "(?i)(?<!just )\\boutside(?: of)?\\s+((\\p{L}+)(?:\\s+\\p{L}+)?)"
              + "|(\\p{IsHan}{0,3}(\\p{IsHan}?(\\p{IsHan}{2})))(?:以外|之外|除外)(?![还也])");

  /// What is excluded together, and the ends of names with which it may begin.
  private static final Pattern BEGIN = Pattern.compile("\\S+(?: \\S+)*");

  private static final Pattern NAME =
      Pattern.compile("[^\\s\\p{IsHan}]+(?=\\s|$)|(?<=\\p{IsHan})\\p{IsHan}");
  private static final Pattern LISTED = Pattern.compile("(?i)\\s*(?:(?:and|or|nor)\\b|[和或及与以、的,])");

  private final Taxonomy taxonomy;
  private final ConceptFinder finder;
  private final QueryRewriter rewriter;
  private final ConceptGuesser guesses;
  private final Intents intents;
  private final SearchSettings settings;
  private final ConditionReader conditions;

  ConceptReader(
      Taxonomy taxonomy,
      ConceptFinder finder,
      Supplier<NearTerms> near,
      Supplier<PinyinTerms> pinyin,
      Supplier<PlainWords> plain,
      SearchSettings settings,
      ConditionReader conditions) {
    this.taxonomy = taxonomy;
    this.finder = finder;
    this.guesses = new ConceptGuesser(taxonomy, plain, settings);
    this.intents = new Intents(settings.asks(), settings.noAsk());
    this.rewriter = new QueryRewriter(finder, near, pinyin, intents, settings.sameWords());
    this.settings = settings;
    this.conditions = conditions;
  }

  /// @param known the words of a text as the index knows them, of all kinds that are searched
  Interpretation read(
      String query, Function<String, List<SearchWord>> known, QueryRewriter.Entries entries) {
    List<Mention> mentions = finder.find(query);
    if (query.length() > TYPED) {
      return understanding(query, query, mentions, List.of(), entries);
    }
    String rest = Interpretation.without(without(query, mentions), ConditionReader.quoted(query));
    // The beginning of a name is no misspelling.
    List<Rewrite> rewrites =
        entries.areBegun(query)
            ? List.of()
            : this.rewriter.of(query, rest, known.apply(rest), entries).stream()
                .filter(each -> !isParticle(each))
                .toList();
    if (rewrites.isEmpty()) {
      return understanding(query, query, mentions, rewrites, entries);
    }
    String rewritten = Rewrite.apply(query, rewrites);
    return understanding(query, rewritten, finder.find(rewritten), rewrites, entries);
  }

  /// Whether only a particle would change, to another sound, which is no slip: 的 of 碳中和的 is no
  /// 债, though it may be the 德 of a name.
  private boolean isParticle(Rewrite each) {
    String from = each.from();
    return from.length() == each.to().length()
        && Character.isIdeographic(from.codePointAt(0))
        && !Pinyin.readings(from).contains(Pinyin.joined(each.to()))
        && IntStream.range(0, from.length())
            .filter(at -> from.charAt(at) != each.to().charAt(at))
            .allMatch(at -> settings.isEmpty(from.substring(at, at + 1)));
  }

  /// Guesses are made from the original text, because a corrected word is already a guess.
  private Interpretation understanding(
      String query,
      String text,
      List<Mention> mentions,
      List<Rewrite> rewrites,
      QueryRewriter.Entries entries) {
    ConceptFinder.Excluded negated = finder.excluded(text);
    BitSet behind = behindNames(text, negated, entries);
    negated.all().andNot(behind);
    Map<Integer, List<Mention>> byPlace = new LinkedHashMap<>();
    mentions.forEach(
        mention -> byPlace.computeIfAbsent(mention.start(), key -> new ArrayList<>()).add(mention));
    List<Interpretation.Named> named = new ArrayList<>();
    List<Interpretation.Named> excluded = new ArrayList<>();
    BitSet unwanted = new BitSet();
    List<Rewrite> shifted = Rewrite.shifted(rewrites);
    Set<Set<Code>> seen = new HashSet<>();
    byPlace.forEach(
        (start, same) -> {
          Mention first = same.getFirst();
          Interpretation.Named each = named(text.substring(start, first.end()), same, shifted);
          if (first.negated() && !behind.get(start)) {
            // A corrected word is a guess, which does not remove entries; nor is it wanted.
            if (each.sure()) {
              excluded.add(each);
            } else {
              unwanted.set(start, first.end());
            }
          } else if (named.size() < MOST_CONCEPTS && seen.add(each.codes())) {
            named.add(each);
          }
        });
    if (!negated.all().isEmpty()
        && (!named.isEmpty() || entries.areNamed(only(text, negated.all())))) {
      unwanted.or(negated.all());
    }
    addOutside(text, entries, unwanted, negated.cues());
    BitSet told = (BitSet) unwanted.clone();
    told.andNot(negated.cues());
    String words = Interpretation.without(without(text, mentions), unwanted);
    // A rewrite moves places, and guesses are made from what was written. Entries without
    // technologies contain a guessed one by chance.
    if (entries.areCoded()) {
      // Who tells a problem in a sentence sets no conditions.
      boolean isTold = Passages.isSentence(query, words);
      BitSet said = isTold ? new BitSet() : conditions.places(query);
      named.addAll(
          guesses.of(
              query,
              Interpretation.without(query, said),
              Interpretation.without(
                  words, isTold || query.equals(text) ? said : conditions.places(words)),
              named,
              excluded,
              () -> entries.areNamed(query)));
    }
    Set<Code> barred = barred(named, excluded);
    List<Rewrite> misspelt = rewrites.stream().filter(each -> !each.isSame()).toList();
    return new Interpretation(
        text,
        Rewrite.apply(query, misspelt),
        guesses.weighed(named.stream().map(each -> each.without(barred)).toList()),
        excluded,
        barred,
        misspelt,
        intents.of(text).keySet(),
        words,
        Interpretation.without(text, unwanted),
        only(text, told));
  }

  /// Codes that are not wanted, with those that are called after them and those below: "not
  /// hydrogen" excludes hydrogen buses too. What is wanted by no other code stays wanted.
  private Set<Code> barred(List<Interpretation.Named> named, List<Interpretation.Named> excluded) {
    Set<Code> barred = new LinkedHashSet<>();
    for (Interpretation.Named each : excluded) {
      each.codes().forEach(code -> below(code, barred));
      String written = PhraseMatcher.lower(each.written());
      PhraseMatcher words = new PhraseMatcher(Set.of(written));
      for (Concept concept : taxonomy.concepts()) {
        if (words.isIn(PhraseMatcher.lower(String.join("\n", concept.label().all())))
            || concept.chinese().stream().anyMatch(term -> term.startsWith(written))) {
          below(concept.code(), barred);
        }
      }
    }
    named.stream()
        .map(Interpretation.Named::codes)
        .filter(barred::containsAll)
        .forEach(barred::removeAll);
    return barred;
  }

  private void below(Code code, Set<Code> into) {
    into.add(code);
    taxonomy.children(code).forEach(child -> below(child, into));
  }

  /// What exclusions reach behind the name with which they begin, where they end: electric bus of
  /// "excluding Shenzhen electric bus".
  private static BitSet behindNames(
      String text, ConceptFinder.Excluded negated, QueryRewriter.Entries entries) {
    BitSet behind = new BitSet();
    BitSet told = (BitSet) negated.all().clone();
    told.andNot(negated.cues());
    Matcher begin = BEGIN.matcher(only(text, told));
    while (begin.find()) {
      Matcher name = NAME.matcher(begin.group());
      while (name.find()) {
        String rest = begin.group().substring(name.end());
        if (entries.areNamed(begin.group().substring(0, name.end()))) {
          if (!LISTED.matcher(rest).lookingAt()) {
            behind.set(begin.start() + name.end(), begin.end());
          }
          break;
        }
      }
    }
    return behind;
  }

  private Interpretation.Named named(
      String written, List<Mention> mentions, List<Rewrite> shifted) {
    Set<Code> codes = new LinkedHashSet<>();
    mentions.forEach(mention -> codes.add(mention.code()));
    boolean isSure =
        shifted.stream()
            .noneMatch(
                each ->
                    !each.isSame()
                        && each.start() < mentions.getFirst().end()
                        && mentions.getFirst().start() < each.end());
    return isSure
        ? new Interpretation.Named(written, codes, 1, Interpretation.Reading.NAMED)
        : new Interpretation.Named(
            written, codes, settings.misspelt(), Interpretation.Reading.MENDED);
  }

  /// Only before or after a place, "outside" says what is not wanted: lights outside are.
  private static void addOutside(
      String text, QueryRewriter.Entries entries, BitSet unwanted, BitSet cues) {
    Matcher found = OUTSIDE.matcher(text);
    while (found.find()) {
      for (int at = found.groupCount(); at > 0; at--) {
        if (found.group(at) != null && entries.areNamed(found.group(at))) {
          boolean isBefore = Character.isIdeographic(found.group(at).codePointAt(0));
          int start = isBefore ? found.start(at) : found.start();
          int end = isBefore ? found.end() : found.end(at);
          unwanted.set(start, end);
          cues.set(start, end);
          cues.clear(found.start(at), found.end(at));
          break;
        }
      }
    }
  }

  private static String only(String text, BitSet characters) {
    BitSet others = new BitSet();
    others.set(0, text.length());
    others.andNot(characters);
    return Interpretation.without(text, others);
  }

  /// The text with blanks in place of the mentions, so that places stay.
  private static String without(String text, List<Mention> mentions) {
    BitSet places = new BitSet();
    mentions.forEach(each -> places.set(each.start(), each.end()));
    return Interpretation.without(text, places);
  }
}
