package greenpair.web;

import module java.base;

import greenpair.catalog.Entry;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// English words on a Chinese page, except English in a Chinese text of the catalog, names
/// that have no Chinese form, and a few words that are the same in both languages.
final class EnglishWords {
  /// Words that are written so in Chinese, too.
  private static final Set<String> EXCEPTIONS =
      Set.of("Greenpair", "English", "XLSX", "IECC", "IPCC", "REITs");

  /// A word of four letters or more, or several words.
  private static final Pattern ENGLISH =
      Pattern.compile("[A-Za-z][A-Za-z'’.-]*(?: [A-Za-z&][A-Za-z'’.-]*)+|[A-Za-z]{4,}");

  private final String allowed;

  EnglishWords(Cohort cohort) {
    this.allowed = allowed(cohort);
  }

  List<String> on(Document page) {
    Document document = page.clone();
    // Sources are named as their publishers are.
    document.select("[lang=en], code, cite, script, .sources, a[rel*=external]").remove();
    String text =
        document.body().select("*").stream()
            .map(Element::ownText)
            .collect(Collectors.joining("\n"));
    return ENGLISH
        .matcher(text)
        .results()
        // A quotation within another ends with the sign of an apostrophe.
        .map(match -> match.group().replaceFirst("’$", ""))
        .filter(this::isForeign)
        .toList();
  }

  private boolean isForeign(String found) {
    return !allowed.contains(found)
        && Arrays.stream(found.split(" "))
            .anyMatch(word -> !allowed.contains(word) && !EXCEPTIONS.contains(word));
  }

  /// Everything that the catalog writes in Chinese, and names without a Chinese form.
  private static String allowed(Cohort cohort) {
    List<String> texts = new ArrayList<>();
    for (Entry each : cohort.fixtures()) {
      collect(JsonMapper.shared().readTree(cohort.json.encode(each)), texts);
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
}
