package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whole pages and answers of servers, compared byte by byte with those of another: each sort of
/// page and answer in both languages, then what these link to.
final class SamePages {
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

  /// Files that state when they were made.
  private static final Pattern SKIPPED = Pattern.compile("xlsx|\\.ics");

  private static final List<String> FIRST =
      List.of(
          "/",
          "/?q=heat+pump&country=US&country=CN",
          "/?q=%E7%94%B5%E5%8A%A8%E5%85%AC%E4%BA%A4&country=CN",
          "/needs",
          "/opportunities",
          "/cities",
          "/cities/cn-jilin",
          "/cities/cn-jilin?need=cn-jilin-n1",
          "/cities/cn-jilin/brief",
          "/partners/firm/byd",
          "/partners/financier/adb",
          "/solutions/sol-bld-env-ret",
          "/compare?ids=firm:byd&ids=firm:wuzhoulong",
          "/cohort",
          "/api/v1/cities",
          "/api/v1/cities/cn-jilin",
          "/api/v1/cities/cn-jilin/recommendations?kind=firm",
          "/api/v1/cities/cn-jilin/recommendations?kind=financier",
          "/api/v1/needs/cn-jilin-n1/recommendations?kind=solution",
          "/api/v1/needs/cn-jilin-n1/packages",
          "/api/v1/partners/byd/opportunities",
          "/api/v1/gaps",
          "/api/v1/search?q=biogas&country=US",
          "/api/v1/search?q=%E7%94%B5%E5%8A%A8%E5%85%AC%E4%BA%A4&kind=firm&country=CN",
          "/api/v1/suggestions?q=by",
          "/api/v1/entries/firm/byd",
          "/api/v1/entries/deployment/d001",
          "/api/v1/taxonomy",
          "/api/v1/programmes");

  private SamePages() {}

  /// A server.
  interface Server {
    ServerProcess.Answer get(String path) throws IOException, InterruptedException;
  }

  /// @param most pages and answers of each server
  static void assertSame(Server expected, List<Server> others, int most) throws Exception {
    Set<String> first =
        FIRST.stream()
            .flatMap(each -> Stream.of("en", "zh").map(language -> in(each, language)))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> seen = new LinkedHashSet<>(first);
    Deque<String> ahead = new ArrayDeque<>(first);
    while (!ahead.isEmpty()) {
      String path = ahead.remove();
      ServerProcess.Answer answer = expected.get(path);
      assertTrue(answer.status() == 200 || !first.contains(path), path);
      for (Server other : others) {
        assertSame(answer, other.get(path), path);
      }
      for (MatchResult link : LINK.matcher(answer.body()).results().toList()) {
        String next = link.group(1).replace("&amp;", "&");
        if (!SKIPPED.matcher(next).find() && seen.size() < most && seen.add(next)) {
          ahead.add(next);
        }
      }
    }
    assertEquals(most, seen.size());
  }

  private static String in(String path, String language) {
    boolean isInBoth = path.matches(".*/(suggestions|taxonomy|programmes).*");
    return isInBoth ? path : path + (path.contains("?") ? "&" : "?") + "lang=" + language;
  }

  private static void assertSame(
      ServerProcess.Answer expected, ServerProcess.Answer actual, String path) {
    assertEquals(expected.status(), actual.status(), path);
    assertEquals(plain(expected.body()), plain(actual.body()), path);
  }

  /// Without the tokens of forms, which differ between any two answers.
  private static String plain(String body) {
    return body.replaceAll("name=\"csrf\" value=\"[^\"]*\"", "");
  }
}
