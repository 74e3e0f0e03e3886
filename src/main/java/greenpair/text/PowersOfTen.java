package greenpair.text;

import module java.base;

import org.jspecify.annotations.Nullable;

/// Words for powers of ten: `million`, `Mio.`, `crore`, `千万`.
public final class PowersOfTen {
  private static final Map<String, Integer> WORDS =
      Stream.of(
              "2 hundred",
              "3 thousand tsd тыс k",
              "5 lakh",
              "6 million mln mio mil mn mm m млн",
              "7 crore cr",
              "9 billion bln bn mrd mia mld b млрд",
              "12 trillion trn tn")
          .map(line -> line.split(" "))
          .flatMap(line -> Stream.of(line).skip(1).map(word -> Map.entry(word, line[0])))
          .collect(Collectors.toMap(Map.Entry::getKey, each -> Integer.valueOf(each.getValue())));

  /// Their powers add up: 千万, 万亿.
  private static final Map<Character, Integer> HAN =
      Map.of('十', 1, '百', 2, '佰', 2, '千', 3, '仟', 3, '万', 4, '萬', 4, '亿', 8, '億', 8);

  private PowersOfTen() {}

  /// The power that a word says, counted in decimals: as doubles 2.3 times 1e8 is not 230,000,000.
  ///
  /// @return null if it is no such word
  public static @Nullable Integer of(String word) {
    if (!word.isEmpty() && word.chars().allMatch(each -> HAN.containsKey((char) each))) {
      return word.chars().map(each -> HAN.getOrDefault((char) each, 0)).sum();
    }
    String bare = word.toLowerCase(Locale.ROOT).replace(".", "");
    boolean isPlural = bare.length() > 2 && bare.endsWith("s");
    return WORDS.get(isPlural ? bare.substring(0, bare.length() - 1) : bare);
  }
}
