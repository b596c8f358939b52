import Directory
package import Ground
import Matters
import Registers
import Storage

extension Office {
  /// What would come of a register that waits; nil where none waits under this id.
  package func registerReview(_ id: OperationID) async throws(Refusal) -> RegisterReview? {
    guard let staged = try await stagedRegister(id) else { return nil }
    let reading = try await registerReader().read(Office.table(staged.file, staged.options), staged.options)
    let before = try await imports(ofFile: staged.digest)
    return try await answer { (asking) throws(StorageError) in
      RegisterReview(
        id: id, name: staged.name,
        sheets: staged.sheets, options: staged.options, reading: reading,
        rows: reading.rows.map { row in
          RegisterReviewRow(
            row: row, lead: row.lead.map(asking.unit), supporting: row.supporting.map(asking.unit),
            leader: row.leader.map(asking.officer), handler: row.handler.map(asking.officer))
        }, before: before)
    }
  }

  /// Every import, and every upload that waits.
  package func registerImports() async throws(Refusal) -> RegisterImportList {
    let (imports, stored) = try await answer { (asking) throws(StorageError) in
      (
        try asking.registers().map(asking.line),
        try StagedListStore(asking.session, asking.district, .register).all()
      )
    }
    return RegisterImportList(
      imports: imports, waiting: stored.map { WaitingRegister(id: $0.id, name: $0.name, at: $0.at) })
  }

  /// One import with its matters as they stand today; nil where there is none.
  package func registerImport(_ id: OperationID) async throws(Refusal) -> RegisterImportSheet? {
    try await answer { (asking) throws(StorageError) in
      guard let found = try asking.registers().first(where: { $0.id == id }) else { return nil }
      let store = MatterStore(asking.session, asking.district)
      var rows: [MatterRow] = []
      for subject in try EntryStore(asking.session, asking.district).subjects(of: id) {
        guard subject.hasPrefix("matter:"), let matter = MatterID(String(subject.dropFirst(7))) else { continue }
        if let stored = try store.load(matter) { rows.append(asking.row(stored)) }
      }
      return RegisterImportSheet(line: asking.line(found), rows: rows)
    }
  }

  /// Imports of the file with this digest that stand.
  func imports(ofFile digest: String) async throws(Refusal) -> [RegisterImportLine] {
    try await answer { (asking) throws(StorageError) in
      try asking.registers().filter { $0.file.text == digest && $0.givenBack == nil }.map(asking.line)
    }
  }
}

extension Asking {
  fileprivate func registers() throws(StorageError) -> [RegisterImports.Import] {
    try RegisterImports(EntryStore(session, district)).all()
  }

  fileprivate func line(_ found: RegisterImports.Import) -> RegisterImportLine {
    RegisterImportLine(
      id: found.id, name: found.name, at: found.at, by: author(found.by), matters: found.matters,
      givenBack: found.givenBack.map { GivenBackLine(at: $0.at, by: author($0.by), reason: $0.reason) })
  }
}
