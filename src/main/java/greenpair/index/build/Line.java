package greenpair.index.build;

import greenpair.catalog.Entry;

/// An entry and its record as it is kept.
@SuppressWarnings("ArrayRecordComponent") // Passed on once, never compared.
record Line(Entry entry, byte[] record) {}
