package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.index.Manifest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private final AnswerCache cache = new AnswerCache(10_000);
  private int made;

  private static Manifest generation(String id, String configuration) {
    return new Manifest(
        id,
        configuration,
        configuration,
        Instant.EPOCH,
        null,
        Map.of(Kind.CITY, 1L),
        List.of(),
        Map.of());
  }

  private byte[] get(
      String generation, String configuration, Object request, @Nullable Language language) {
    return cache
        .get(
            generation(generation, configuration),
            configuration,
            request,
            language,
            () -> new byte[] {(byte) ++made})
        .bytes();
  }

  @Test
  void request_askedTwice_isAnsweredOnce() {
    get("g", "c", "r", null);
    assertArrayEquals(new byte[] {1}, get("g", "c", "r", null));
    assertEquals(1, cache.counts().hits());
    assertEquals(1, cache.counts().misses());
    assertEquals(1, cache.counts().answers());
  }

  @Test
  void generationConfigurationRequestLanguage_anyOther_isAnotherAnswer() {
    get("g", "c", "r", null);
    get("g2", "c", "r", null);
    get("g", "c2", "r", null);
    get("g", "c", "r2", null);
    get("g", "c", "r", Language.EN);
    get("g", "c", "r", Language.ZH);
    assertEquals(6, made);
  }

  @Test
  void answers_heavierThanTheBound_areLetGo() {
    for (int i = 0; i < 500; i++) {
      cache.get(generation("g", "c"), "c", "request " + i, null, () -> new byte[100]);
      assertTrue(cache.counts().bytes() <= 10_000, "bytes: " + cache.counts().bytes());
    }
    assertTrue(cache.counts().evictions() > 400);
  }

  @Test
  void boundOfNothing_keepsNothing() {
    AnswerCache none = new AnswerCache(0);
    none.get(generation("g", "c"), "c", "r", null, () -> new byte[1]);
    assertEquals(0, none.counts().answers());
  }

  @Test
  void making_thatFails_keepsNothing() {
    assertThrows(
        IllegalStateException.class,
        () ->
            cache.get(
                generation("g", "c"),
                "c",
                "r",
                null,
                () -> {
                  throw new IllegalStateException("disk");
                }));
    assertArrayEquals(new byte[] {1}, get("g", "c", "r", null));
  }
}
