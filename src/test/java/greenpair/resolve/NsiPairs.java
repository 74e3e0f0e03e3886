package greenpair.resolve;

import module java.base;

import greenpair.resolve.name.Hashes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Entities of the name-suggestion-index with all their names. An entity is identified by its
/// Wikidata number or, without one, by its display name.
///
/// @param half `tune` or `held`, by the hash of the entity
record NsiPairs(
    String id,
    String half,
    String display,
    Set<String> aliases,
    Set<String> english,
    Set<String> chinese) {
  private static final List<String> ROLES = List.of("brand", "operator", "network", "name");

  static List<NsiPairs> read(Path data) throws IOException {
    JsonNode all =
        JsonMapper.shared()
            .readTree(Files.readAllBytes(data.resolve("nsi/nsi.min.json")))
            .get("nsi");
    Map<String, NsiPairs> entities = new LinkedHashMap<>();
    for (JsonNode category : all) {
      for (JsonNode item : category.path("items")) {
        add(item, entities);
      }
    }
    return new ArrayList<>(entities.values());
  }

  private static void add(JsonNode item, Map<String, NsiPairs> entities) {
    JsonNode tags = item.path("tags");
    String display = item.path("displayName").asString("");
    String id = "";
    for (String role : ROLES) {
      if (id.isEmpty()) {
        id = tags.path(role + ":wikidata").asString("");
      }
    }
    if (id.isEmpty()) {
      id = "name:" + display.toLowerCase(java.util.Locale.ROOT).strip();
    }
    String key = id;
    NsiPairs entity =
        entities.computeIfAbsent(
            key,
            each ->
                new NsiPairs(
                    each,
                    (Hashes.of(each) & 1) == 0 ? "tune" : "held",
                    display,
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>()));
    item.path("matchNames").forEach(name -> entity.aliases.add(name.asString()));
    for (String role : ROLES) {
      String name = tags.path(role).asString("");
      String en = tags.path(role + ":en").asString("");
      String zh = tags.path(role + ":zh").asString("");
      if (zh.isEmpty() && isChinese(name) && inChina(item)) {
        zh = name;
      }
      if (!en.isEmpty() && !zh.isEmpty() && isChinese(zh)) {
        entity.english.add(en);
        entity.chinese.add(zh);
      }
    }
  }

  private static boolean inChina(JsonNode item) {
    for (JsonNode place : item.path("locationSet").path("include")) {
      if (place.asString("").matches("(cn|hk|mo|tw).*")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isChinese(String name) {
    return name.matches(".*\\p{IsHan}.*") && !name.matches(".*[\\p{IsHiragana}\\p{IsKatakana}].*");
  }
}
