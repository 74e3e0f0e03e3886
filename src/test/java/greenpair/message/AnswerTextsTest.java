package greenpair.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.value.SiteCondition;
import greenpair.index.contract.Facet;
import greenpair.match.signal.PreferenceFit;
import greenpair.match.signal.Signals;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the sentences of answers to the code that says them.
class AnswerTextsTest {
  private static final Set<String> KEYS = Phrases.keys();

  private static Set<String> missing(Stream<String> keys) {
    Set<String> missing = new TreeSet<>(keys.toList());
    missing.removeAll(KEYS);
    return missing;
  }

  @Test
  void everySentence_thatIsNamedByAConstant_isThere() {
    Stream<String> verdicts =
        Stream.of(
                "alive",
                "seller",
                "market",
                "borrower",
                "ticket",
                "stage",
                "conflict",
                "language",
                "days")
            .flatMap(gate -> Stream.of(".pass", ".unknown", ".fail").map(each -> gate + each));
    Stream<String> relations =
        Stream.of("firm", "financier", "solution", "opportunity")
            .flatMap(
                kind ->
                    Stream.of(".same", ".below", ".above", ".sibling", ".none")
                        .map(each -> kind + each));
    Stream<String> shortfalls = Stream.of("below", "unproven", "peers", "excluded");
    Stream<String> facets =
        Arrays.stream(Facet.values())
            .flatMap(
                facet ->
                    Stream.concat(
                        Stream.of(facet.word()),
                        facet.spoken().stream().map(each -> facet.word() + "." + each)));
    assertEquals(
        Set.of(),
        missing(
            Stream.of(
                    verdicts.map("gate."::concat),
                    relations.map("reason."::concat),
                    shortfalls.map("shortfall."::concat),
                    facets.map("facet."::concat),
                    Kind.SEARCHED.stream().map(kind -> "facet.kind." + kind.word()),
                    Stream.of(Kind.FIRM, Kind.FINANCIER).map(kind -> "plan.kind." + kind.word()),
                    Signals.NAMES.stream().map("signal."::concat),
                    Signals.NAMES.stream().map("unknown."::concat),
                    Arrays.stream(SiteCondition.values()).map(each -> "condition." + each.word()),
                    Arrays.stream(PreferenceFit.Aspect.values())
                        .map(each -> "preference." + each.word()))
                .flatMap(each -> each)));
  }

  /// A call names a sentence that is there, and gives every argument that it has.
  @Test
  void calls_giveTheArguments_thatTheSentenceHas() throws IOException {
    Set<String> wrong = new TreeSet<>();
    int looked = 0;
    for (String code : BundlesTest.sources().values()) {
      for (int at = code.indexOf("hrases.say(");
          at >= 0;
          at = code.indexOf("hrases.say(", at + 1)) {
        List<String> given = Calls.arguments(code, at + "hrases.say".length());
        String key = Calls.literal(given.getFirst());
        if (key == null) {
          continue;
        }
        looked++;
        if (!KEYS.contains(key)) {
          wrong.add("no bundle has " + key);
        } else if (given.size() == 1) {
          if (!arguments(key).isEmpty()) {
            wrong.add(key + " has arguments, and none is given");
          }
        } else if (given.get(1).startsWith("Map.of(")) {
          List<String> map = Calls.arguments(given.get(1), "Map.of".length());
          Set<String> names = new TreeSet<>();
          for (int n = 0; n < map.size(); n += 2) {
            names.add(String.valueOf(Calls.literal(map.get(n))));
          }
          if (!names.contains("null") && !names.equals(arguments(key))) {
            wrong.add(key + " has " + arguments(key) + ", not " + names);
          }
        }
      }
    }
    assertEquals(Set.of(), wrong);
    assertTrue(looked > 60, "only " + looked + " calls were recognised");
  }

  private static Set<String> arguments(String key) {
    return new TreeSet<>(Messages.of(Language.EN).arguments("answer." + key));
  }

  /// A sentence is used where its key is written out, or where a part is from which it is put
  /// together: `"gate." + name`.
  @Test
  void everySentence_isUsed() throws IOException {
    Set<String> written = new TreeSet<>();
    Pattern quoted = Pattern.compile("\"\\.?([a-z][a-z_.]*)\"");
    for (Map.Entry<?, String> source : BundlesTest.sources().entrySet()) {
      Matcher each = quoted.matcher(source.getValue());
      while (each.find()) {
        written.add(each.group(1));
      }
    }
    Set<String> idle = new TreeSet<>();
    for (String key : KEYS) {
      boolean isOfGroup =
          IntStream.range(0, key.length())
              .filter(at -> key.charAt(at) == '.')
              .anyMatch(
                  at -> {
                    String part = key.substring(0, at);
                    // A single word such as "search" is quoted for other reasons, too.
                    return written.contains(part + ".")
                        || (part.contains(".") && written.contains(part));
                  });
      if (!written.contains(key) && !isOfGroup) {
        idle.add(key);
      }
    }
    assertEquals(Set.of(), idle);
  }
}
