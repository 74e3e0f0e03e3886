package greenpair.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.pages.ReferencePage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  private static final ReferencePage PAGE = Reference.page();

  private static Stream<Text> texts() {
    return PAGE.groups().stream()
        .flatMap(
            group ->
                group.operations().stream()
                    .flatMap(
                        each ->
                            Stream.of(
                                    Stream.of(each.summary()),
                                    each.parameters().stream().map(ReferencePage.Parameter::what),
                                    each.replies().stream().map(ReferencePage.Reply::what))
                                .flatMap(text -> text)));
  }

  private static String en(Text text) {
    return text.best(Language.EN);
  }

  @Test
  void everyText_isChineseToo() {
    List<String> english =
        texts()
            .filter(each -> !en(each).isEmpty())
            .filter(each -> each.best(Language.ZH).codePoints().noneMatch(Character::isIdeographic))
            .map(ReferenceTest::en)
            .toList();
    assertEquals(List.of(), english, "texts without a line in openapi.zh.yaml");
    Stream.concat(
            PAGE.description().stream(),
            PAGE.groups().stream().flatMap(group -> group.description().stream()))
        .forEach(
            each ->
                assertTrue(
                    each.best(Language.ZH).codePoints().anyMatch(Character::isIdeographic),
                    en(each)));
    assertEquals(4, PAGE.description().size());
  }

  @Test
  void everyLine_isTheChineseOfAText() {
    Set<String> shown = texts().map(ReferenceTest::en).collect(Collectors.toSet());
    List<String> unused =
        Reference.chinese().keySet().stream()
            .filter(each -> !shown.contains(each) && each.length() < 200)
            .filter(each -> PAGE.groups().stream().noneMatch(group -> isOf(group, each)))
            .toList();
    assertEquals(List.of(), unused, "lines of openapi.zh.yaml that no text needs");
  }

  private static boolean isOf(ReferencePage.Group group, String text) {
    return group.description().stream().map(ReferenceTest::en).anyMatch(text::equals);
  }

  @Test
  void everyAddressOfTheDocument_stands_once() {
    Map<String, Long> times =
        PAGE.groups().stream()
            .flatMap(group -> group.operations().stream())
            .collect(Collectors.groupingBy(each -> each.id(), Collectors.counting()));
    assertFalse(times.isEmpty());
    assertTrue(times.values().stream().allMatch(each -> each == 1), times.toString());
    long operations =
        OpenApi.document().get("paths").properties().stream()
            .mapToLong(path -> path.getValue().size())
            .sum();
    assertEquals(operations, times.size());
  }
}
