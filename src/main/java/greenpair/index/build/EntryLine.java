package greenpair.index.build;

import greenpair.catalog.Entry;

@SuppressWarnings("ArrayRecordComponent") // Passed on once, never compared.
record EntryLine(Entry entry, byte[] record) {}
