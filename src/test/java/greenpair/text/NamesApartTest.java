package greenpair.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import com.ibm.icu.text.Transliterator;
import greenpair.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesApartTest {
  /// Pairs that differ in one mark, letter or sign.
  private static final List<String[]> APART =
      List.of(
          new String[] {"バ", "パ"},
          new String[] {"か", "が"},
          new String[] {"कमल", "कमला"},
          new String[] {"बाट", "बाँट"},
          new String[] {"บาท", "บาด"},
          new String[] {"ปา", "ป่า"},
          new String[] {"мир", "мйр"},
          new String[] {"電", "雷"},
          new String[] {"가", "각"},
          new String[] {"قلم", "قلب"},
          new String[] {"x", "y"});

  private static final String[] WORDS = {
    "Bus", "東京", "Ltd", "Énergie", "Straße", "能源", "バス", "कंपनी"
  };

  @ParameterizedTest
  @CsvSource({
    "東京バス,東京パス",
    "कमल,कमला",
    "ปา ขนส่ง,ป่า ขนส่ง",
    "C++ Ltd,C# Ltd",
    "C Ltd,C# Ltd",
    "A+ Energy,A Energy",
    "мир,мйр"
  })
  void names_thatDifferInAMarkOrSign_stayApart(String one, String other) {
    assertNotEquals(Slug.of(one), Slug.of(other));
    assertNotEquals(Slug.fold(one), Slug.fold(other));
    assertNotEquals(Folding.tokens(one), Folding.tokens(other));
  }

  @ParameterizedTest
  @CsvSource({
    "roof-and-co,Roof & Co.",
    "saint-etienne,Saint‐Étienne",
    "project-1,Project #1",
    "acme,ACME®",
    "a-b,（ａ）　b"
  })
  void name_thatLosesOnlyPunctuation_hasNoDigits(String slug, String name) {
    assertEquals(slug, Slug.of(name));
  }

  /// A zero-width space, a word joiner, a byte order mark and marks of direction.
  @ParameterizedTest
  @ValueSource(ints = {0x200b, 0x2060, 0xfeff, 0x200e, 0x202b, 0xad})
  void name_withAnInvisibleCharacter_isTheNameWithoutIt(int invisible) {
    String name = "Co" + Character.toString(invisible) + "op 能源";
    assertEquals(Slug.of("Coop 能源"), Slug.of(name));
    assertEquals(Folding.tokens("Coop 能源"), Folding.tokens(name));
  }

  @Seeded
  void name_thatIsChangedInOneLetter_hasAnotherSlugAndOtherTokens(Random random) {
    String[] pair = APART.get(random.nextInt(APART.size()));
    String before = random.nextBoolean() ? "" : words(random) + " ";
    String after = random.nextBoolean() ? "" : " " + words(random);
    names_thatDifferInAMarkOrSign_stayApart(before + pair[0] + after, before + pair[1] + after);
  }

  /// ICU changes what does not make another name.
  @Seeded
  void name_inAnotherSpelling_hasTheSameSlug(Random random) {
    String name = words(random);
    String id =
        List.of("Upper()", "NFD", "Halfwidth-Fullwidth", "Katakana-Katakana", "Latin-ASCII")
            .get(random.nextInt(5))
            .replace("Katakana-Katakana", "NFC");
    String other =
        "  " + Transliterator.getInstance(id).transliterate(name).replace(" ", "\u00a0 ");
    assertEquals(Slug.of(name), Slug.of(other), id + ": " + other);
    assertEquals(Slug.fold(name), Slug.fold(other), id + ": " + other);
    assertTrue(Slug.of(name).matches("[a-z0-9-]{1,80}"), Slug.of(name));
  }

  private static String words(Random random) {
    StringBuilder words = new StringBuilder(WORDS[random.nextInt(WORDS.length)]);
    for (int more = random.nextInt(3); more > 0; more--) {
      words.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return words.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ", "\u00a0", "a", "-", "\u0301", "\u0301\u0316", "か\u3099", "\ufdfa", "&"})
  void slug_ofAMebibyte_takesLinearTime(String letters) {
    String name = "x" + letters.repeat((1 << 20) / letters.length()) + "y";
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Slug.of(name));
  }

  @Test
  void slug_ofMarksInDisorder_takesLinearTime() {
    String name = "x" + "\u0301".repeat(1 << 19) + "\u0316".repeat(1 << 19);
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Slug.of(name));
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Folding.tokens(name));
  }
}
