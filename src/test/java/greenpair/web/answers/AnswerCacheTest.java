package greenpair.web.answers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Language;
import greenpair.web.http.CompressedAnswer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private final AnswerCache cache = new AnswerCache(10_000);
  private int made;

  private static AnswerCache.Key key(String request) {
    return new AnswerCache.Key("g", "c", request, null);
  }

  private byte[] get(
      String generation, String configuration, Object request, @Nullable Language language) {
    return cache
        .get(
            new AnswerCache.Key(generation, configuration, request, language),
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
      cache.get(key("request " + i), () -> new byte[100]);
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
                key("r"),
                () -> {
                  throw new IllegalStateException("disk");
                }));
    assertArrayEquals(new byte[] {1}, get("g", "c", "r", null));
  }

  private static AnswerCache.RequestKey address(String generation, String asked) {
    return new AnswerCache.RequestKey(generation, "c", asked);
  }

  private static AnswerCache.Recompute again() {
    return next -> CompressedAnswer.of(new byte[0], null);
  }

  @Test
  void address_thatWasAsked_givesItsAnswerAndNoOther() {
    get("g", "c", "r", null);
    assertEquals(Optional.empty(), cache.at(address("g", "/r")));
    cache.note(address("g", "/r"), key("r"), again());
    assertArrayEquals(new byte[] {1}, cache.at(address("g", "/r")).orElseThrow().bytes());
    assertEquals(Optional.empty(), cache.at(address("g2", "/r")));
  }

  @Test
  void frequent_givesWhatIsAskedMostOfOneGenerationFirst() {
    AnswerCache.Recompute often = again();
    cache.note(address("g", "/often"), key("often"), often);
    cache.note(address("g", "/seldom"), key("seldom"), again());
    cache.note(address("g", "/never"), key("never"), again());
    cache.note(address("g2", "/other"), key("other"), again());
    for (int i = 0; i < 10; i++) {
      cache.at(address("g", "/often"));
      cache.at(address("g2", "/other"));
    }
    assertEquals(3, cache.frequent("g", 10).size());
    assertEquals(List.of(often), cache.frequent("g", 1));
  }

  @Test
  void free_ofAFullCache_letsGoWhatIsAskedLeast() {
    for (int i = 0; i < 200; i++) {
      cache.get(key("request " + i), () -> new byte[100]);
      cache.get(key("often"), () -> new byte[100]);
    }
    assertTrue(cache.counts().bytes() > 9_000);
    assertTrue(cache.free(0.4) >= 4_000);
    assertTrue(cache.counts().bytes() <= 6_000);
    long misses = cache.counts().misses();
    cache.get(key("often"), () -> new byte[100]);
    assertEquals(misses, cache.counts().misses());
  }
}
