package greenpair.plan.meetings;

import greenpair.catalog.EntryId;

/// A meeting with its time and place.
///
/// @param slot its position among the slots of the summit
/// @param table from 1
public record Meeting(EntryId city, EntryId partner, int slot, int table) {}
