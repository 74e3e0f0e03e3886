package greenpair.web.pages.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import greenpair.catalog.EntryId;
import greenpair.index.contract.CityTraits;
import greenpair.index.read.Snapshot;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitsTest {
  @Test
  void chosenCity_isRemembered_asItIsWritten() {
    EntryId city = new EntryId("US-Davis");
    Snapshot snapshot = mock();
    when(snapshot.city(any())).thenReturn(Optional.of(mock(CityTraits.class)));
    PageQuery query = mock();
    when(query.city()).thenReturn(city);
    Context context = mock();

    assertEquals(city, Visits.home(context, query, snapshot));

    verify(context).cookie(assertArg((Cookie kept) -> assertEquals("US-Davis", kept.getValue())));
  }
}
