package greenpair.resolve;

import module java.base;

import com.ibm.icu.text.Transliterator;
import greenpair.resolve.name.Party;
import greenpair.text.Folding;

/// Makes what another registry would have of a firm: the name with one or two of the faults that
/// names have in lists, and its city in half of the copies. The same seed makes the same copies.
final class DirtyCopies {
  private static final List<String> FORMS =
      List.of(" Inc.", ", LLC", " Ltd", " Co., Ltd.", " GmbH", " S.A.");
  private static final List<String> CHINESE_FORMS = List.of("有限公司", "股份有限公司", "有限责任公司");
  private static final int TOWNS = 400;

  private final Random random;
  private final Transliterator traditional = Transliterator.getInstance("Simplified-Traditional");
  private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");

  DirtyCopies(long seed) {
    random = new Random(seed);
  }

  Party clean(String key, String name) {
    return in(key, name, "Town " + random.nextInt(TOWNS));
  }

  private static Party in(String key, String name, String city) {
    List<String> cities = city.isEmpty() ? List.of() : List.of(city);
    return new Party(
        key, List.of(name), null, List.of(), null, null, cities, null, Set.of(), Set.of());
  }

  Party dirty(Party clean, String name) {
    boolean chinese =
        name.matches(".*\\p{IsHan}.*") && !name.matches(".*[\\p{IsHiragana}\\p{IsKatakana}].*");
    String spoiled = chinese ? chinese(name) : latin(name);
    if (random.nextInt(3) == 0) {
      spoiled = chinese ? spoiled : typo(spoiled);
    }
    String city = random.nextBoolean() ? clean.cities().getFirst() : "";
    return in("copy of " + clean.key() + " ⇒ " + spoiled, spoiled, city);
  }

  private String chinese(String name) {
    return switch (random.nextInt(4)) {
      case 0 -> Given.SETTINGS.pinyin().of(String.join("", Folding.tokens(name)));
      case 1 -> traditional.transliterate(name);
      case 2 -> simplified.transliterate(name);
      default -> name + CHINESE_FORMS.get(random.nextInt(CHINESE_FORMS.size()));
    };
  }

  private String latin(String name) {
    return switch (random.nextInt(5)) {
      case 0 -> name + FORMS.get(random.nextInt(FORMS.size()));
      case 1 -> name.toUpperCase(java.util.Locale.ROOT);
      case 2 -> typo(name);
      case 3 -> shuffled(name);
      default -> name.replace(" ", random.nextBoolean() ? "-" : "  ");
    };
  }

  /// One letter of a word of at least five is left out, doubled or swapped with its neighbour.
  private String typo(String name) {
    List<Integer> places = new ArrayList<>();
    for (int at = 1; at + 3 < name.length(); at++) {
      if (name.substring(at - 1, at + 4).matches("\\p{L}{5}")) {
        places.add(at);
      }
    }
    if (places.isEmpty()) {
      return name;
    }
    int at = places.get(random.nextInt(places.size()));
    return switch (random.nextInt(3)) {
      case 0 -> name.substring(0, at) + name.substring(at + 1);
      case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
      default ->
          name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    };
  }

  private String shuffled(String name) {
    List<String> words = new ArrayList<>(List.of(name.split(" ", -1)));
    Collections.shuffle(words, random);
    return String.join(" ", words);
  }
}
