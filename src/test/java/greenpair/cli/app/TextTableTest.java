package greenpair.cli.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "`` 0",
        "abc 3",
        "é 1",
        "延安 4",
        "BYD比亚迪 9",
        "（） 4",
        "，。 4",
        "Yan'an 6",
        "𠮷 2",
        "ＢＹＤ 6"
      },
      delimiter = ' ',
      quoteCharacter = '`')
  void width_ofAText_countsTwoForAChineseCharacter(String text, int width) {
    assertEquals(width, TextTable.width(text));
  }

  @Test
  void columns_withChineseAndLatinCells_alignOnATerminal() {
    TextTable table = new TextTable("id", "name", "score");
    table.row("byd", "比亚迪", 0.5);
    table.row("zum", "Zum", 1);
    assertEquals(
        """
        id   name    score
        byd  比亚迪  0.5
        zum  Zum     1
        """,
        table.toString());
  }

  @Test
  void emptyCells_atTheEndOfARow_leaveNoBlanksBehind() {
    TextTable table = new TextTable("a", "b", "");
    table.row("x", "", "");
    table.row("long", "", "published");
    assertEquals("a     b\nx\nlong     published\n", table.toString());
  }

  @Test
  void table_withoutRows_isItsHeads() {
    assertEquals("a  b\n", new TextTable("a", "b").toString());
  }
}
