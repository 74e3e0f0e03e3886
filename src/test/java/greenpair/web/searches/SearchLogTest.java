package greenpair.web.searches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import module java.base;

import greenpair.catalog.Language;
import greenpair.index.LiveIndex;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.Searches.Searched;
import greenpair.program.database.ProgramException;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.http.ClientAddress;
import org.junit.jupiter.api.Test;

class SearchLogTest {
  @Test
  void counts_thatTheDatabaseDidNotTake_wait() {
    ProgramStore store = mock(ProgramStore.class);
    when(store.isOpen()).thenReturn(true);
    doThrow(new ProgramException(Message.of("live.reindex"), null)).when(store).change(any());
    Searched one = new Searched(Language.EN, "tram", null, 1, 0, 0);
    SearchLog log =
        new SearchLog(
            mock(LiveIndex.class, RETURNS_DEEP_STUBS),
            mock(LiveAnswerParts.class, RETURNS_DEEP_STUBS),
            store,
            Clock.systemUTC(),
            new ClientAddress(0),
            true,
            new ConcurrentHashMap<>(Map.of(one, 2L)));
    assertThrows(ProgramException.class, log::flush);
    assertEquals(Map.of(one, 2L), log.waiting());
  }
}
