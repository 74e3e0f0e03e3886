package greenpair.search.read;

import module java.base;

/// Words of which one may occur in a text: Latin words as wholes, with blanks or hyphens between
/// those of a phrase, Chinese ones anywhere.
public final class PhraseMatcher {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String GAP = "[\\s\\p{Z}\\p{Pd}]+";

  /// Stands for one or two words, or for a few Han characters.
  private static final String ANY = "…";

  private static final String WORDS = "\\p{L}+(?:" + GAP + "\\p{L}+)?";
  private static final String HAN = "\\p{IsHan}{0,12}?";

  /// Full-width letters, digits and signs, and how far they are from ASCII.
  private static final char FIRST_WIDE = '！';

  private static final char LAST_WIDE = '～';
  private static final char WIDTH = FIRST_WIDE - '!';

  private final List<Word> words;

  /// @param begin of every text that matches; found in a hundredth of the time
  private record Word(String begin, Pattern pattern) {
    static Word of(String written) {
      String lower = lower(written);
      if (Character.isIdeographic(written.codePointAt(0))) {
        String[] parts = lower.split(ANY, -1);
        String phrase = Stream.of(parts).map(Pattern::quote).collect(Collectors.joining(HAN));
        return new Word(parts[0], Pattern.compile(phrase));
      }
      List<String> parts = BLANKS.splitAsStream(lower).toList();
      String phrase =
          parts.stream()
              .map(part -> part.equals(ANY) ? WORDS : Pattern.quote(part))
              .collect(Collectors.joining(GAP));
      // Chinese has no spaces: 2018年以后 may stand between other characters.
      boolean isHan = lower.codePoints().anyMatch(Character::isIdeographic);
      String letter = isHan ? "[\\p{L}\\p{N}&&[^\\p{IsHan}]]" : "[\\p{L}\\p{N}]";
      String whole = "(?<!" + letter + ")" + phrase + "(?!" + letter + ")";
      return new Word(parts.getFirst(), Pattern.compile(whole));
    }

    boolean isIn(String lower) {
      return lower.contains(begin) && pattern.matcher(lower).find();
    }
  }

  public PhraseMatcher(Collection<String> words) {
    this.words = words.stream().sorted().map(Word::of).toList();
  }

  /// A text in lower case and half width with its characters in their places, as İ otherwise
  /// becomes two.
  public static String lower(String text) {
    StringBuilder each = new StringBuilder(text);
    for (int at = 0; at < text.length(); at++) {
      char plain = text.charAt(at);
      boolean isWide = plain >= FIRST_WIDE && plain <= LAST_WIDE;
      each.setCharAt(at, Character.toLowerCase(isWide ? (char) (plain - WIDTH) : plain));
    }
    return each.toString();
  }

  /// The text in lower case, with a blank in place of each of these words.
  public String without(String text) {
    String rest = lower(text);
    for (Word word : words) {
      rest = word.isIn(rest) ? word.pattern.matcher(rest).replaceAll(" ") : rest;
    }
    return rest;
  }

  /// The phrases of a text, as it writes them.
  ///
  /// @param lower the text in lower case
  public Set<String> in(String lower) {
    Set<String> found = new LinkedHashSet<>();
    for (Word word : words) {
      if (lower.contains(word.begin)) {
        word.pattern.matcher(lower).results().map(MatchResult::group).forEach(found::add);
      }
    }
    return found;
  }

  /// The characters of a text that belong to one of the phrases.
  ///
  /// @param lower the text in lower case
  public BitSet places(String lower) {
    BitSet places = new BitSet();
    for (Word word : words) {
      if (lower.contains(word.begin)) {
        word.pattern.matcher(lower).results().forEach(each -> places.set(each.start(), each.end()));
      }
    }
    return places;
  }

  /// Whether a text has one of the phrases.
  ///
  /// @param lower the text in lower case
  public boolean isIn(String lower) {
    for (Word word : words) {
      if (word.isIn(lower)) {
        return true;
      }
    }
    return false;
  }
}
