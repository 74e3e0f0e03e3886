package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Three tasks of users, done as a person without script does them: by links and forms from the
/// front page. `mvn test -Dtest=TaskTest -Dgreenpair.tasks=true` prints the steps with the weight
/// of each page, for `docs/benchmarks.md`.
class TaskTest {
  /// Bytes of a page, compressed, on a slow line: 50 kB are three seconds at 128 kbit/s.
  private static final int MOST_BYTES = 50_000;

  @RegisterExtension static final Served SERVED = Served.shared();

  /// A person at a task.
  private static final class Walk {
    private final String language;
    private final List<String> steps = new ArrayList<>();
    private String path = "/";
    private Document page;

    Walk(String language) {
      this.language = language;
      this.page = open("/");
    }

    private Document open(String address) {
      path = address.replaceFirst("#.*", "");
      Client.Reply packed =
          SERVED
              .client()
              .get(
                  path,
                  "Accept",
                  "text/html",
                  "Accept-Language",
                  language,
                  "Accept-Encoding",
                  "gzip");
      assertEquals(200, packed.status(), path);
      int bytes = packed.response().body().length;
      assertTrue(bytes < MOST_BYTES, path + " weighs " + bytes);
      steps.add("%s, %,d bytes".formatted(path, bytes));
      page = Jsoup.parse(unzipped(packed), "http://greenpair.test" + path);
      return page;
    }

    private static String unzipped(Client.Reply packed) {
      try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed.response().body()))) {
        return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Walk follow(String words) {
      Element link =
          page.select("main a").stream()
              .filter(each -> each.text().contains(words))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no link \"" + words + "\" on " + path));
      open(link.attr("href"));
      return this;
    }

    Walk search(String words) {
      open("/?q=" + Client.encode(words));
      return this;
    }

    void end(String task, int mostSteps) {
      assertTrue(steps.size() <= mostSteps, steps::toString);
      if (Boolean.getBoolean("greenpair.tasks")) {
        System.out.println(task + ": " + (steps.size() - 1) + " steps");
        steps.forEach(each -> System.out.println("  " + each));
      }
    }
  }

  @Test
  void coordinator_findsTheShortlistOfSanJose_withContacts() {
    Walk walk = new Walk("en");
    walk.follow("I work for a city").follow("San Jose").follow("Printable brief");
    assertTrue(walk.page.select(".item .named").size() >= 3, walk.page::text);
    assertTrue(walk.page.select(".item a[href^=http]").size() >= 2, "contacts");
    walk.end("shortlist of San Jose with contacts", 4);
  }

  @Test
  void officer_findsCleanHeatingForJilin_inChinese() {
    Walk walk = new Walk("zh");
    walk.follow("我在城市政府工作").follow("严寒地区清洁供暖");
    assertTrue(walk.page.expectFirst("section[aria-labelledby=firms]").text().contains("中石化"));
    assertTrue(walk.page.select("section[aria-labelledby=solutions] .card").size() > 0);
    walk.end("clean heating for Jilin in Chinese", 3);
  }

  @Test
  void officer_findsTheSame_bySearching() {
    Walk walk = new Walk("zh");
    walk.search("吉林 清洁供暖");
    assertTrue(walk.page.select(".hit").size() > 3, walk.page::text);
    walk.end("clean heating for Jilin by search", 2);
  }

  @Test
  void coordinator_findsWhoLeadsTooManyLists() {
    Walk walk = new Walk("en");
    walk.follow("I coordinate several cities");
    Element first = walk.page.expectFirst("section[aria-labelledby=exposed] tbody tr");
    assertTrue(Integer.parseInt(first.expectFirst("td.num").text()) > 2, first::text);
    walk.end("who leads too many lists", 2);
  }
}
