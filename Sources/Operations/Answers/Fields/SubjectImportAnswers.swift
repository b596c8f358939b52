package import Directory
import Documents
import Formats
package import Ground
import Packs
import Registers
import Storage
import Subjects

extension Office {
  /// How many subjects the page of an import names.
  private static let shownSubjects = 100

  /// What would come of a list that waits; nil where none waits under this id for the officer, or all of it came in.
  package func subjectImportReview(
    _ id: OperationID, for viewer: Officer
  ) async throws(Refusal) -> SubjectImportReview? {
    guard let staged = try await stagedSubjects(id, for: viewer) else { return nil }
    let begun = try await subjectImport(id)
    if begun?.isWhole == true { return nil }
    guard let type = try await packs().work.subjectTypes[staged.type] else { return nil }
    let (reading, at) = try await reading(staged, id, for: viewer)
    let units = try await subjectUnits()
    let line = try await answer { (asking) throws(StorageError) in begun.map(asking.line) }
    return SubjectImportReview(
      id: id, name: staged.name, type: type, sheets: staged.titles, options: staged.options, reading: reading,
      readAt: at, units: units, begun: line)
  }

  /// Every import and every upload that waits, as far as the officer may see them.
  package func subjectImports(for viewer: Officer) async throws(Refusal) -> SubjectImportList {
    try await answer { (asking) throws(StorageError) in
      let all = try SubjectImports(EntryStore(asking.session, asking.district)).all()
      let stored = try StagedListStore(asking.session, asking.district, .subjects).all()
      let isCoordinator = viewer.roles.contains(.coordinator)
      return SubjectImportList(
        types: asking.packs.work.typesInOrder, imports: all.filter { $0.isOpen(to: viewer) }.map(asking.line),
        waiting: stored.filter { item in
          (isCoordinator || item.officer == viewer.id) && !all.contains { $0.id == item.id && $0.isWhole }
        }.map { WaitingRegister(id: $0.id, name: $0.name, at: $0.at) })
    }
  }

  /// One import with its subjects as they stand today; nil where there is none for the officer.
  package func subjectImportSheet(
    _ id: OperationID, for viewer: Officer
  ) async throws(Refusal) -> SubjectImportSheet? {
    let isStaged = try await stagedSubjects(id, for: viewer) != nil
    return try await answer { (asking) throws(StorageError) in
      let imports = SubjectImports(EntryStore(asking.session, asking.district))
      guard let found = try imports.find(id), found.isOpen(to: viewer) else { return nil }
      let ids = try imports.subjects(of: found, first: Office.shownSubjects)
      let subjects = try SubjectStore(asking.session, asking.district).load(Set(ids))
      return SubjectImportSheet(
        line: asking.line(found),
        rows: ids.compactMap { subjects[$0] }.filter { asking.sees($0, viewer) }.map(asking.row),
        keepsRefused: isStaged && found.refused > 0)
    }
  }

  /// The rows with problems, with their titles and what is wrong, to be mended and imported again; nil where none waits.
  package func refusedSubjects(
    _ id: OperationID, as form: SubjectFileForm, for viewer: Officer
  ) async throws(Refusal) -> PaperFile? {
    guard let staged = try await stagedSubjects(id, for: viewer) else { return nil }
    var rows: [[RegisterSheet.Cell]] = []
    let reading = try await eachRow(of: staged, id, for: viewer) { row in
      guard !row.isSound, rows.count < Office.registerLimit else { return }
      let wrong = row.problems.map { "\($0.place ?? "")：\($0.message(in: .chinese))" }
      rows.append((row.cells + [wrong.joined(separator: "；")]).map { .text($0) })
    }
    guard reading.unsound.count <= Office.registerLimit else {
      throw Refusal(.sheetTooLong, ["limit": String(Office.registerLimit)])
    }
    let columns =
      reading.titles.map { RegisterSheet.Column(String($0.prefix(40)), 16) } + [RegisterSheet.Column("问题", 40)]
    // What is wrong stands in the last column, however many cells a row has.
    rows = rows.map { cells in
      reading.titles.indices.map { $0 < cells.count - 1 ? cells[$0] : .text("") } + cells.suffix(1)
    }
    let sheet = RegisterSheet(
      title: "未导入的行", about: "共\(rows.count)行；改正后可再次导入", columns: columns, rows: rows, created: Instant(today))
    return try form.file(sheet, name: "\(safe(staged.name)) 未导入的行")
  }
}

extension Asking {
  fileprivate func line(_ found: SubjectImports.Import) -> SubjectImportLine {
    SubjectImportLine(
      id: found.id, name: found.name,
      type: packs.work.subjectTypes[found.type]?.title ?? Bilingual(found.type, found.type), at: found.at,
      by: author(found.by), subjects: found.subjects, total: found.total, refused: found.refused,
      givenBack: found.back.map { GivenBackLine(at: $0.at, by: author($0.by), reason: $0.reason) },
      left: found.back?.left ?? found.subjects)
  }
}
