package import Ground
package import Packs
package import Registers

/// What would come of a list of subjects that was uploaded, row by row?
package struct SubjectImportReview: Sendable {
  package let id: OperationID
  package let name: String
  package let type: SubjectType
  package let sheets: [String]
  package let options: SubjectOptions
  package let reading: SubjectReading
  /// When it was read: a long list is not read anew for each page.
  package let readAt: Instant
  package let units: [SubjectUnitChoice]
  /// The import where it was cut off: how it is read stays.
  package let begun: SubjectImportLine?

  package init(
    id: OperationID, name: String, type: SubjectType, sheets: [String], options: SubjectOptions,
    reading: SubjectReading, readAt: Instant, units: [SubjectUnitChoice], begun: SubjectImportLine?
  ) {
    (self.id, self.name, self.type, self.sheets) = (id, name, type, sheets)
    (self.options, self.reading, self.readAt) = (options, reading, readAt)
    (self.units, self.begun) = (units, begun)
  }
}

/// Which lists of subjects came in, which wait, and which were taken back?
package struct SubjectImportList: Sendable {
  package let types: [SubjectType]
  package let imports: [SubjectImportLine]
  package let waiting: [WaitingRegister]

  package init(types: [SubjectType], imports: [SubjectImportLine], waiting: [WaitingRegister]) {
    (self.types, self.imports, self.waiting) = (types, imports, waiting)
  }
}

/// Which list came in, of what, when, by whom, and what became of it?
package struct SubjectImportLine: Sendable {
  package let id: OperationID
  package let name: Words
  package let type: Bilingual
  package let at: Instant
  package let by: StoryAuthor
  /// How many came in, of how many, and how many rows stayed outside.
  package let subjects: Int
  package let total: Int
  package let refused: Int
  package let givenBack: GivenBackLine?
  /// How many still stand after it began to be taken back.
  package let left: Int

  package init(
    id: OperationID, name: Words, type: Bilingual, at: Instant, by: StoryAuthor, subjects: Int, total: Int,
    refused: Int, givenBack: GivenBackLine?, left: Int
  ) {
    (self.id, self.name, self.type, self.at, self.by) = (id, name, type, at, by)
    (self.subjects, self.total, self.refused) = (subjects, total, refused)
    (self.givenBack, self.left) = (givenBack, left)
  }

  package var isWhole: Bool { subjects == total }
  package var isGone: Bool { givenBack != nil && left == 0 }
}

/// What came in with one list?
package struct SubjectImportSheet: Sendable {
  package let line: SubjectImportLine
  /// The first of them, as they stand today.
  package let rows: [SubjectRow]
  /// Whether the rows that stayed outside can still be fetched.
  package let keepsRefused: Bool

  package init(line: SubjectImportLine, rows: [SubjectRow], keepsRefused: Bool) {
    (self.line, self.rows, self.keepsRefused) = (line, rows, keepsRefused)
  }
}
