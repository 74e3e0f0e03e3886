package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.source.convert.Conversion;
import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.convert.Tolerance;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.map.MappingReader;
import greenpair.registry.source.place.Gazetteer;
import greenpair.registry.source.read.SourceFiles;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Invented registries, in forms that no shipped mapping has, onboarded as docs/registries.md
/// describes: a German table in windows-1252 with a decimal comma, semicolons and a title above the
/// header, in a zip; nested JSON in Chinese with 万 and 亿; and a Chinese workbook with its header in
/// row 4 of the second sheet.
class OnboardingTest {
  private static final Taxonomy TAXONOMY = new ConfigFolder(Path.of("index-config")).taxonomy();
  private static final String GERMAN =
      """
      Energiegenossenschaften;Stand 01.11.2026
      ;
      Nr;Firma;Ort;Land;Leistung;Inbetriebnahme;Status;Investition;Anlage
      1;Bürgerwerke Münster eG;Münster;NW;1.250,5 kW;12.03.2019;in Betrieb;1,2 Mio. €;Photovoltaik, rooftop solar
      2;Lörracher Energie GmbH & Co. KG;Lörrach;BW;25–30 MW;;geplant;2 Mrd. €;biogas plant
      3;"Stadtwärme ""Nord"" AG";Kiel;SH;12,5 MW;2020;in Betrieb;-;district heating
      4;Unklar GmbH;Kiel;SH;viel;2020;in Betrieb;-;heat pump
      5;-;Kiel;SH;3 MW;2020;in Betrieb;-;heat pump
      6;Zerrissen; GmbH;Kiel;SH;3 MW;2020;in Betrieb;-;heat pump
      """;

  private static final String CHINESE =
      """
      滨海新区固废与水务项目登记表
      填报单位：市生态环境局||截止日期：2026年10月

      序号|项目名称|所在城市|省份|运营单位|统一社会信用代码|处理规模|投资额|投产时间|运行状态|工艺|备注
      1|城东污水处理厂提标改造|衢州市|浙江省|浙江清源水务有限公司；衢州建投集团|91330800MA2ABCDE1X|5万吨/日|2.3亿元|2021年6月|运行|污水处理
      2|餐厨垃圾资源化项目|丽水市|浙江省|丽水绿能环保科技有限公司|91331100MA2FGHJK2J|200吨/日|8600万元|2023-03|在建|餐厨垃圾厌氧消化
      3|填埋气发电|金华市|浙江省|-||2.5MW|约3000万|2019|停运|填埋气发电
      4|屋顶光伏示范||浙江省|清源||12MW||2022|运行|分布式光伏
      5|地表水源热泵供能站|绍兴市|浙江省|绍兴能投||若干|1.1亿元|2024年13月|规划|水源热泵
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void layOut() throws IOException {
    Files.createDirectories(folder.resolve("sources"));
    for (String name :
        List.of(
            "sources/genossen.yaml",
            "sources/huanbao.yaml",
            "sources/binhai.yaml",
            "huanbao.json")) {
      String resource = "/greenpair/onboarding/" + name.substring(name.indexOf('/') + 1);
      try (InputStream in = OnboardingTest.class.getResourceAsStream(resource)) {
        Files.copy(Objects.requireNonNull(in, resource), folder.resolve(name));
      }
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("genossen.zip"));
        ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("GB18030"))) {
      zip.putNextEntry(new ZipEntry("企业/betriebe.csv"));
      zip.write(GERMAN.getBytes(Charset.forName("windows-1252")));
    }
  }

  private void workbook() throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("binhai.xlsx"));
        Workbook book = new Workbook(out, "greenpair", "1.0")) {
      book.newWorksheet("说明").value(0, 0, "本表仅供参考");
      Worksheet sheet = book.newWorksheet("项目");
      List<String> lines = CHINESE.lines().toList();
      for (int row = 0; row < lines.size(); row++) {
        String[] cells = lines.get(row).split("\\|", -1);
        for (int column = 0; column < cells.length; column++) {
          if (!cells[column].isEmpty()) {
            sheet.value(row, column, cells[column]);
          }
        }
      }
    }
  }

  private RowResults convert(String name, Path... files) throws IOException {
    MappingReader reader =
        new MappingReader(
            new ConfigFolder(folder), new ConceptFinder(TAXONOMY, Set.of()), Gazetteer.empty());
    Mapping mapping = reader.read(name);
    SourceFiles source = files.length == 0 ? mapping.files(folder) : mapping.files(List.of(files));
    Conversion conversion = new Conversion(mapping, new CatalogJson(TAXONOMY));
    Path out = folder.resolve(files.length == 0 ? name + ".jsonl" : name + "-mended.jsonl");
    return conversion.run(source, out, Tolerance.ANY, rejected -> {});
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private static void assertHas(String text, String part) {
    assertTrue(text.contains(part), part + " in " + text);
  }

  @Test
  void germanTable_inAZip_givesItsAmountsAndDays() throws IOException {
    RowResults account = convert("genossen");
    assertEquals(6, account.read());
    assertEquals(3, account.accepted());
    assertEquals(1, account.skippedRows());
    assertEquals(2, account.rejected());
    String all = text("genossen.jsonl");
    assertHas(all, "\"quantity\":{\"value\":1250.5,\"unit\":{\"en\":\"kW\"}}");
    assertHas(all, "\"quantity\":{\"value\":12.5,\"unit\":{\"en\":\"MW\"}}");
    assertHas(all, "\"cost\":{\"en\":\"1200000 EUR\"}");
    assertHas(all, "\"cost\":{\"en\":\"2000000000 EUR\"}");
    assertHas(all, "Stadtwärme \\\"Nord\\\" AG");
    assertHas(text("genossen.dates.csv"), "2019-03-12");
  }

  @Test
  void germanRejects_keepTheirForm_andAreFedAgainWhenFixed() throws IOException {
    convert("genossen");
    String rejects = text("genossen.rejects.csv");
    assertHas(rejects, "\uFEFFNr;Firma;Ort;");
    assertHas(rejects, ";_more;_file;_line;_column;_reason");
    assertHas(rejects, "heat pump");
    Path mended = folder.resolve("mended.csv");
    Files.writeString(mended, rejects.replace("viel", "2,5 MW"));
    RowResults second = convert("genossen", mended);
    assertEquals(1, second.accepted());
    assertEquals(1, second.rejected(), "the torn row is not taken without its last cells");
    assertHas(text("genossen-mended.jsonl"), "\"value\":2.5");
    String torn = rejects.lines().skip(1).filter(line -> !line.contains("viel")).findFirst().get();
    Files.writeString(mended, rejects.replace("viel", "2,5 MW").replace(torn, ""));
    convert("genossen", mended);
    assertFalse(Files.exists(folder.resolve("genossen-mended.rejects.csv")));
  }

  @Test
  void chineseJson_nested_givesItsAmounts_andItsRejectsAreFedAgain() throws IOException {
    RowResults account = convert("huanbao");
    assertEquals(3, account.read());
    assertEquals(2, account.accepted());
    String all = text("huanbao.jsonl");
    assertHas(all, "\"value\":15000,\"unit\":{\"zh\":\"吨/日\"}");
    assertHas(all, "\"cost\":{\"zh\":\"50000000 元\"}");
    assertHas(all, "\"technologies\":[\"WTR.WWT\",\"WST.ORG.KIT\"]");
    String rejects = text("huanbao.rejects.jsonl");
    assertHas(rejects, "\"业务\":[\"热泵\",\"空调\"]");
    Path mended = folder.resolve("mended.jsonl");
    Files.writeString(mended, rejects.replace("2015年13月", "2015年12月").replace("若干", "3万吨"));
    RowResults second = convert("huanbao", mended);
    assertEquals(1, second.accepted());
    assertHas(text("huanbao-mended.jsonl"), "\"value\":30000");
  }

  @Test
  void rejects_convertedToWhereTheyLie_areReadBeforeTheyAreReplaced() throws IOException {
    convert("genossen");
    Path own = folder.resolve("genossen-mended.rejects.csv");
    Files.copy(folder.resolve("genossen.rejects.csv"), own);
    RowResults second = convert("genossen", own);
    assertEquals(2, second.rejected());
    assertHas(text("genossen-mended.rejects.csv"), "genossen-mended.rejects.csv;2;Leistung");
  }

  @Test
  void chineseWorkbook_withTitlesAboveItsHeader_givesItsProjects() throws IOException {
    workbook();
    RowResults account = convert("binhai");
    assertEquals(5, account.read());
    assertEquals(3, account.accepted());
    assertEquals(1, account.skippedRows());
    String all = text("binhai.jsonl");
    assertHas(all, "\"quantity\":{\"value\":50000,\"unit\":{\"zh\":\"吨/日\"}");
    assertHas(all, "\"cost\":{\"zh\":\"230000000 元\"}");
    assertHas(all, "\"cost\":{\"zh\":\"30000000\"}");
    assertHas(all, "uscc:91331100MA2FGHJK2J");
    assertFalse(all.contains("uscc:91330800MA2ABCDE1X"), "a number of one of two firms");
    String rejects = text("binhai.rejects.csv");
    assertHas(rejects, "2024年13月");
    Path mended = folder.resolve("mended.csv");
    Files.writeString(mended, rejects.replace("2024年13月", "2024年12月"));
    assertEquals(1, convert("binhai", mended).accepted());
    assertHas(text("binhai-mended.jsonl"), "\"start\":2024");
  }
}
