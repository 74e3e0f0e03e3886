package greenpair.bench;

import module java.base;

import greenpair.evaluate.trec.SearchTopic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Firms of a Chinese registry by their industry, which is hidden: the query is the industry's name
/// in either language, and an entry answers it when the registry gives it that industry.
///
/// Source: `standup-coder-cn` (MIT), read in place. It describes the business of a firm in Chinese
/// only. The English names of the industries were written for this.
final class LabelTasks {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> TEXTS = List.of("businessArea", "products", "coreProduct");
  private static final Map<String, List<String>> LABELS = labels();

  private static final String ACTION_LABELS =
      """
      floods | flooding | 洪水
      heatwaves | heatwaves | 热浪
      droughts | droughts | 干旱
      storms | storms | 风暴
      landslides | landslides | 滑坡
      sea-level-rise | sea level rise | 海平面上升
      diseases | diseases | 疾病
      wildfires | wildfires | 野火
      stationary_energy | stationary energy | 固定源能源
      transportation | transportation | 交通运输
      ippu | industrial processes and product use | 工业过程和产品使用
      afolu | agriculture, forestry and land use | 农业、林业和土地利用
      waste | waste | 废弃物
      water_resources | water resources | 水资源
      food_security | food security | 粮食安全
      biodiversity | biodiversity | 生物多样性
      public_health | public health | 公共卫生
      on-road | on-road transport | 道路交通
      industrial_processes | industrial processes | 工业过程
      land | land | 土地
      agriculture_forestry_and_fishing_activities | agriculture, forestry and fishing | 农林渔业
      residential_buildings | residential buildings | 住宅建筑
      commercial_and_institutional_buildings_and_facilities | commercial and institutional buildings | 商业和公共建筑
      energy_generation_supplied_to_the_grid | energy generation supplied to the grid | 并网发电
      disposal_of_solid_waste_generated_in_the_city | disposal of solid waste | 固体废物处置
      manufacturing_industries_and_construction | manufacturing industries and construction | 制造业和建筑业
      aviation | aviation | 航空
      waterborne_navigation | waterborne navigation | 水运
      product_use | product use | 产品使用
      energy_industries | energy industries | 能源工业
      """;

  private LabelTasks() {}

  private static Map<String, List<String>> labels() {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    labels.put("人工智能", List.of("artificial intelligence", "人工智能"));
    labels.put("网络安全", List.of("network security", "网络安全"));
    labels.put("金融科技", List.of("financial technology, payments", "金融科技支付"));
    labels.put("大数据", List.of("big data analytics", "大数据分析"));
    labels.put("生物技术", List.of("biotechnology and medicine", "生物技术与医药"));
    labels.put("软件", List.of("enterprise software", "企业软件"));
    labels.put("3C电子", List.of("consumer electronics and phones", "消费电子与手机"));
    labels.put("云计算", List.of("cloud computing", "云计算"));
    labels.put("物联网", List.of("internet of things", "物联网"));
    labels.put("互联网", List.of("internet platform, e-commerce", "互联网平台、电商"));
    labels.put("区块链", List.of("blockchain", "区块链"));
    labels.put("机器人", List.of("robots", "机器人"));
    labels.put("半导体", List.of("semiconductors and chips", "半导体芯片"));
    labels.put("新能源汽车", List.of("new energy vehicles", "新能源汽车"));
    labels.put("工业自动化", List.of("industrial automation", "工业自动化"));
    labels.put("动力电池", List.of("traction batteries for vehicles", "动力电池"));
    labels.put("无人机", List.of("drones", "无人机"));
    return labels;
  }

  static List<OutsideTask> of(Path folder) throws IOException {
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    Map<String, Set<String>> industries = new HashMap<>();
    for (JsonNode row : JSON.readTree(folder.resolve("companies.json"))) {
      String name = row.get("name").asString().strip();
      for (String field : TEXTS) {
        String text = row.get(field).asString().strip();
        if (text.length() > 1) {
          texts.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(text);
        }
      }
      industries
          .computeIfAbsent(name, key -> new LinkedHashSet<>())
          .add(row.get("industry").asString());
    }
    List<String> lines = new ArrayList<>();
    Map<String, List<String>> byIndustry = new HashMap<>();
    texts.forEach(
        (name, all) -> {
          String id = String.format(Locale.ROOT, "s%04d", lines.size());
          lines.add(line(id, "zh", name, String.join("；", all)));
          Objects.requireNonNull(industries.get(name))
              .forEach(each -> byIndustry.computeIfAbsent(each, key -> new ArrayList<>()).add(id));
        });
    return List.of(
        task("labels en over zh", 0, lines, byIndustry),
        task("labels zh over zh", 1, lines, byIndustry));
  }

  /// Climate actions of cities (CityCatalyst, read in place) by hazard, sector and subsector.
  static List<OutsideTask> ofActions(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    Map<String, Map<String, Integer>> byLabel = new HashMap<>();
    for (JsonNode action : JSON.readTree(folder.resolve("actions.json"))) {
      String id = String.format(Locale.ROOT, "a%04d", lines.size());
      lines.add(
          line(
              id, "en", action.get("ActionName").asString(), action.get("Description").asString()));
      for (String field : List.of("Hazard", "Sector", "Subsector")) {
        for (JsonNode label : action.get(field)) {
          byLabel.computeIfAbsent(label.asString(), key -> new HashMap<>()).put("firm:" + id, 1);
        }
      }
    }
    List<OutsideTask> tasks = new ArrayList<>();
    for (String language : List.of("en", "zh")) {
      List<SearchTopic> topics = new ArrayList<>();
      Map<String, Map<String, Integer>> grades = new HashMap<>();
      for (String row : ACTION_LABELS.lines().toList()) {
        String[] columns = row.split(" \\| ", -1);
        String topic = language + "-" + topics.size();
        String query = columns[language.equals("en") ? 1 : 2];
        String half = OutsideTask.half(topics.size());
        topics.add(OutsideTask.topic(topic, half, language, query));
        grades.put(topic, byLabel.getOrDefault(columns[0], Map.of()));
      }
      tasks.add(new OutsideTask("actions " + language + " over en", lines, topics, grades));
    }
    return tasks;
  }

  private static OutsideTask task(
      String name, int place, List<String> lines, Map<String, List<String>> byIndustry) {
    List<SearchTopic> topics = new ArrayList<>();
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    LABELS.forEach(
        (label, queries) -> {
          String language = place == 0 ? "en" : "zh";
          String topic = language + "-" + topics.size();
          String half = OutsideTask.half(topics.size());
          topics.add(OutsideTask.topic(topic, half, language, queries.get(place)));
          Map<String, Integer> right = new HashMap<>();
          byIndustry.getOrDefault(label, List.of()).forEach(id -> right.put("firm:" + id, 1));
          grades.put(topic, right);
        });
    return new OutsideTask(name, lines, topics, grades);
  }

  /// A firm with nothing but a name and a text.
  static String line(String id, String language, String name, String text) {
    return JSON.writeValueAsString(
        Map.of(
            "kind",
            "firm",
            "id",
            id,
            "name",
            Map.of(language, name),
            "description",
            Map.of(language, text),
            "provenance",
            List.of(Map.of("source", "public data", "verified", false))));
  }
}
