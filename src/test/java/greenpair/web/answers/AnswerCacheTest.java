package greenpair.web.answers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.web.http.CompressedAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private final AnswerCache cache = new AnswerCache(10_000);
  private int made;

  private static AnswerCache.Key key(String generation, String address) {
    return new AnswerCache.Key(generation, "c", address);
  }

  private static CompressedAnswer answer(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return CompressedAnswer.of(all, null);
  }

  private byte[] get(AnswerCache.Key key) {
    return cache.get(key, () -> answer(++made), next -> answer()).bytes();
  }

  private void heavy(String address) {
    cache.get(key("g", address), () -> answer(new int[100]), next -> answer());
  }

  @Test
  void address_askedTwice_isAnsweredOnce() {
    get(key("g", "/r"));
    assertArrayEquals(new byte[] {1}, get(key("g", "/r")));
    assertEquals(1, cache.counts().hits());
    assertEquals(1, cache.counts().misses());
    assertEquals(1, cache.counts().answers());
  }

  @Test
  void generationConfigurationAddress_anyOther_isAnotherAnswer() {
    get(key("g", "/r"));
    get(key("g2", "/r"));
    get(new AnswerCache.Key("g", "c2", "/r"));
    get(key("g", "/r2"));
    assertEquals(4, made);
  }

  @Test
  void answers_heavierThanTheBound_areLetGo() {
    for (int i = 0; i < 500; i++) {
      heavy("request " + i);
      assertTrue(cache.counts().bytes() <= 10_000, "bytes: " + cache.counts().bytes());
    }
    assertTrue(cache.counts().evictions() > 400);
  }

  @Test
  void making_thatFails_keepsNothing() {
    assertThrows(
        IllegalStateException.class,
        () ->
            cache.get(
                key("g", "/r"),
                () -> {
                  throw new IllegalStateException("disk");
                },
                next -> answer()));
    assertArrayEquals(new byte[] {1}, get(key("g", "/r")));
  }

  @Test
  void frequent_givesWhatIsAskedMostOfOneGenerationFirst() {
    AnswerCache.Recompute often = next -> answer();
    for (String each : List.of("/seldom", "/often", "/never")) {
      get(key("g2", each));
      for (int i = 0; i < (each.equals("/often") ? 10 : 1); i++) {
        cache.get(key("g", each), () -> answer(1), each.equals("/often") ? often : n -> answer());
      }
    }
    assertEquals(3, cache.frequent("g", 10).size());
    assertEquals(List.of(often), cache.frequent("g", 1));
  }

  @Test
  void free_ofAFullCache_letsGoWhatIsAskedLeast() {
    for (int i = 0; i < 200; i++) {
      heavy("request " + i);
      heavy("often");
    }
    assertTrue(cache.counts().bytes() > 9_000);
    assertTrue(cache.free(0.4) >= 4_000);
    assertTrue(cache.counts().bytes() <= 6_000);
    long misses = cache.counts().misses();
    heavy("often");
    assertEquals(misses, cache.counts().misses());
  }
}
