package greenpair.resolve;

import module java.base;

import greenpair.config.Problems;
import greenpair.registry.config.ConfigFolder;
import greenpair.resolve.name.ResolveSettings;
import greenpair.text.Folding;

/// Decides whether a Chinese and an English name are the same part by part: each part of the
/// Chinese name is the Pinyin of words of the English one, or a listed word whose translation is in
/// the English one, and only uninformative words are left over.
final class Translation {
  private static final List<String> LISTS = List.of("business", "places", "generic");
  private static final int LONGEST = 8;

  private final Map<String, List<List<String>>> english = new HashMap<>();
  private final Set<String> little = new HashSet<>();

  Translation() {
    Problems problems = new Problems();
    Map<String, Object> all =
        new ConfigFolder(Path.of("index-config")).document(ResolveSettings.FILE, problems);
    for (String list : LISTS) {
      ((Map<?, ?>) java.util.Objects.requireNonNull(all.get(list)))
          .forEach((key, forms) -> add((List<?>) forms, list.equals("generic")));
    }
    for (Object word : (List<?>) java.util.Objects.requireNonNull(all.get("joining"))) {
      little.add(word.toString());
    }
    little.addAll(List.of("co", "ltd", "corporation", "company", "inc", "limited"));
  }

  private void add(List<?> forms, boolean generic) {
    List<List<String>> latin = new ArrayList<>();
    for (Object form : forms) {
      List<String> words = Folding.tokens(form.toString());
      if (!Folding.isHan(words.getFirst().codePointAt(0))) {
        latin.add(words);
        if (generic) {
          little.addAll(words);
        }
      }
    }
    for (Object form : forms) {
      String word = Folding.tokens(form.toString()).getFirst();
      if (Folding.isHan(word.codePointAt(0))) {
        List<List<String>> all = new ArrayList<>(latin);
        if (generic) {
          all.add(List.of());
        }
        english.put(word, all);
      }
    }
  }

  boolean fits(String chinese, String latin) {
    String bare = String.join("", Folding.tokens(chinese)).replaceFirst("(股份|有限|责任)*公司$", "");
    return fits(bare, Folding.tokens(latin));
  }

  private boolean fits(String chinese, List<String> words) {
    if (chinese.isEmpty()) {
      return little.containsAll(words);
    }
    for (int end = 1; end <= Math.min(LONGEST, chinese.length()); end++) {
      String part = chinese.substring(0, end);
      String rest = chinese.substring(end);
      for (List<String> form : english.getOrDefault(part, List.of())) {
        if (words.containsAll(form) && fits(rest, without(words, form))) {
          return true;
        }
      }
      String sound = Given.SETTINGS.pinyin().of(part);
      for (int from = 0; from < words.size(); from++) {
        for (int to = from + 1; to <= Math.min(words.size(), from + 4); to++) {
          List<String> some = words.subList(from, to);
          if (sound.equals(String.join("", some)) && fits(rest, without(words, some))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<String> without(List<String> words, List<String> some) {
    List<String> left = new ArrayList<>(words);
    some.forEach(left::remove);
    return left;
  }
}
