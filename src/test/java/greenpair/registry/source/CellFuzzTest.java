package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import greenpair.Seeded;
import greenpair.message.Message;
import greenpair.registry.Origin;
import greenpair.registry.source.map.Row;
import greenpair.registry.source.map.ValueRuleReader;
import greenpair.registry.source.map.ValueType;
import greenpair.registry.source.read.Header;
import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.value.CellText;
import greenpair.registry.source.value.Dates;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.Numbers;
import greenpair.registry.source.value.Shares;
import greenpair.registry.source.value.ValueFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads hostile cells, and strange cells that are right, and compares them with BigDecimal,
/// java.time and ICU: a cell gives the value that it states, or a fault with its reason.
class CellFuzzTest {
  private static final int CELLS = 150;
  private static final ULocale ENGLISH = ULocale.US;
  private static final Transliterator WIDE = Transliterator.getInstance("Halfwidth-Fullwidth");
  private static final String[] UNITS = {
    "", " MW", "t/d", " t CO2e", "吨", " kWh/m2", " %", " m³", "㎡"
  };
  private static final String[] NOISE = {
    "(",
    ")",
    "_",
    "-",
    "−",
    " ",
    ".",
    ",",
    "'",
    "e",
    "E",
    "+",
    "/",
    "*",
    "x",
    "×",
    "^",
    "²",
    "½",
    "१",
    "\u200f",
    "\u202e",
    "\u200b",
    "第",
    "负",
    "万",
    "亿",
    "k",
    "M",
    "Q",
    "5",
    "0",
    "12",
    ":",
    "~",
    "to",
    "\t",
    "\u0000",
    "$",
    "%",
    "百",
    "thousand",
    "\u00a0"
  };

  private static final Row ROW =
      new Row(
          new SourceRecord(new Origin("f", 1), new Header(List.of()), List.of(), null), Map.of());

  @Seeded
  void number_inAStrangeForm_isItsValueOrAFault(Random random) throws ValueFault {
    for (int cell = 0; cell < CELLS; cell++) {
      BigDecimal value = new BigDecimal(random.nextInt(2_000_000_000) - 1_000_000_000);
      value = value.movePointLeft(random.nextInt(12));
      String text =
          switch (random.nextInt(5)) {
            case 0 -> value.toPlainString();
            case 1 -> String.format(Locale.ROOT, "%.12e", value);
            case 2 -> value.movePointRight(random.nextInt(40)).toString();
            case 3 -> grouped(value);
            default -> WIDE.transliterate(value.toPlainString());
          };
      BigDecimal stated = text.contains("e") || text.contains("E") ? new BigDecimal(text) : value;
      if (!text.matches("(?s).*[eE].*") && !text.contains(",") && text.charAt(0) < 0x80) {
        stated = new BigDecimal(text);
      }
      String unit = UNITS[random.nextInt(UNITS.length)];
      Item item = Numbers.amount(text + unit, false);
      assertEquals((Double) stated.doubleValue(), item.value(), text + unit);
      assertEquals(unit.isBlank() ? null : unit.strip(), item.parts().get("unit"), text + unit);
    }
  }

  private static String grouped(BigDecimal value) {
    DecimalFormat format =
        new DecimalFormat("#,##0.############", new DecimalFormatSymbols(ENGLISH));
    return format.format(value);
  }

  /// Without a unit and a scale, all characters but groups and words before it are the number.
  @Seeded
  void number_withNoise_isAllOfItsDigits_orAFault(Random random) {
    for (int cell = 0; cell < CELLS; cell++) {
      StringBuilder text = new StringBuilder(grouped(new BigDecimal(random.nextInt(3_000_000))));
      for (int more = 1 + random.nextInt(3); more > 0; more--) {
        text.insert(random.nextInt(text.length() + 1), NOISE[random.nextInt(NOISE.length)]);
      }
      Item item;
      try {
        item = Numbers.amount(text.toString(), false);
      } catch (ValueFault fault) {
        assertFalse(fault.rule().in(greenpair.catalog.Language.ZH).isBlank());
        continue;
      }
      if (item.parts().containsKey("unit")
          || !Objects.equals(item.parts().get("min"), item.parts().get("max"))
          || text.toString().matches("(?s).*([万亿百kM]|thousand).*")) {
        assertTrue(isPrefixed(text.toString(), item), () -> text + " was read as " + item);
        continue;
      }
      String bare = CellText.trim(text.toString()).replaceAll("^[~$:\\s\u00a0]+", "");
      String plain = bare.replace('−', '-').replaceAll("(?<=[0-9])[,' \u00a0](?=[0-9])", "");
      assertTrue(plain.matches("[-+0-9.Ee]+"), () -> text + " was read as " + item);
      assertEquals((Double) new BigDecimal(plain).doubleValue(), item.value(), text.toString());
    }
  }

  /// The digits before a unit or a scale are those of the text, in order and without a rest.
  private static boolean isPrefixed(String text, Item item) {
    Object unit = item.parts().get("unit");
    int end = unit == null ? text.length() : text.lastIndexOf(unit.toString());
    String before = end < 0 ? text : text.substring(0, end);
    int digits = before.replaceAll("[^0-9]", "").length();
    return digits > 0 && !before.contains("_") && !before.contains("(");
  }

  @Seeded
  void date_inAnyForm_isItsDayOrAFault(Random random) throws ValueFault {
    String[] forms = {
      "uuuu-MM-dd",
      "uuuu/M/d",
      "uuuu.M.d",
      "uuuu年M月d日",
      "d MMM uuuu",
      "d MMMM uuuu",
      "MMMM d, uuuu",
      "MMM d uuuu",
      "uuuu-MM-dd'T'HH:mm:ss",
      "uuuu-MM-dd HH:mm",
      "d-MMM-uuuu"
    };
    for (int cell = 0; cell < CELLS; cell++) {
      LocalDate day = LocalDate.of(1850, 1, 1).plusDays(random.nextInt(120_000));
      String form = forms[random.nextInt(forms.length)];
      String text =
          DateTimeFormatter.ofPattern(form, Locale.US)
              .format(day.atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60)));
      String spelt = random.nextBoolean() ? text : WIDE.transliterate(text).replace('　', ' ');
      assertEquals(day.toString(), Dates.date(spelt, null).text(), spelt);
      assertEquals((long) day.getYear(), Dates.date(spelt, null).parts().get("year"));
    }
  }

  /// java.time decides whether the day exists.
  @Seeded
  void date_ofRandomNumbers_isThatDayOrAFault(Random random) {
    for (int cell = 0; cell < CELLS; cell++) {
      int year = random.nextInt(10_000);
      int month = random.nextInt(15);
      int day = random.nextInt(34);
      String text = String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
      String noise = random.nextInt(3) > 0 ? "" : NOISE[random.nextInt(NOISE.length)];
      String dirty = random.nextBoolean() ? text + noise : noise + text;
      LocalDate expected = null;
      try {
        expected =
            LocalDate.parse(
                CellText.trim(dirty),
                DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT));
      } catch (DateTimeException e) {
        assertNotNull(e);
      }
      try {
        Item item = Dates.date(dirty, null);
        assertNotNull(expected, () -> dirty + " was read as " + item);
        assertEquals(expected.toString(), item.text());
      } catch (ValueFault fault) {
        assertTrue(
            expected == null || expected.getYear() < 1800 || expected.getYear() > 2200,
            () -> dirty + " is a day: " + fault.getMessage());
      }
    }
  }

  @Seeded
  void wordBeforeAYear_isAMonthOrAFault(Random random) throws ValueFault {
    String[] words = {
      "Marble", "Decision", "Mayor", "Junk", "Octane", "Janet", "Septic", "Apr", "May", "December"
    };
    String word = words[random.nextInt(words.length)];
    String text = word + (random.nextBoolean() ? " 2012" : " 12, 2019");
    if (List.of("Apr", "May", "December").contains(word)) {
      assertTrue(Dates.date(text, null).parts().containsKey("month"), text);
    } else {
      assertThrows(ValueFault.class, () -> Dates.date(text, null), text);
    }
  }

  /// A cell may have a million characters; each reader takes time proportional to them.
  @ParameterizedTest
  @ValueSource(strings = {" ", "\u00a0", "1,000", "a.", "- ", "\u200f", "亿", ", "})
  void cell_ofAMebibyte_isReadInLinearTime(String letters) {
    String middle = letters.repeat((1 << 20) / letters.length());
    for (String text : List.of("1" + middle + "1", "x" + middle + "y")) {
      assertTimeout(
          Duration.ofSeconds(60),
          () -> {
            CellText.trim(text);
            CellText.collapse(text);
            ValueRuleReader.without(text, List.of("San Francisco", "a", letters));
            for (String word :
                List.of("number", "date", "year", "flag", "slug", "website", "share")) {
              try {
                ValueType.of(word, null, false, false).read(text, ROW);
              } catch (ValueFault fault) {
                assertFalse(fault.rule().in(greenpair.catalog.Language.EN).isBlank());
              }
            }
          });
    }
  }

  @Seeded
  void share_ofAnOwner_isItsNumberOrAFault(Random random) {
    String share =
        grouped(new BigDecimal(random.nextInt(100_000)).movePointLeft(random.nextInt(4)));
    String text = "Owner Ltd [" + share + NOISE[random.nextInt(NOISE.length)] + "%]";
    try {
      Item item = Shares.owner(text);
      String inside = text.substring(text.indexOf('[') + 1, text.indexOf('%')).strip();
      assertEquals((Double) new BigDecimal(inside).doubleValue(), item.parts().get("share"), text);
    } catch (ValueFault fault) {
      assertEquals(
          Message.of("row.owner").in(greenpair.catalog.Language.EN),
          fault.rule().in(greenpair.catalog.Language.EN));
    }
  }
}
