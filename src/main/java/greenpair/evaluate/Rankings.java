package greenpair.evaluate;

import module java.base;

/// The rankings of many topics by one configuration or rule.
///
/// @param name of the configuration or rule
/// @param topics documents by topic, best first, each once; topics in order of their ids
public record Rankings(String name, Map<String, List<String>> topics) {
  public Rankings {
    Map<String, List<String>> copy = new TreeMap<>();
    topics.forEach(
        (topic, docs) -> {
          if (new HashSet<>(docs).size() < docs.size()) {
            throw new IllegalArgumentException(
                "a topic must list a document once, but " + topic + " has " + docs);
          }
          copy.put(topic, List.copyOf(docs));
        });
    topics = Collections.unmodifiableMap(copy);
  }

  /// Documents, best first; empty for a topic that was not asked.
  public List<String> of(String topic) {
    return topics.getOrDefault(topic, List.of());
  }

  /// The same lists with these documents only, for judgements older than other documents (condensed
  /// lists: Sakai, SIGIR 2007).
  public Rankings condensed(Set<String> docs) {
    Map<String, List<String>> kept = new TreeMap<>();
    topics.forEach((topic, all) -> kept.put(topic, all.stream().filter(docs::contains).toList()));
    return new Rankings(name, kept);
  }
}
