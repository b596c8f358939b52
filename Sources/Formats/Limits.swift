/// How much of a file the office's door takes in.
package struct Limits: Hashable, Sendable {
  /// Bytes of an uploaded file.
  package var fileBytes = 20 * 1024 * 1024
  /// Bytes of all parts of an archive together once inflated.
  package var inflatedBytes = 100 * 1024 * 1024
  /// Bytes of one part that is read, e.g. a document's text.
  package var partBytes = 50 * 1024 * 1024
  package var archiveEntries = 4_000
  /// How many times its packed size a part may inflate to, once it is past 1 MiB. Word's own XML stays below 60;
  /// deflate reaches 1,032.
  package var inflateRatio = 200
  /// Rows of a table that hold something.
  package var tableRows = 5_000
  package var tableColumns = 60
  /// Bytes of one cell's text.
  package var cellBytes = 20_000

  /// Bytes of all cells of a workbook. One text may be shared by thousands of them, so a small file can say more than
  /// anybody would read.
  package var saidBytes = 50 << 20

  package init() {}
}
