package greenpair.bench;

import module java.base;

import greenpair.evaluate.trec.SearchTopic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// XQuAD-R: 1,190 questions over 240 paragraphs, the same in English and Chinese; each is answered
/// by one paragraph. Articles take turns between the halves, so that no paragraph is in both.
///
/// Source: Artetxe, Ruder and Yogatama 2020 (XQuAD), Roy et al. 2020 (LAReQA), CC BY-SA 4.0; read
/// in place, not part of the project.
final class QuestionTasks {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> LANGUAGES = List.of("en", "zh");

  private QuestionTasks() {}

  /// Questions of each language over paragraphs of each.
  static List<OutsideTask> of(Path folder) throws IOException {
    List<OutsideTask> tasks = new ArrayList<>();
    for (String of : LANGUAGES) {
      for (String over : LANGUAGES) {
        tasks.add(task("questions", of, over, folder));
      }
    }
    return tasks;
  }

  /// Answers in each language, which are short, over paragraphs in the other.
  static List<OutsideTask> answers(Path folder) throws IOException {
    return List.of(task("answers", "en", "zh", folder), task("answers", "zh", "en", folder));
  }

  private static JsonNode read(Path folder, String language) {
    return JSON.readTree(folder.resolve(language + ".json")).get("data");
  }

  private static OutsideTask task(String what, String of, String over, Path folder) {
    JsonNode asked = read(folder, of);
    JsonNode told = read(folder, over);
    List<String> lines = new ArrayList<>();
    List<SearchTopic> topics = new ArrayList<>();
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    for (int article = 0; article < told.size(); article++) {
      JsonNode paragraphs = told.get(article).get("paragraphs");
      for (int at = 0; at < paragraphs.size(); at++) {
        // A name that no question holds.
        String id = String.format(Locale.ROOT, "xq%04d", 100 * article + at);
        lines.add(LabelTasks.line(id, over, id, paragraphs.get(at).get("context").asString()));
        for (JsonNode question : asked.get(article).get("paragraphs").get(at).get("qas")) {
          String topic = of + "-" + question.get("id").asString();
          String text =
              what.equals("answers")
                  ? question.get("answers").get(0).get("text").asString()
                  : question.get("question").asString();
          topics.add(OutsideTask.topic(topic, OutsideTask.half(article), of, text));
          grades.put(topic, Map.of("firm:" + id, 1));
        }
      }
    }
    return new OutsideTask(what + " " + of + " over " + over, lines, topics, grades);
  }
}
