package greenpair.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.match.Given;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  /// Some values are sentences themselves.
  private static Text value(String slot) {
    return Set.of("cause", "reason", "rule").contains(slot)
        ? new Text("Words.", "词。")
        : new Text("word", "词");
  }

  @Test
  void everyPhrase_filled_isASentenceInBothLanguages() {
    for (String key : Phrases.keys()) {
      Map<String, Text> values =
          Messages.of(Language.EN).arguments("answer." + key).stream()
              .collect(Collectors.toMap(slot -> slot, PhrasesTest::value));
      Text said = Given.PHRASES.say(key, values);
      String en = String.valueOf(said.en());
      String zh = String.valueOf(said.zh());
      assertTrue(!en.contains("{") && !zh.contains("{"), () -> key + ": " + said);
      if (key.startsWith("facet.")) {
        continue; // Labels; some are the same in both languages.
      }
      assertTrue(zh.codePoints().anyMatch(Character::isIdeographic), () -> key + ": " + zh);
      assertTrue(en.codePoints().noneMatch(Character::isIdeographic), () -> key + ": " + en);
      if (!key.matches(
          "(case|signal|unknown|condition|attribute|preference|list|publish\\.set|publish\\.language|publish\\.state"
              + "|plan\\.kind|result|role|background)\\..*|publish\\.all")) {
        // A colon leads in a list.
        assertTrue(
            (en.endsWith(".") && zh.endsWith("。")) || (en.endsWith(":") && zh.endsWith("：")),
            () -> key + ": " + said);
      }
    }
  }

  @Test
  void value_inOneLanguage_standsInBoth() {
    Text said = Given.PHRASES.say("gate.membership.pass", Map.of("network", new Text("C40", null)));
    assertEquals("The city is a member of C40, as required.", said.en());
    assertEquals("该城市是C40成员，符合要求。", said.zh());
  }

  @Test
  void value_withSigns_isTakenAsItStands() {
    Text odd = new Text("$1 \\ {city}", "$0");
    Text said = Given.PHRASES.say("gate.membership.pass", Map.of("network", odd));
    assertEquals("The city is a member of $1 \\ {city}, as required.", said.en());
    assertEquals("该城市是$0成员，符合要求。", said.zh());
  }

  @Test
  void sentence_thatTheOperatorReplaces_isSaidInItsPlace() {
    Map<String, String> text = Map.of("en", "Gone.", "zh", "已注销。");
    Problems problems = new Problems();
    Settings settings = new Settings("phrases.yaml", Map.of("gate.alive.fail", text), problems);
    Phrases phrases = Phrases.read(settings.bilinguals(), settings::problem);
    assertEquals(List.of(), problems.list());
    assertEquals(new Text("Gone.", "已注销。"), phrases.say("gate.alive.fail"));
    assertEquals(Given.PHRASES.say("gate.alive.unknown"), phrases.say("gate.alive.unknown"));
  }

  @Test
  void slotWithoutValueOrUnknownKey_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Given.PHRASES.say("gate.membership.pass"));
    assertThrows(IllegalArgumentException.class, () -> Given.PHRASES.say("gate.none"));
  }

  @Test
  void sentences_joined_areSetApartInEnglishOnly() {
    assertEquals(
        new Text("One. Two. 三。", "一。二。三。"),
        Phrases.join(
            List.of(new Text("One.", "一。"), new Text("Two.", "二。"), new Text(null, "三。"))));
  }
}
