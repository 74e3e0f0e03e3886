package greenpair.search.read;

import module java.base;

import greenpair.index.analysis.NameKeys;

/// The countries and regions that a typed query names, in either language: "Chinese bank", 加州. An
/// entry of such a country ranks higher. Not applied to passages, which mention places.
public final class QueryCountries {
  private final List<Name> names = new ArrayList<>();

  /// @param codes of ISO 3166 that it stands for; none for a phrase that names no country
  private record Name(String written, PhraseMatcher spoken, List<String> codes) {}

  /// @param names words for each country or region, by its ISO 3166 code, or for several by their
  ///     codes, separated by blanks
  /// @param none phrases that contain such a word and name none of them
  public QueryCountries(Map<String, Set<String>> names, Set<String> none) {
    names.forEach((codes, words) -> add(words, Arrays.asList(codes.split(" ", -1))));
    add(none, List.of());
    // The longest first, so that West Virginia is not Virginia.
    this.names.sort(
        Comparator.comparingInt((Name each) -> -each.written.length())
            .thenComparing(Name::written));
  }

  /// The same, and all other countries of ISO 3166 by their names in both languages.
  public static QueryCountries all(Map<String, Set<String>> names, Set<String> none) {
    Set<String> words = names.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Map<String, Set<String>> all = new TreeMap<>(names);
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      Set<String> own = new TreeSet<>(names.getOrDefault(code, Set.of()));
      for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
        String name = country.getDisplayCountry(language);
        if (!words.contains(name)) {
          own.add(name);
        }
      }
      all.put(code, own);
    }
    return new QueryCountries(all, none);
  }

  private void add(Set<String> words, List<String> codes) {
    words.forEach(word -> names.add(new Name(word, new PhraseMatcher(List.of(word)), codes)));
  }

  /// The codes, in order, without a country if one of its regions is also named.
  ///
  /// @param isCut whether Han characters of the text are parts of other words: 河南 of 黄河|南岸
  public Set<String> of(String text, Predicate<String> isCut) {
    Set<String> codes = new TreeSet<>();
    written(text, isCut).values().forEach(codes::addAll);
    return codes;
  }

  /// The same by the words that stand for them.
  public Map<String, Set<String>> written(String text, Predicate<String> isCut) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    if (!Passages.isPassage(text)) {
      String rest = PhraseMatcher.lower(text);
      for (Name name : names) {
        if (name.spoken.isIn(rest)
            && (NameKeys.isRanked(name.written, rest) || !isCut.test(name.written))) {
          found.put(name.written, new TreeSet<>(name.codes));
          rest = name.spoken.without(rest);
        }
      }
    }
    List<String> all = found.values().stream().flatMap(Set::stream).toList();
    found
        .values()
        .forEach(
            codes ->
                codes.removeIf(
                    code -> all.stream().anyMatch(other -> other.startsWith(code + "-"))));
    found.values().removeIf(Set::isEmpty);
    return found;
  }

  /// Whether a name of something else only occurs inside these names: York in New York.
  ///
  /// @param lower a text in lower case
  public boolean contain(String written, String lower) {
    PhraseMatcher word = new PhraseMatcher(List.of(written));
    return names.stream()
        .filter(name -> name.written.length() > written.length() && name.spoken.isIn(lower))
        .anyMatch(
            name ->
                word.isIn(PhraseMatcher.lower(name.written))
                    && !word.isIn(name.spoken.without(lower)));
  }
}
