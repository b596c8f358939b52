import Directory
import Formats
import Ground
import Packs
import Subjects

/// One row of a list of subjects in the reading: its cells with "as above" and "none" settled, then what they mean.
struct SubjectCells {
  private let reader: SubjectReader
  private let columns: [SubjectColumn?]
  private let options: SubjectOptions
  private let row: TableRow
  /// What the row above came to, by the column's place.
  private let above: [Int: TableCell]
  /// What this row came to, for the row beneath.
  private(set) var taken: [Int: TableCell] = [:]
  private var result: SubjectRowReading

  init(
    reader: SubjectReader, columns: [SubjectColumn?], options: SubjectOptions, row: TableRow, above: [Int: TableCell]
  ) {
    (self.reader, self.columns, self.options, self.row, self.above) = (reader, columns, options, row, above)
    result = SubjectRowReading(number: row.number)
  }

  mutating func read() -> SubjectRowReading {
    settle()
    result.cells = row.cells.enumerated().map { index, cell in taken[index]?.text ?? cell.text }
    result.name = cell(.name)?.text
    let supervising = unit(.supervising) ?? options.supervising
    let territorial = unit(.territorial) ?? options.territorial
    let responsible = unit(.responsible)
    if supervising == nil, cell(.supervising) == nil { wrong(.rowUnitMissing, .supervising) }
    if territorial == nil, cell(.territorial) == nil { wrong(.rowUnitMissing, .territorial) }
    let attributes = readAttributes()
    let position = readPosition()
    let risk = readRisk()
    readStanding()
    if cell(.name) == nil { wrong(.subjectBlank, .name) }
    if row.isHidden { say("\(row.number)", "本行在文件中是隐藏的。", "The row is hidden in the file.") }
    guard result.problems.isEmpty, let supervising, let territorial else { return result }
    let details = SubjectDetails(
      name: Words(cell(.name)?.text ?? ""), address: cell(.address).map { Words($0.text) }, position: position,
      supervising: supervising, territorial: territorial, responsible: responsible, attributes: attributes)
    judge(details, risk)
    (result.details, result.risk) = (details, risk)
    return result
  }

  /// `F12`; the row alone where the file has no such column.
  func place(_ column: SubjectColumn) -> String {
    let index = columns.firstIndex(of: column)
    return "\(index.map(columnLetters) ?? "")\(row.number)"
  }

  /// Asks the rules by which one subject is registered, so that this row and that form mean the same.
  private mutating func judge(_ details: SubjectDetails, _ risk: RiskGrading?) {
    let new = NewSubject(
      id: SubjectID(trusted: "read"), serial: 1, type: reader.type.code, details: details, risk: risk, imported: nil)
    do throws(Refusal) {
      _ = try decide(
        // Whether the type sleeps was asked for the whole list.
        .register(new, isAwake: true), on: nil, by: reader.actor, at: reader.moment, in: reader.directory,
        packs: reader.packs)
    } catch {
      for problem in error.problems {
        let column = SubjectColumn.column(at: problem.place ?? "", of: reader.type)
        result.problems.append(Problem(problem.code, at: place(column), problem.values))
      }
    }
  }

  // MARK: Saying

  private mutating func say(_ place: String, _ chinese: String, _ english: String) {
    result.remarks.append(RowRemark(place, Bilingual(chinese, english)))
  }

  private mutating func wrong(_ code: ProblemCode, _ column: SubjectColumn, _ values: [String: String] = [:]) {
    result.problems.append(Problem(code, at: place(column), values))
  }

  // MARK: Cells

  /// As much of a cell as a page repeats.
  private static let shown = 60
  private static let longest = 2000

  private mutating func settle() {
    for (index, column) in columns.enumerated() {
      guard let column, row.cells.indices.contains(index) else { continue }
      var cell = row.cells[index]
      if cell.origin == .formula, cell.text.isEmpty || cell.text.hasPrefix("#") {
        wrong(.rowFormula, column, ["value": String(cell.text.prefix(SubjectCells.shown))])
        continue
      }
      if RowReading.ditto.contains(cell.text) {
        guard let before = above[index] else {
          wrong(.rowNothingAbove, column, ["value": cell.text])
          continue
        }
        let said = String(before.text.prefix(SubjectCells.shown))
        say(place(column), "“\(cell.text)”取上一行的“\(said)”。", "“\(cell.text)” takes “\(said)” from the row above.")
        cell = before
      }
      guard !cell.text.isEmpty else { continue }
      guard cell.text.unicodeScalars.count <= SubjectCells.longest else {
        wrong(.rowTextLong, column, ["limit": "\(SubjectCells.longest)"])
        continue
      }
      cell.text = PlainCell.read(cell.text)
      if !cell.isNumber, holdsPersonalNumber(cell.text) { wrong(.rowPersonalNumber, column) }
      if column == .name, let word = reader.packs.words.personWord(in: cell.text) {
        wrong(.rowPersons, column, ["word": word])
      }
      taken[index] = cell
    }
  }

  /// The column's cell; nil where it is empty or says that there is nothing.
  private func cell(_ column: SubjectColumn) -> TableCell? {
    guard let index = columns.firstIndex(of: column), let cell = taken[index], !RowReading.none.contains(cell.text)
    else { return nil }
    return cell
  }

  // MARK: What it means

  private mutating func unit(_ column: SubjectColumn) -> UnitID? {
    guard let written = cell(column)?.text else { return nil }
    if let unit = reader.names.unit(written) { return unit }
    let near = reader.names.near(String(written.prefix(SubjectCells.shown)))
    wrong(
      .rowUnitUnknown, column,
      [
        "value": String(written.prefix(SubjectCells.shown)),
        "near": near.isEmpty ? "—" : near.joined(separator: "、"),
      ])
    return nil
  }

  private mutating func readAttributes() -> [String: AttributeValue] {
    let rules = AttributeRules(type: reader.type)
    var values: [String: AttributeValue] = [:]
    for attribute in reader.type.attributes {
      let column = SubjectColumn.attribute(attribute.code)
      guard let cell = cell(column) else { continue }
      var written = cell.text
      if case .day = attribute.kind {
        guard let day = day(cell, column) else { continue }
        written = day.iso
      }
      do throws(Problem) { values[attribute.code] = try rules.read(written, of: attribute) } catch {
        result.problems.append(Problem(error.code, at: place(column), error.values))
      }
    }
    return values
  }

  private mutating func day(_ cell: TableCell, _ column: SubjectColumn) -> CivilDate? {
    if let day = cell.day { return day }
    // A number with decimals is no text: 3.10 was stored as 3.1.
    if cell.isNumber, cell.text.contains(".") {
      wrong(.rowDayNumber, column, ["value": cell.text])
      return nil
    }
    // 46093: a date that lost its format. Only numbers of the years 2000–2099 are days.
    if cell.text.utf8.count == 5, let number = Int(cell.text), (36_526...73_050).contains(number) {
      let day = CivilDate(dayNumber: number - 25_569)
      say(
        place(column), "数字\(cell.text)是表格里的日期序号，即\(day.iso)。",
        "The number \(cell.text) is a spreadsheet's day, \(day.iso).")
      return day
    }
    switch WrittenDay(cell.text) {
    case .day(let day):
      if day.iso != cell.text {
        say(place(column), "“\(cell.text)”读作\(day.iso)。", "“\(cell.text)” is read as \(day.iso).")
      }
      return day
    case .ambiguous(let first, let second):
      wrong(.rowDayAmbiguous, column, ["value": cell.text, "first": first.iso, "second": second.iso])
    case .shortYear: wrong(.rowYearShort, column, ["value": cell.text])
    default: wrong(.rowDay, column, ["value": String(cell.text.prefix(SubjectCells.shown))])
    }
    return nil
  }

  private mutating func readPosition() -> Position? {
    let (latitude, longitude) = (cell(.latitude)?.text, cell(.longitude)?.text)
    guard latitude != nil || longitude != nil else { return nil }
    var system = CoordinateSystem.wgs84
    if let written = cell(.system)?.text {
      guard let known = SubjectCells.system(written) else {
        wrong(.subjectCoordinates, .system, ["value": String(written.prefix(SubjectCells.shown))])
        return nil
      }
      system = known
    } else {
      say(place(.latitude), "没写坐标系，按WGS-84读取。", "No coordinate system is named; they are read as WGS-84.")
    }
    guard let north = latitude.flatMap(SubjectCells.degrees), let east = longitude.flatMap(SubjectCells.degrees),
      let position = Position(latitude: north, longitude: east, in: system)
    else {
      wrong(.subjectPosition, latitude == nil ? .longitude : .latitude)
      return nil
    }
    return position
  }

  private static func degrees(_ text: String) -> Double? {
    let plain = text.filter { !"°度NEne ".contains($0) }
    return plain.utf8.count <= 20 ? Double(plain) : nil
  }

  private static func system(_ written: String) -> CoordinateSystem? {
    switch written.uppercased().filter({ $0.isLetter || $0.isNumber }) {
    case "WGS84", "GPS": .wgs84
    case "CGCS2000", "国家2000", "2000国家大地坐标系", "大地2000": .cgcs2000
    case "GCJ02", "火星坐标", "火星坐标系", "高德", "腾讯", "高德地图", "腾讯地图": .gcj02
    default: nil
    }
  }

  private mutating func readRisk() -> RiskGrading? {
    guard let written = cell(.risk)?.text else { return nil }
    guard let grade = SubjectCells.grade(written) else {
      wrong(.subjectRiskUnknown, .risk, ["value": String(written.prefix(SubjectCells.shown))])
      return nil
    }
    guard let reason = cell(.riskReason)?.text else {
      wrong(.subjectRiskReason, columns.contains(.riskReason) ? .riskReason : .risk)
      return nil
    }
    return RiskGrading(grade: grade, reason: Words(reason), on: reader.moment.civilDate)
  }

  /// 红色, 重大风险, 一级: the colours and degrees of the four-colour map (DOMAIN §2.6).
  private static func grade(_ written: String) -> RiskGrade? {
    switch RegisterColumn.plain(written).lowercased() {
    case "红", "红色", "重大", "重大风险", "一级", "red": .red
    case "橙", "橙色", "较大", "较大风险", "二级", "orange": .orange
    case "黄", "黄色", "一般", "一般风险", "三级", "yellow": .yellow
    case "蓝", "蓝色", "低", "低风险", "四级", "blue": .blue
    default: nil
    }
  }

  private mutating func readStanding() {
    guard let written = cell(.standing)?.text else { return }
    let open = ["在用", "正常", "在业", "存续", "营业", "在营", "运行", "在建", "active", "in use"]
    if !open.contains(written.lowercased()) {
      wrong(.subjectNotInUse, .standing, ["value": String(written.prefix(SubjectCells.shown))])
    }
  }
}
