package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Entry;
import greenpair.catalog.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Chinese page contains no English except English in a Chinese text of the catalog, names that
/// have no Chinese form, and a few words that are the same in both languages.
@Tag("slow")
class ChinesePagesTest {
  /// Words that are written so in Chinese, too.
  private static final Set<String> EXCEPTIONS =
      Set.of("Greenpair", "English", "XLSX", "IECC", "IPCC");

  /// A word of four letters or more, or several words.
  private static final Pattern ENGLISH =
      Pattern.compile("[A-Za-z][A-Za-z'’.-]*(?: [A-Za-z&][A-Za-z'’.-]*)+|[A-Za-z]{4,}");

  @RegisterExtension static final Served SERVED = Served.shared();

  /// Everything that the catalog writes in Chinese, and names without a Chinese form.
  private static String allowed() {
    List<String> texts = new ArrayList<>();
    for (Entry each : SERVED.cohort().fixtures()) {
      collect(JsonMapper.shared().readTree(SERVED.cohort().json.encode(each)), texts);
    }
    return String.join("\n", texts);
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isObject()) {
      if (node.has("en") && !node.has("zh")) {
        texts.add(node.get("en").asString(""));
      }
      for (Map.Entry<String, JsonNode> each : node.properties()) {
        if (each.getKey().equals("zh")) {
          texts.add(each.getValue().asString(""));
        } else if (Set.of("aliases", "memberships", "publisher").contains(each.getKey())) {
          texts.add(each.getValue().toString());
        } else {
          collect(each.getValue(), texts);
        }
      }
    } else if (node.isArray()) {
      node.forEach(each -> collect(each, texts));
    }
  }

  @Test
  void noEnglish_standsOnAChinesePage_butProperNames() {
    String allowed = allowed();
    Set<String> pages =
        new TreeSet<>(Set.of("/", "/needs", "/cities", "/cohort", "/compare", "/?q=热泵"));
    for (Entry each : SERVED.cohort().fixtures()) {
      if (each instanceof Need need) {
        pages.add("/cities/" + need.city());
        pages.add("/cities/" + need.city() + "/brief");
        pages.add("/cities/" + need.city() + "?need=" + need.id());
      }
    }
    Set<String> left = new TreeSet<>();
    int seen = 0;
    for (String page : pages) {
      Document document = SERVED.page(page + (page.contains("?") ? "&" : "?") + "lang=zh").clone();
      // Sources are named as their publishers are.
      document.select("[lang=en], code, cite, script, .sources, a[rel*=external]").remove();
      Matcher english = ENGLISH.matcher(document.body().text());
      while (english.find()) {
        seen++;
        // A quotation within another ends with the sign of an apostrophe.
        String found = english.group().replaceFirst("’$", "");
        if (!allowed.contains(found)
            && java.util.Arrays.stream(found.split(" "))
                .anyMatch(word -> !allowed.contains(word) && !EXCEPTIONS.contains(word))) {
          left.add(found + " on " + page);
        }
      }
    }
    assertTrue(seen > 100, "names were read");
    assertEquals(Set.of(), left);
  }
}
