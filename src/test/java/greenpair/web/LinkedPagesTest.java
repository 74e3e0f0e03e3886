package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Need;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every page of the demonstration cohort to which another leads, in both languages, as a browser
/// gets it.
@Tag("slow")
class LinkedPagesTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  /// Of pages that are alike, one in twenty is read, others in each run.
  private static final int PARTS = 20;

  /// Every link between pages that differ, found from the front page on.
  @Seeded(runs = 1)
  void everyLink_fromTheFrontPageOn_leadsToAGoodPage(Random random) {
    int part = random.nextInt(PARTS);
    Set<String> english = goodPages("en", part);
    Set<String> chinese = goodPages("zh", part + 1); // Other partners than in English.
    Set<String> read = new HashSet<>();
    english.stream().filter(each -> isRead(each, part)).forEach(read::add);
    chinese.stream().filter(each -> isRead(each, part + 1)).forEach(read::add);
    Set<String> linked = new HashSet<>(english);
    linked.addAll(chinese);
    assertAllLinked(linked, read);
  }

  private static Set<String> goodPages(String language, int part) {
    Deque<String> ahead = new ArrayDeque<>(List.of("/"));
    Set<String> seen = new HashSet<>(ahead);
    Set<String> faults = new TreeSet<>();
    EnglishWords english = new EnglishWords(SERVED.cohort());
    while (!ahead.isEmpty()) {
      String path = ahead.remove();
      if (path.matches("/(partners|solutions)/.*") && !isRead(path, part)) {
        continue;
      }
      Client.Reply reply =
          SERVED.client().get(path, "Accept", "text/html", "Accept-Language", language);
      if (reply.status() != 200) {
        faults.add(path + " answers " + reply.status());
        continue;
      }
      if (!reply.header("Content-Type").startsWith("text/html")) {
        continue;
      }
      Document document = Jsoup.parse(reply.text());
      faults.addAll(faults(path, document, language));
      // It names folders.
      boolean isOfNames = path.equals("/registries");
      if (language.equals("zh") && !isOfNames) {
        english.on(document).forEach(word -> faults.add(path + " says in English: " + word));
      }
      for (Element link : document.select("a[href^=/]")) {
        String next = link.attr("href").replaceFirst("#.*", "");
        // Every filter leads to more filters: one is enough.
        boolean isDeep = next.startsWith("/?") && next.contains("&");
        boolean isSignIn = next.startsWith("/sign-in?");
        boolean isLikeOthers = next.startsWith("/compare?") && !isRead(next, part);
        if (!next.contains("lang=") && !isDeep && !isSignIn && !isLikeOthers && seen.add(next)) {
          ahead.add(next);
        }
      }
    }
    assertEquals(Set.of(), faults);
    return seen;
  }

  private static boolean isRead(String path, int part) {
    return Math.floorMod(path.hashCode(), PARTS) == part % PARTS;
  }

  /// Whether a page of a partner that names the city of a case was read.
  private static boolean isNamed(Deployment deployment, Set<String> read) {
    return Stream.concat(
            deployment.firms().stream().map(each -> "/partners/firm/" + each),
            deployment.financiers().stream().map(each -> "/partners/financier/" + each))
        .anyMatch(read::contains);
  }

  private static void assertAllLinked(Set<String> linked, Set<String> read) {
    Set<EntryId> reached = new HashSet<>();
    for (Entry entry : SERVED.cohort().fixtures()) {
      if (entry instanceof Deployment deployment && isNamed(deployment, read)) {
        reached.add(deployment.city());
      } else if (entry instanceof Need need) {
        reached.add(need.city());
      }
    }
    for (Entry entry : SERVED.cohort().fixtures()) {
      String page =
          switch (entry.kind()) {
            // A city whose cases name no partner is found by search alone.
            case CITY -> reached.contains(entry.id()) ? "/cities/" + entry.id() : "/cities";
            case NEED -> "/cities/" + ((Need) entry).city() + "?need=" + entry.id();
            case FIRM, FINANCIER, EXPERT, SOLUTION, DEPLOYMENT, PROGRAMME -> "/cities";
          };
      assertTrue(linked.contains(page), page + " is linked from nowhere");
    }
  }

  /// What is wrong with a page: markup that a strict policy or a screen reader would stumble over.
  private static List<String> faults(String path, Document document, String language) {
    List<String> faults = new ArrayList<>();
    String lang = language.equals("zh") ? "zh-Hans" : "en";
    if (!document.select("html").attr("lang").equals(lang)) {
      faults.add(path + " is not in " + lang);
    }
    if (document.select("h1").size() != 1) {
      faults.add(path + " has " + document.select("h1").size() + " first headings");
    }
    if (document.title().isBlank()) {
      faults.add(path + " has no title");
    }
    Set<String> ids = new HashSet<>();
    for (Element each : document.select("[id]")) {
      if (!ids.add(each.id())) {
        faults.add(path + " has the id " + each.id() + " twice");
      }
    }
    int level = 1;
    for (Element heading : document.select("h1,h2,h3,h4,h5")) {
      int here = heading.tagName().charAt(1) - '0';
      if (here > level + 1) {
        faults.add(path + " leaps from h" + level + " to h" + here + ": " + heading.text());
      }
      level = here;
    }
    for (Element each : document.getAllElements()) {
      each.attributes()
          .forEach(
              attribute -> {
                String name = attribute.getKey();
                if (name.equals("style") || name.startsWith("on")) {
                  faults.add(path + " has " + attribute + " inside the document");
                }
                if (Set.of("href", "src", "action").contains(name)
                    && !attribute.getValue().matches("(/|#|https?://).*")) {
                  faults.add(path + " points to " + attribute);
                }
              });
    }
    document
        .select("script:not([src]), style, [src^=http], link[href^=http]")
        .forEach(each -> faults.add(path + " has " + each));
    rawFaults(path, document).forEach(faults::add);
    return faults;
  }

  /// What only a program reads: codes of the taxonomy, names of constants, empty places of phrases,
  /// a climate by its letters alone.
  private static final Pattern RAW =
      Pattern.compile(
          "\\b(BLD|ENE|TRN|GRD|WST|WTR|IND|NAT|LGT|XCT|FIN|FTY)\\.[A-Z]{3}|\\bnull\\b|NaN|undefined"
              + "|\\b[A-Z]{3,}_[A-Z]{3,}|[{}]|\\b(us|cn)-[a-z]+-n[0-9]|Optional\\[");

  private static List<String> rawFaults(String path, Document document) {
    Document shown = document.clone();
    shown.select("code").remove();
    List<String> faults = new ArrayList<>();
    Matcher raw = RAW.matcher(shown.text());
    while (raw.find()) {
      faults.add(path + " shows " + raw.group());
    }
    shown.select(".facet a span, dd, td, th").eachText().stream()
        .filter(text -> text.matches("A[fmw]|B[SW][hk]|[CD][fsw][a-d]|E[TF]|[a-z]+_[a-z]+"))
        .forEach(text -> faults.add(path + " shows " + text));
    return faults;
  }
}
