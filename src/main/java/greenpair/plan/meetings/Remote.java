package greenpair.plan.meetings;

import greenpair.catalog.EntryId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// A delegation that takes part online, during its working hours from Monday to Friday. Public
/// holidays are not known.
///
/// @param zone where it works, a name of the time zone database
public record Remote(EntryId who, String zone, LocalTime from, LocalTime until) {
  boolean covers(Slot slot) {
    ZoneId place = ZoneId.of(zone);
    LocalDate day = slot.start().atZone(place).toLocalDate();
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
        && !slot.start().isBefore(day.atTime(from).atZone(place).toInstant())
        && !slot.end().isAfter(day.atTime(until).atZone(place).toInstant());
  }
}
