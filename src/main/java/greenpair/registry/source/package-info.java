/// Onboards a registry: reads its files as they are published and maps their rows to catalog
/// entries, by a mapping file and without code.
///
/// A [SourceFiles][greenpair.registry.source.read.SourceFiles] opens CSV, XLSX, JSON and JSON
/// Lines, packed or not, as a stream of
/// [SourceRecord][greenpair.registry.source.read.SourceRecord]s. A
/// [Mapping][greenpair.registry.source.map.Mapping], read from `index-config/sources/NAME.yaml`,
/// turns one record into entries. [Conversion][greenpair.registry.source.convert.Conversion] runs
/// it all, merges entries that repeat, and accounts for every row: accepted, merged, skipped or
/// rejected with file, line, column, value and rule.
///
/// Memory is bounded whatever the files hold ([Limits][greenpair.registry.source.value.Limits]).
/// Bad rows never throw; a file that cannot be read, or a mapping that is wrong, is a
/// [SourceException][greenpair.registry.source.read.SourceException].
package greenpair.registry.source;
