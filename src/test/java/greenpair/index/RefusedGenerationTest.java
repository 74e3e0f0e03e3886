package greenpair.index;

import static greenpair.index.Days.OTHER;
import static greenpair.index.Days.biggest;
import static greenpair.index.Days.served;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Language;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.NoGenerationException;
import greenpair.message.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A refused generation: the reported reason, and the generation that is served instead.
class RefusedGenerationTest {
  @RegisterExtension static final Shared<Days.Built> BUILT = Days.shared();

  @TempDir private Path data;
  private Days days;

  @BeforeEach
  void empty() {
    days = BUILT.get().into(data);
  }

  @Test
  void generation_ofAnotherConfiguration_isRefusedAndThePreviousIsServed() throws IOException {
    String first = days.publish(1);
    String other = days.take(OTHER);
    try (LiveIndex live = SmallCatalog.live(days.store())) {
      live.refresh();
      days.store().publish(Published.of(other));
      assertFalse(live.refresh());
      assertEquals(first, served(live));
      assertEquals(
          List.of(
              "generation "
                  + other
                  + " cannot be served: it was built with configuration decadedecade, but the"
                  + " current one is c0ffeec0ffee; run greenpair reindex"),
          refusals(live));
    }
  }

  private static List<String> refusals(LiveIndex live) {
    return live.refusals().stream().map(each -> each.in(Language.EN)).toList();
  }

  @Test
  void onlyGeneration_ofAnotherConfiguration_isRefusedAndNothingIsServed() throws IOException {
    String id = days.publish(1);
    try (LiveIndex live = SmallCatalog.live(days.store(), SmallCatalog.ANOTHER_CONFIGURATION)) {
      assertFalse(live.refresh());
      assertFalse(live.isReady());
      String message =
          String.valueOf(assertThrows(NoGenerationException.class, live::acquire).getMessage());
      assertTrue(message.contains(id), message);
      assertTrue(message.contains("c0ffeec0ffee"), message);
      assertTrue(message.contains("decadedecade"), message);
      assertTrue(message.endsWith("build one with: greenpair reindex"), message);
    }
  }

  @Test
  void badGeneration_rolledBackTo_isRefusedAndWhatIsServedStays() throws IOException {
    days.publish(1);
    String second = days.publish(2);
    String third = days.publish(3);
    Files.delete(biggest(days.directory(second), "firm"));
    try (LiveIndex live = SmallCatalog.live(days.store())) {
      live.refresh();
      days.store().publish(Published.of(second));
      assertFalse(live.refresh());
      assertEquals(third, served(live), "not an older one that nobody asked for");
      assertEquals(1, live.refusals().size());
    }
  }

  @Test
  void badGeneration_thatIsFixed_isServedAtTheNextLook() throws IOException {
    String id = days.publish(1);
    Path manifest = days.store().generations().resolve(id).resolve(Manifest.FILE);
    byte[] good = Files.readAllBytes(manifest);
    Files.writeString(manifest, "rubbish");
    try (LiveIndex live = SmallCatalog.live(days.store())) {
      assertFalse(live.refresh());
      List<Message> first = live.refusals();
      assertFalse(live.refresh());
      assertEquals(first, live.refusals());
      Files.write(manifest, good);
      assertTrue(live.refresh());
      assertEquals(id, served(live));
      assertEquals(List.of(), live.refusals());
    }
  }
}
