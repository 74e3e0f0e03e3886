package greenpair.resolve.name;

import module java.base;

import greenpair.text.Folding;

/// Takes legal forms (`GmbH`, `Co., Ltd.`, `股份有限公司`) off names. A name that is nothing else
/// stays as it is.
final class LegalForms {
  /// The file in the configuration: a legal form and `end` or `start` in each line.
  static final String FILE = "legal-forms.csv";

  private static final int MOST_WORDS = 6;

  /// Words of a form, joined by spaces; whether it may begin a name.
  private final Map<String, Boolean> latin = new HashMap<>();

  /// Longest first.
  private final List<String> chinese = new ArrayList<>();

  /// Those that may begin a name (株式会社).
  private final Set<String> chineseStarts = new HashSet<>();

  /// @param lines of the file; those that begin with `#` and the header do not count
  LegalForms(List<String> lines) {
    for (String line : lines) {
      int comma = line.lastIndexOf(',');
      if (line.startsWith("#") || line.equals("form,place") || comma < 0) {
        continue;
      }
      List<String> tokens = Folding.tokens(line.substring(0, comma));
      boolean start = line.substring(comma + 1).strip().equals("start");
      if (tokens.size() == 1 && Folding.isHan(tokens.getFirst().codePointAt(0))) {
        chinese.add(tokens.getFirst());
        if (start) {
          chineseStarts.add(tokens.getFirst());
        }
      } else if (!tokens.isEmpty()) {
        latin.merge(String.join(" ", tokens), start, Boolean::logicalOr);
      }
    }
    chinese.sort((one, two) -> two.length() - one.length());
  }

  /// The tokens without legal forms at the end, or at the beginning if the form may occur there.
  List<String> strip(List<String> tokens) {
    List<String> left = tokens;
    for (List<String> next = once(left); !next.equals(left); next = once(left)) {
      left = next;
    }
    return left;
  }

  private List<String> once(List<String> tokens) {
    int size = tokens.size();
    if (size == 0) {
      return tokens;
    }
    String first = tokens.getFirst();
    String last = tokens.getLast();
    for (String form : chinese) {
      if (last.endsWith(form) && (size > 1 || last.length() > form.length())) {
        return replaced(tokens, size - 1, last.substring(0, last.length() - form.length()));
      }
      if (chineseStarts.contains(form)
          && first.startsWith(form)
          && (size > 1 || first.length() > form.length())) {
        return replaced(tokens, 0, first.substring(form.length()));
      }
    }
    for (int words = Math.min(MOST_WORDS, size - 1); words > 0; words--) {
      if (latin.containsKey(String.join(" ", tokens.subList(size - words, size)))) {
        return tokens.subList(0, size - words);
      }
      if (latin.getOrDefault(String.join(" ", tokens.subList(0, words)), false)) {
        return tokens.subList(words, size);
      }
    }
    return tokens;
  }

  private static List<String> replaced(List<String> tokens, int at, String rest) {
    List<String> replaced = new ArrayList<>(tokens);
    if (rest.isEmpty()) {
      replaced.remove(at);
    } else {
      replaced.set(at, rest);
    }
    return replaced;
  }
}
