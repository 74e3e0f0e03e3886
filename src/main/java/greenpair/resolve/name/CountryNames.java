package greenpair.resolve.name;

import module java.base;

import greenpair.text.Folding;

/// The countries as the JDK and the common words name them, in both languages.
final class CountryNames {
  private final Map<String, List<String>> byCode = new HashMap<>();

  /// @param words get the countries as places
  CountryNames(CommonWords words) {
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      String english = country.getDisplayCountry(Locale.ENGLISH);
      words.add(
          CommonWords.Sort.PLACE,
          List.of(english, country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE)));
      byCode.put(code, words.sameAs(english));
    }
  }

  /// The tokens of a name without those that name a country, by its code.
  List<String> without(List<String> tokens, String code) {
    List<String> left = tokens;
    for (String form : byCode.getOrDefault(code, List.of())) {
      if (Folding.isHan(form.codePointAt(0))) {
        left = left.stream().map(token -> token.replace(form, "")).toList();
      } else {
        List<String> words = List.of(form.split(" ", -1));
        int at = Collections.indexOfSubList(left, words);
        if (at >= 0) {
          left = new ArrayList<>(left);
          left.subList(at, at + words.size()).clear();
        }
      }
    }
    return left.stream().filter(token -> !token.isEmpty()).toList();
  }
}
