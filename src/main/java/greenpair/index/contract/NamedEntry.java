package greenpair.index.contract;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;

/// The id and name of an entry, which cost a tenth of its full record to read.
public record NamedEntry(EntryId id, Text name) {}
