package greenpair.resolve;

import module java.base;

import com.ibm.icu.text.Transliterator;
import greenpair.catalog.value.Nearest;
import greenpair.resolve.name.Party;

/// Measures resolution on the name-suggestion-index: `tune` for choosing weights, `held` for
/// reporting.
///
/// Rules that are independent of the resolver determine which pairs a name can decide:
///
/// - an alias, when after folding it has the words of the display name in any order, legal forms
///   and "the" aside, or differs by one letter of at least ten, and no other entity bears it;
/// - a Chinese and an English name, when they are one name part by part ([Translation]).
public final class ResolutionFigures {
  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower()");
  private static final Set<String> NOTHING =
      Set.of(
          ("the of and inc incorporated ltd limited llc co company corp corporation plc gmbh ag sa"
                  + " spa srl bv nv ab as oy kg se group lp llp pvt private")
              .split(" "));

  private final Translation translation = new Translation();
  private final List<NsiPairs> entities;
  private final Map<String, Set<String>> bearers = new HashMap<>();

  ResolutionFigures(Path data) throws IOException {
    this(NsiPairs.read(data));
  }

  /// Of nothing.
  static ResolutionFigures none() {
    return new ResolutionFigures(List.of());
  }

  private ResolutionFigures(List<NsiPairs> entities) {
    this.entities = entities;
    for (NsiPairs each : entities) {
      bear(each.display(), each.id());
      each.aliases().forEach(alias -> bear(alias, each.id()));
    }
  }

  private void bear(String name, String id) {
    bearers.computeIfAbsent(String.join(" ", words(name)), each -> new HashSet<>()).add(id);
  }

  /// Prints all figures of a half.
  public static void main(String[] arguments) throws IOException {
    ResolutionFigures figures = new ResolutionFigures(Path.of(arguments[0]));
    String half = arguments.length > 1 ? arguments[1] : "held";
    boolean verbose = arguments.length > 2;
    print(figures.aliases(half), "aliases, all", false, verbose);
    print(figures.aliases(half), "aliases that a name can decide", true, verbose);
    print(figures.acrossLanguages(half), "EN-ZH, all", false, verbose);
    print(figures.acrossLanguages(half), "EN-ZH that a name can decide", true, verbose);
    for (long seed = half.equals("held") ? 1 : 2; seed < 3; seed += 2) {
      print(figures.dirty(half, seed), "dirty duplicates, seed " + seed, false, verbose);
    }
  }

  private static void print(Linkage linkage, String what, boolean onlyJudged, boolean verbose) {
    if (!onlyJudged && what.endsWith("all")) {
      System.out.println(linkage.measure(what, false));
    } else {
      System.out.println(linkage.measure(what, onlyJudged));
    }
    if (verbose) {
      linkage.wrongPairs.stream().limit(60).forEach(each -> System.out.println("  wrong " + each));
      linkage.missedPairs.stream().limit(60).forEach(each -> System.out.println("  " + each));
    }
  }

  Linkage aliases(String half) {
    Linkage linkage = new Linkage();
    for (NsiPairs each : entities) {
      if (each.half().equals(half)) {
        linkage.addLeft(Given.named(each.id() + " " + each.display(), each.display()), each.id());
      }
    }
    for (NsiPairs each : entities) {
      if (each.half().equals(half)) {
        for (String alias : each.aliases()) {
          Party party = Given.named("alias of " + each.id() + " " + alias, alias);
          linkage.addRight(
              party,
              each.id(),
              decides(each, alias) ? Set.of(each.id() + " " + each.display()) : Set.of());
        }
      }
    }
    return linkage;
  }

  private boolean decides(NsiPairs entity, String alias) {
    List<String> one = words(entity.display());
    List<String> two = words(alias);
    if (bearers.getOrDefault(String.join(" ", two), Set.of()).size() > 1
        || bearers.getOrDefault(String.join(" ", one), Set.of()).size() > 1
        || String.join("", two).length() < 4) {
      return false;
    }
    String first = String.join("", one);
    String second = String.join("", two);
    boolean sameWords = one.stream().sorted().toList().equals(two.stream().sorted().toList());
    boolean oneLetter =
        Math.min(first.length(), second.length()) >= 10
            && !(first + second).matches(".*\\d.*")
            && Nearest.distance(first, second, 1) <= 1;
    return sameWords || first.equals(second) || oneLetter;
  }

  private static List<String> words(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (!folded.matches("\\p{ASCII}*")) {
      folded = folded.matches(".*\\p{IsHan}.*") ? folded : LATIN.transliterate(folded);
    }
    List<String> words = new ArrayList<>();
    for (String each : folded.replaceAll("[.'’]", "").split("[^\\p{L}\\p{N}]+", -1)) {
      if (!each.isEmpty() && !NOTHING.contains(each)) {
        words.add(each);
      }
    }
    return words;
  }

  Linkage acrossLanguages(String half) {
    Linkage linkage = new Linkage();
    for (NsiPairs each : entities) {
      if (each.half().equals(half)) {
        for (String name : each.english()) {
          linkage.addLeft(Given.named(each.id() + " " + name, name), each.id());
        }
      }
    }
    for (NsiPairs each : entities) {
      if (each.half().equals(half)) {
        for (String name : each.chinese()) {
          Party party = Given.named("zh " + each.id() + " " + name, name);
          Set<String> decidable = new HashSet<>();
          for (String english : each.english()) {
            if (translation.fits(name, english)) {
              decidable.add(each.id() + " " + english);
            }
          }
          linkage.addRight(party, each.id(), decidable);
        }
      }
    }
    return linkage;
  }

  Linkage dirty(String half, long seed) {
    Linkage linkage = new Linkage();
    DirtyCopies copies = new DirtyCopies(seed);
    int number = 0;
    List<Party> all = new ArrayList<>();
    List<String> truth = new ArrayList<>();
    for (NsiPairs each : entities) {
      boolean alone =
          bearers.getOrDefault(String.join(" ", words(each.display())), Set.of()).size() == 1;
      if (each.half().equals(half)
          && alone
          && String.join("", words(each.display())).length() > 3) {
        Party clean = copies.clean(each.id() + " " + each.display(), each.display());
        linkage.addLeft(clean, each.id());
        if (number++ % 5 == 0) {
          all.add(copies.dirty(clean, each.display()));
          truth.add(each.id());
        }
      }
    }
    for (int at = 0; at < all.size(); at++) {
      String copy = all.get(at).key();
      linkage.addRight(
          all.get(at),
          truth.get(at),
          Set.of(copy.substring("copy of ".length(), copy.indexOf(" ⇒ "))));
    }
    return linkage;
  }
}
