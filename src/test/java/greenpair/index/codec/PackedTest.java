package greenpair.index.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import greenpair.Seeded;
import greenpair.catalog.Grade;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class PackedTest {
  private final Packed.Writer out = new Packed.Writer();

  private Packed.Reader in() {
    // Not at the beginning of its array, as Lucene gives it.
    byte[] bytes = out.toBytes();
    byte[] within = new byte[bytes.length + 5];
    Arrays.fill(within, (byte) 0x7F);
    System.arraycopy(bytes, 0, within, 3, bytes.length);
    return new Packed.Reader(new BytesRef(within, 3, bytes.length));
  }

  @Test
  void unknownValues_areReadBack_areUnknownAndNotZero() {
    out.whole(null);
    out.whole(0);
    out.number(null);
    out.number(0.0);
    out.small(0.0);
    out.flag(null);
    out.flag(false);
    out.flag(true);
    out.text(null);
    out.choice(null);
    out.choice(Grade.A);
    Packed.Reader in = in();
    assertNull(in.whole());
    assertEquals(0, in.whole());
    assertNull(in.number());
    assertEquals(0.0, in.number());
    assertEquals(0.0, in.small());
    assertNull(in.flag());
    assertEquals(false, in.flag());
    assertEquals(true, in.flag());
    assertNull(in.text());
    assertNull(in.choice(Grade.values()));
    assertEquals(Grade.A, in.choice(Grade.values()));
  }

  @Test
  void everyChoice_isReadBack() {
    for (Grade grade : Grade.values()) {
      out.choice(grade);
    }
    Packed.Reader in = in();
    for (Grade grade : Grade.values()) {
      assertEquals(grade, in.choice(Grade.values()));
    }
  }

  @Test
  void texts_ofAnyLanguageAndEmptyOnes_areReadBackInOrder() {
    List<String> texts = List.of("", "a", "比亚迪", "🚌", "é\n\t\"", "x".repeat(70_000));
    texts.forEach(out::text);
    Packed.Reader in = in();
    texts.forEach(each -> assertEquals(each, in.mustText()));
  }

  @Seeded
  void randomValues_inRandomOrder_areReadBack(Random random) {
    long seed = random.nextLong();
    Random write = new Random(seed);
    Random read = new Random(seed);
    int count = 1 + random.nextInt(50);
    for (int i = 0; i < count; i++) {
      switch (write.nextInt(5)) {
        case 0 -> out.count(write.nextInt(Integer.MAX_VALUE));
        case 1 -> out.whole(write.nextInt(3000));
        case 2 -> out.number(write.nextGaussian() * 1e12);
        case 3 -> out.small((double) write.nextFloat());
        default -> out.flag(write.nextInt(2) == 1);
      }
    }
    Packed.Reader in = in();
    for (int i = 0; i < count; i++) {
      switch (read.nextInt(5)) {
        case 0 -> assertEquals(read.nextInt(Integer.MAX_VALUE), in.count());
        case 1 -> assertEquals(read.nextInt(3000), in.whole());
        case 2 -> assertEquals(read.nextGaussian() * 1e12, in.number());
        case 3 -> assertEquals((double) read.nextFloat(), in.small());
        default -> assertEquals(read.nextInt(2) == 1, in.isSet());
      }
    }
  }
}
