package greenpair.search.read;

import module java.base;

import greenpair.concept.ConceptFinder;
import greenpair.concept.Mention;
import greenpair.concept.NearTerms;
import greenpair.concept.PinyinTerms;
import greenpair.concept.SameWords;
import greenpair.index.analysis.NameKeys;
import greenpair.index.contract.SearchWord;

/// Words of a typed query that should be read as others: misspelt ones, names written with other
/// characters of the same sound, and words for which the entries have another one of the same
/// meaning. A word that occurs in an entry is never among them.
record QueryRewriter(
    ConceptFinder finder,
    Supplier<NearTerms> near,
    Supplier<PinyinTerms> pinyin,
    Intents intents,
    SameWords same) {
  private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M}]{4,40}");

  /// Words with accents are of another language, and not misspellings of an English one.
  private static final Pattern PLAIN = Pattern.compile("[a-zA-Z]+");

  private static final Pattern SHORT = Pattern.compile("\\p{Lu}{2,3}");
  private static final int SHORTEST_JOINED = 6;
  private static final int SHORTEST_PART = 3;
  private static final int LONGEST = 20;

  /// In order of place, without overlaps.
  ///
  /// @param rest the query with blanks in place of what names a technology
  /// @param words of the rest, as the index knows them
  List<Rewrite> of(String query, String rest, List<SearchWord> words, Entries entries) {
    List<Rewrite> rewrites = misspelt(query, rest, words, entries);
    same(query, rest, words, entries).forEach(rewrite -> add(rewrite, rewrites));
    if (!Passages.isSentence(query)) {
      spaced(rest, words, entries).forEach(rewrite -> add(rewrite, rewrites));
    }
    if (!Passages.isPassage(query)) {
      NameSlips.heard(rest, words, entries).forEach(rewrite -> add(rewrite, rewrites));
    }
    rewrites.sort(Comparator.comparingInt(Rewrite::start));
    return rewrites;
  }

  /// What a reader knows of the entries.
  interface Entries {
    /// Whether the texts of an entry hold a phrase.
    boolean hold(String phrase);

    /// The name of an entry that some Han characters are a misspelling of.
    Optional<String> heard(String written);

    /// The name of a city that is one letter away from a key.
    Optional<String> slipped(String key);

    /// Whether an entry has a name with that key, also in pinyin.
    boolean isName(String key);

    /// Whether a text holds the name of an entry or of a country.
    boolean areNamed(String text);

    /// Whether names of a few partners begin with a text.
    boolean areBegun(String text);

    /// Whether at least a quarter of them have technologies of their own.
    boolean areCoded();

    /// A word of the index as an entry writes it.
    String written(String term);
  }

  private static void add(Rewrite rewrite, List<Rewrite> rewrites) {
    rewrites.removeIf(each -> each.start() < rewrite.end() && rewrite.start() < each.end());
    rewrites.add(rewrite);
  }

  /// Words that no entry contains, as another one of their group that names a technology or that an
  /// entry contains.
  private List<Rewrite> same(String query, String rest, List<SearchWord> words, Entries entries) {
    List<Rewrite> rewrites = new ArrayList<>();
    Set<Integer> occurring = occurring(words);
    for (SameWords.Found found : same.find(rest)) {
      int start = found.start();
      int end = found.end();
      String written = rest.substring(start, end);
      boolean mayOccur =
          words.stream()
              .filter(word -> start <= word.start() && word.end() <= end)
              .allMatch(word -> occurring.contains(word.start()));
      boolean isHeld = mayOccur && entries.hold(written);
      // LA is a city, and a part of other names.
      boolean isShort = SHORT.matcher(written).matches();
      if (isHeld && !isShort) {
        continue;
      }
      List<Rewrite> each =
          found.others().stream()
              .map(
                  other -> isHeld && !written.equals(query.strip()) ? written + " " + other : other)
              .map(other -> new Rewrite(start, end, written, other, true))
              .toList();
      each.stream()
          .filter(rewrite -> !naming(query, List.of(rewrite)).isEmpty())
          .findFirst()
          .or(
              () ->
                  each.stream().filter(rewrite -> isHeld || entries.hold(rewrite.to())).findFirst())
          .ifPresent(rewrites::add);
    }
    return rewrites;
  }

  /// Words that entries only write as one, or one that they only write as two: "big belly" for
  /// Bigbelly, "rainwater" for "rain water". Beside "healthcare", an entry may say health alone.
  private List<Rewrite> spaced(String rest, List<SearchWord> words, Entries entries) {
    TreeMap<Integer, SearchWord> latin = new TreeMap<>();
    words.stream()
        .filter(word -> word.isWhole() && PLAIN.matcher(of(word, rest)).matches())
        .forEach(word -> latin.merge(word.start(), word, (a, b) -> a.occurs() ? a : b));
    List<Rewrite> rewrites = new ArrayList<>();
    for (SearchWord word : latin.values()) {
      SearchWord next = latin.get(word.end() + 1);
      int end = next == null ? word.end() : next.end();
      String written = rest.substring(word.start(), end);
      String one = next == null ? "" : of(word, rest) + of(next, rest);
      if (next != null
          && one.length() >= SHORTEST_JOINED
          && entries.hold(one)
          && !entries.hold(written)) {
        String to = word.occurs() && next.occurs() ? written + " " + one : one;
        rewrites.add(new Rewrite(word.start(), end, written, to, true));
      } else if (!word.occurs() && !near.get().knows(of(word, rest))) {
        apart(of(word, rest), entries)
            .map(two -> new Rewrite(word.start(), word.end(), of(word, rest), two, true))
            .ifPresent(rewrites::add);
      }
    }
    return rewrites;
  }

  private static String of(SearchWord word, String text) {
    return text.substring(word.start(), word.end());
  }

  /// The two words of which entries make a phrase and which a word joins.
  private static Optional<String> apart(String word, Entries entries) {
    return IntStream.rangeClosed(SHORTEST_PART, Math.min(LONGEST, word.length()) - SHORTEST_PART)
        .mapToObj(at -> word.substring(0, at) + " " + word.substring(at))
        .filter(entries::hold)
        .findFirst();
  }

  /// Whether a name holds the rewritten words or, if it has several words, one of them.
  private static boolean isOf(NameKeys.Window name, Rewrite rewrite) {
    boolean isSeveral = name.key().length() < name.written().length();
    return isSeveral
        ? rewrite.start() < name.end() && name.start() < rewrite.end()
        : name.start() <= rewrite.start() && rewrite.end() <= name.end();
  }

  private List<Rewrite> misspelt(
      String query, String rest, List<SearchWord> words, Entries entries) {
    Set<Integer> occurring = occurring(words);
    Map<Integer, String> nearWords = new LinkedHashMap<>();
    words.stream()
        .filter(word -> !word.occurs() && !word.near().isEmpty())
        .forEach(word -> nearWords.put(word.start(), word.near().getFirst()));
    List<Rewrite> guesses = new ArrayList<>();
    List<Rewrite> rewrites = new ArrayList<>();
    Matcher latin = LATIN.matcher(rest);
    while (latin.find()) {
      int start = latin.start();
      String written = latin.group();
      boolean mayBeMisspelt = PLAIN.matcher(written).matches() && !occurring.contains(start);
      if (mayBeMisspelt && !near.get().knows(written) && intents.of(written).isEmpty()) {
        near.get()
            .word(written)
            .ifPresent(word -> guesses.add(new Rewrite(start, latin.end(), written, word)));
        String other = nearWords.get(start);
        if (other != null) {
          String whole = entries.written(other);
          boolean isLower = written.equals(written.toLowerCase(Locale.ROOT));
          String to = isLower ? whole.toLowerCase(Locale.ROOT) : whole;
          rewrites.add(new Rewrite(start, latin.end(), written, to));
        }
      }
    }
    // A word of the taxonomy goes before another word of the index, when it names something.
    for (Rewrite guess : naming(query, guesses)) {
      rewrites.removeIf(rewrite -> rewrite.start() == guess.start());
      rewrites.add(guess);
    }
    for (NearTerms.Misspelling found : near.get().misspellings(rest)) {
      // 碳中和城 of 碳中和|城市 ends within a word.
      if (!isKnown(found, words) && !NameSlips.isCut(words, found.start(), found.end())) {
        rewrites.add(Rewrite.of(found, rest));
      }
    }
    for (NearTerms.Misspelling found : pinyin.get().find(rest, occurring::contains)) {
      add(Rewrite.of(found, rest), rewrites);
    }
    NameSlips.cities(query, words, entries).forEach(rewrite -> add(rewrite, rewrites));
    if (!rewrites.isEmpty()) {
      for (NameKeys.Window part : NameKeys.windows(query)) {
        if (rewrites.stream().anyMatch(each -> isOf(part, each)) && entries.isName(part.key())) {
          rewrites.removeIf(each -> isOf(part, each));
        }
      }
    }
    return rewrites;
  }

  /// Where words begin that some entry has, of any kind.
  private static Set<Integer> occurring(List<SearchWord> words) {
    return words.stream()
        .filter(SearchWord::occurs)
        .map(SearchWord::start)
        .collect(Collectors.toSet());
  }

  /// Whether words that entries have make up all of it: 城市 alone does not explain 海棉城市.
  private static boolean isKnown(NearTerms.Misspelling found, List<SearchWord> words) {
    BitSet known = new BitSet();
    words.stream()
        .filter(word -> word.occurs() && word.isWhole())
        .forEach(word -> known.set(word.start(), word.end()));
    return known.nextClearBit(found.start()) >= found.end();
  }

  /// Those guesses that are part of a term once all are put in.
  private List<Rewrite> naming(String query, List<Rewrite> guesses) {
    if (guesses.isEmpty()) {
      return guesses;
    }
    List<Mention> mentions = finder.find(Rewrite.apply(query, guesses));
    List<Rewrite> shifted = Rewrite.shifted(guesses);
    return IntStream.range(0, guesses.size())
        .filter(
            at ->
                mentions.stream()
                    .anyMatch(
                        each ->
                            each.start() <= shifted.get(at).start()
                                && each.end() >= shifted.get(at).end()))
        .mapToObj(guesses::get)
        .toList();
  }
}
