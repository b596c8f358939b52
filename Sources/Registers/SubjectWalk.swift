import Directory
package import Formats
import Ground
import Packs
import Subjects

/// A list of subjects in the reading, row by row. It holds what "as above" and "twice in the file" need, and no rows.
package struct SubjectWalk: Sendable {
  package private(set) var reading: SubjectReading
  private let reader: SubjectReader
  private let options: SubjectOptions
  /// How many rows stand above the first that may be a subject.
  private let above: Int
  private var rows = 0
  /// What the row above came to, by the column's place.
  private var taken: [Int: TableCell] = [:]
  private var seen: SeenSubjects

  init(
    _ reader: SubjectReader, _ options: SubjectOptions, _ reading: SubjectReading, _ titles: Titles<SubjectColumn>,
    known: [String: String]
  ) {
    (self.reader, self.options, self.reading) = (reader, options, reading)
    above = titles.rows.upperBound
    seen = SeenSubjects(known: known, sharesCodes: options.sharesCodes, reader: reader)
  }

  /// A table that cannot be read: no row of it is looked at.
  init(_ reader: SubjectReader, _ options: SubjectOptions, problem: Problem) {
    (self.reader, self.options, above) = (reader, options, .max)
    reading = SubjectReading(problems: [problem])
    seen = SeenSubjects(known: [:], sharesCodes: options.sharesCodes, reader: reader)
  }

  /// The next row: what it was understood as; nil for titles and for what is passed over.
  package mutating func take(_ row: TableRow) -> SubjectRowReading? {
    rows += 1
    guard rows > above else { return nil }
    if let why = passing(row) {
      reading.add(PassedRow(number: row.number, why: why, text: row.summary))
      return nil
    }
    guard reading.problems.isEmpty else { return nil }
    var cells = SubjectCells(reader: reader, columns: reading.columns, options: options, row: row, above: taken)
    var subject = cells.read()
    taken = cells.taken
    seen.compare(&subject) { cells.place($0) }
    reading.add(subject)
    return subject
  }

  /// Once all rows were taken.
  package mutating func finish() {
    guard reading.problems.isEmpty else { return }
    if reading.count == 0 { reading.problems.append(Problem(.listOfSubjectsEmpty)) }
    if reading.count > SubjectReader.limit {
      reading.problems.append(
        Problem(.listOfSubjectsLong, ["rows": "\(reading.count)", "limit": "\(SubjectReader.limit)"]))
    }
  }

  /// Why the row is no subject; nil where it is one.
  private func passing(_ row: TableRow) -> Bilingual? {
    if let why = row.isBeside(reading.titles, numbers: true) { return why }
    let filled = row.filled
    guard let first = filled.first else { return nil }
    let plain = RegisterColumn.plain(first.text)
    let totals = ["合计", "小计", "总计", "共计", "累计"]
    if totals.contains(where: { plain == $0 || plain.hasPrefix($0 + "：") }) || totals.contains(plain) {
      return Bilingual("合计行", "a total")
    }
    if row.isSigning { return Bilingual("表尾说明", "a note") }
    let name = reading.columns.firstIndex(of: .name).flatMap {
      row.cells.indices.contains($0) ? row.cells[$0].text : nil
    }
    if Set(filled.map(\.text)).count == 1 {
      if filled.count > 2 && first.origin == .merged { return Bilingual("分节标题", "a heading") }
      if name?.isEmpty ?? true {
        return first.isNumber || Int(plain) != nil
          ? Bilingual("只有序号的空行", "only a serial number") : Bilingual("分节标题或说明", "a heading or a note")
      }
    }
    return nil
  }
}

/// The subjects that are there already, and those further up in the file.
private struct SeenSubjects {
  let known: [String: String]
  let sharesCodes: Bool
  let reader: SubjectReader
  private var rows: [String: Int] = [:]

  init(known: [String: String], sharesCodes: Bool, reader: SubjectReader) {
    (self.known, self.sharesCodes, self.reader) = (known, sharesCodes, reader)
  }

  mutating func compare(_ reading: inout SubjectRowReading, place: (SubjectColumn) -> String) {
    guard let details = reading.details else { return }
    let keys = SubjectKeys(details, of: reader.type, in: reader.directory.town(of: details.territorial))
    if !keys.name.isEmpty { look(keys.name, &reading, at: place(.name), isCode: false) }
    for code in keys.codes {
      let attribute = String(code.prefix { $0 != "=" })
      look(code, &reading, at: place(.attribute(attribute)), isCode: true)
    }
    guard reading.isSound else { return }
    for key in keys.all where rows[key] == nil { rows[key] = reading.number }
  }

  private func look(_ key: String, _ reading: inout SubjectRowReading, at place: String, isCode: Bool) {
    let (there, row) = (known[key], rows[key])
    guard there != nil || row != nil else { return }
    if isCode && sharesCodes {
      let with = there ?? "第\(row ?? 0)行"
      reading.remarks.append(
        RowRemark(place, Bilingual("代码与“\(with)”相同，按所选仍导入。", "The same code as “\(with)”; it comes in as chosen.")))
    } else if let there {
      reading.problems.append(Problem(isCode ? .subjectCodeKnown : .subjectKnown, at: place, ["name": there]))
    } else if let row {
      reading.problems.append(
        Problem(isCode ? .subjectCodeTwice : .subjectTwice, at: place, ["row": "\(row)"]))
    }
  }
}
