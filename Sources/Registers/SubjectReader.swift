package import Directory
package import Formats
package import Ground
package import Packs
import Subjects

/// Reads a table as an office's list of subjects of one type (监管对象名单). It says what it makes of each row, guesses
/// nothing, and asks the rules of registering, so that what is sound here comes in.
package struct SubjectReader: Sendable {
  /// So many come in with one file (decision 0027).
  package static let limit = 100_000

  let type: SubjectType
  let directory: Directory
  let packs: PackLibrary
  let actor: Actor
  /// When it is read: what is graded counts from that day.
  let moment: Instant
  let names: UnitNames
  private let titles: SubjectTitles

  package init(type: SubjectType, directory: Directory, packs: PackLibrary, actor: Actor, at moment: Instant) {
    (self.type, self.directory, self.packs, self.actor, self.moment) = (type, directory, packs, actor, moment)
    names = UnitNames(directory)
    titles = SubjectTitles(type)
  }

  /// Whether the titles of such a list stand in the table.
  package func knows(_ table: Table) -> Bool { Titles(table, recognise: titles.recognise) != nil }

  /// So many rows at most stand above the first subject.
  package static let head = 20

  func titles(of head: [TableRow]) -> Titles<SubjectColumn>? {
    Titles(Table(name: "", rows: head), recognise: titles.recognise)
  }

  /// Whether a title names persons.
  func isPersonal(_ title: Substring) -> Bool {
    let plain = RegisterColumn.plain(String(title))
    guard !plain.isEmpty, plain.count <= 12 else { return false }
    let roster = packs.words.roster
    if (roster.names + roster.columns + roster.watch).contains(where: plain.hasSuffix) { return true }
    let isPost = (plain.contains("职务") || plain.contains("岗位")) && !plain.contains("姓名")
    let low = plain.lowercased()
    return !isPost && roster.attributes.contains { low.contains($0.lowercased()) }
  }

  /// Reads a table that is held as a whole.
  package func read(_ table: Table, _ options: SubjectOptions, known: [String: String]) -> SubjectReading {
    var walk = begin(table, options, known: known)
    for row in table.rows { _ = walk.take(row) }
    walk.finish()
    return walk.reading
  }

  /// Begins to read a table whose rows then come one by one, from the first on.
  ///
  /// - Parameters:
  ///   - head: the table's first rows, at least twenty where it has so many, and what stands beside its rows.
  ///   - known: subjects of the type that are registered, by their keys: what to call each.
  package func begin(_ head: Table, _ options: SubjectOptions, known: [String: String]) -> SubjectWalk {
    guard let titles = Titles(head, recognise: titles.recognise) else {
      return SubjectWalk(self, options, problem: Problem(.listOfSubjectsTitles))
    }
    var columns = titles.columns
    for choice in options.columns where columns.indices.contains(choice.place) {
      columns[choice.place] = SubjectColumn(code: choice.code, of: type)
    }
    let reading = SubjectReading(
      titles: titles.titles, columns: columns,
      remarks: untaken(titles.titles) { columns[$0] != nil } + head.remarks, problems: missing(columns, options))
    return SubjectWalk(self, options, reading, titles, known: known)
  }

  // MARK: The whole table

  private func missing(_ columns: [SubjectColumn?], _ options: SubjectOptions) -> [Problem] {
    var wanted: [SubjectColumn] = [.name]
    if options.supervising == nil { wanted.append(.supervising) }
    if options.territorial == nil { wanted.append(.territorial) }
    wanted += type.attributes.filter(\.isRequired).map { .attribute($0.code) }
    return wanted.filter { !columns.contains($0) }.map {
      Problem(.registerColumn, ["column": $0.title(in: type).chinese])
    }
  }
}
