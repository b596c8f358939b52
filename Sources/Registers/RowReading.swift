import Directory
import Formats
import Ground
import Packs

/// One row in the reading: its cells, with "as above" and "none" settled.
struct RowReading {
  let reader: RegisterReader
  let options: RegisterOptions
  let cells: CellReader
  let row: TableRow
  /// What the row above came to, cell by cell.
  let above: [RegisterColumn: TableCell]
  /// What this row came to, for the row beneath.
  private(set) var taken: [RegisterColumn: TableCell] = [:]
  private var result: RegisterRow

  init(
    reader: RegisterReader, options: RegisterOptions, cells: CellReader, row: TableRow,
    above: [RegisterColumn: TableCell]
  ) {
    (self.reader, self.options, self.cells, self.row, self.above) = (reader, options, cells, row, above)
    result = RegisterRow(number: row.number)
  }

  static let none: Set<String> = [
    "/", "／", "\\", "-", "—", "——", "－", "–", "无", "暂无", "N/A", "n/a", "NA", "不涉及", "空",
  ]
  static let ditto: Set<String> = ["同上", "〃", "″", "\"", "＂", "“", "”", "''", "同前", "〞"]
  private static let textLimit = 2000

  mutating func read() -> RegisterRow {
    settle()
    texts()
    units()
    people()
    days()
    field()
    if row.isHidden { say("", "本行在文件中是隐藏的。", "The row is hidden in the file.") }
    return result
  }

  // MARK: Saying

  mutating func say(_ column: RegisterColumn, _ chinese: String, _ english: String) {
    say(cells.place(column, in: row), chinese, english)
  }

  private mutating func say(_ place: String, _ chinese: String, _ english: String) {
    result.remarks.append(RowRemark(place.isEmpty ? "\(row.number)" : place, Bilingual(chinese, english)))
  }

  mutating func wrong(_ code: ProblemCode, _ column: RegisterColumn, _ values: [String: String] = [:]) {
    result.problems.append(Problem(code, at: cells.place(column, in: row), values))
  }

  // MARK: Cells

  private mutating func settle() {
    for column in RegisterColumn.allCases {
      guard let index = cells.columns.firstIndex(of: column) else { continue }
      guard row.cells.indices.contains(index) else { continue }
      var cell = row.cells[index]
      if cell.origin == .formula, cell.text.isEmpty || cell.text.hasPrefix("#") {
        wrong(.rowFormula, column, ["value": cell.text])
        continue
      }
      if RowReading.ditto.contains(cell.text) {
        guard let before = above[column] else {
          wrong(.rowNothingAbove, column, ["value": cell.text])
          continue
        }
        say(column, "“\(cell.text)”取上一行的“\(before.text)”。", "“\(cell.text)” takes “\(before.text)” from the row above.")
        cell = before
      }
      if !cell.text.isEmpty { taken[column] = cell }
    }
  }

  /// The column's cell; nil where it is empty or says that there is nothing.
  private func cell(_ column: RegisterColumn) -> TableCell? {
    guard let cell = taken[column], !RowReading.none.contains(cell.text) else { return nil }
    return cell
  }

  private mutating func words(_ column: RegisterColumn) -> String? {
    guard let text = cell(column)?.text else { return nil }
    guard text.unicodeScalars.count <= RowReading.textLimit else {
      wrong(.rowTextLong, column, ["limit": "\(RowReading.textLimit)"])
      return nil
    }
    if holdsPersonalNumber(text) { wrong(.rowPersonalNumber, column) }
    return text
  }

  // MARK: What

  private mutating func texts() {
    let (text, task) = (words(.text), words(.task))
    if let text, let task, text != task {
      result.text = "\(text)：\(task)"
      say(.task, "接在事项后面，用冒号隔开。", "Stands behind the matter's text, after a colon.")
      if result.text.unicodeScalars.count > RowReading.textLimit {
        wrong(.rowTextLong, .task, ["limit": "\(RowReading.textLimit)"])
      }
    } else {
      result.text = text ?? task ?? ""
    }
    if result.text.isEmpty { wrong(.rowText, .text) }
    if let word = reader.packs.words.personWord(in: result.text) {
      wrong(.rowPersons, .text, ["word": word])
    }
    result.formerNumber = words(.number)
    result.origin = words(.origin)
    result.conclusion = words(.conclusion)
    let (progress, note) = (words(.progress), words(.note))
    if let note {
      result.progress = [progress, "备注：\(note)"].compactMap { $0 }.joined(separator: "\n")
      say(.note, "与进展一起保存，前面标“备注”。", "Kept with the progress, marked as a note.")
    } else {
      result.progress = progress
    }
    if let urgency = cell(.urgency)?.text {
      result.urgent = ["急", "特急", "紧急", "加急"].contains { urgency.contains($0) }
      say(
        .urgency, result.urgent ? "“\(urgency)”记为急件。" : "“\(urgency)”记为一般。",
        result.urgent ? "“\(urgency)” is taken as urgent." : "“\(urgency)” is taken as normal.")
    }
  }

  private mutating func field() {
    if let written = cell(.field)?.text {
      let names = reader.packs.words.fieldNames
      let match =
        Field.allCases.first { names[$0]?.chinese == written }
        ?? Field.allCases.first {
          names[$0].map { $0.chinese.contains(written) || written.contains($0.chinese) } ?? false
        }
        ?? Field.allCases.first { reader.packs.words.fieldWords[$0]?[written] != nil }
      if let match {
        result.fields = [match]
        let name = names[match] ?? Bilingual(match.rawValue, match.rawValue)
        if name.chinese != written {
          say(.field, "“\(written)”归入“\(name.chinese)”。", "“\(written)” goes to “\(name.english)”.")
        }
        return
      }
      let name = reader.packs.words.fieldNames[options.field]
      say(
        .field, "没有“\(written)”这个领域，归入“\(name?.chinese ?? options.field.rawValue)”。",
        "“\(written)” is no field here; the row goes to “\(name?.english ?? options.field.rawValue)”.")
    }
    result.fields = [options.field]
  }

  // MARK: Who

  private mutating func units() {
    let reading = UnitCells(reader: reader)
    let lead = cell(.lead).map { reading.read($0.text) } ?? []
    let responsible = cell(.responsible).map { reading.read($0.text) } ?? []
    let supporting = cell(.supporting).map { reading.read($0.text) } ?? []
    let marked = (lead + responsible).first { $0.isLead }
    let leading = marked ?? lead.first ?? responsible.first
    guard let leading else { return wrong(.rowUnitMissing, cells.columns.contains(.lead) ? .lead : .responsible) }
    let column: RegisterColumn = lead.contains(leading) ? .lead : .responsible
    result.lead = unit(leading, column, mayBeMany: false).first
    if column == .responsible, responsible.count > 1, marked == nil {
      say(
        .responsible, "没有单列牵头单位，由排在最前的“\(leading.text)”牵头，其余协办。",
        "No lead unit is named; the first, “\(leading.text)”, leads and the others support.")
    }
    var others: [UnitID] = []
    for (column, pieces) in [(RegisterColumn.lead, lead), (.responsible, responsible), (.supporting, supporting)] {
      for piece in pieces where piece != leading { others += unit(piece, column, mayBeMany: true) }
    }
    for unit in others where unit != result.lead && !result.supporting.contains(unit) { result.supporting.append(unit) }
  }

  /// The units that a piece of a cell means; several only where it is a collective such as 各镇街.
  private mutating func unit(_ piece: UnitCells.Piece, _ column: RegisterColumn, mayBeMany: Bool) -> [UnitID] {
    if let id = reader.names.unit(piece.text) {
      guard reader.directory.units[id]?.kind != .government else {
        wrong(.rowUnitGovernment, column, ["value": piece.text])
        return []
      }
      return [id]
    }
    if let tier = reader.packs.words.tiers[piece.text], let kind = UnitKind(rawValue: tier) {
      guard mayBeMany else {
        wrong(.rowUnitCollective, column, ["value": piece.text])
        return []
      }
      let units = reader.directory.units(of: kind)
      say(column, "“\(piece.text)”展开为\(units.count)个单位。", "“\(piece.text)” means \(units.count) units.")
      return units.map(\.id)
    }
    let near = reader.names.near(piece.text)
    wrong(
      .rowUnitUnknown, column, ["value": piece.text, "near": near.isEmpty ? "—" : near.joined(separator: "、")])
    return []
  }

  private mutating func people() {
    if let written = cell(.leader)?.text {
      let leaders = reader.directory.active(with: .leader).filter { officer in
        officer.name.text.map { !$0.isEmpty && written.contains($0) } ?? false
      }
      if leaders.count == 1 {
        result.leader = leaders[0].id
      } else {
        say(
          .leader, "名录中没有对应的分管领导，暂不指定，姓名不保存。",
          "No leader of the directory answers to this; none is set and the name is not stored.")
      }
    }
    if let written = cell(.handler)?.text, let lead = result.lead {
      let officers = reader.directory.officersInOrder.filter {
        !$0.hasLeft && $0.unit == lead && $0.name.text == written
      }
      if officers.count == 1 {
        result.handler = officers[0].id
      } else {
        say(.handler, "不是名录中牵头单位的人员，姓名不保存。", "No officer of the lead unit in the directory; the name is not stored.")
      }
    }
  }

  // MARK: When

  private mutating func days() {
    let days = DayCells(reader: reader, options: options)
    result.issued = take(days.issued(cell(.issued)), .issued)
    if result.issued == nil, cell(.issued) == nil {
      if let given = options.issued {
        result.issued = given
        say("", "交办日期取统一填写的\(given.iso)。", "The day of issue is \(given.iso), as given for all rows.")
      } else {
        wrong(.rowIssuedMissing, .issued)
      }
    }
    if let due = cell(.due) { result.due = take(days.due(due, from: result.issued), .due) }
    if let closed = cell(.closed) { result.closed = take(days.closed(closed, from: result.issued), .closed) }
    if let status = cell(.status)?.text {
      let says = ["已办结", "办结", "已完成", "完成", "已销号", "销号", "是", "已整改", "整改完成"].contains(status)
      if says && result.closed == nil && cell(.closed) == nil { wrong(.rowClosedMissing, .status, ["value": status]) }
      if !says && result.closed != nil {
        say(
          .status, "状态写“\(status)”，但有办结日期，按已办结导入。",
          "The status says “\(status)”, but there is a day of closing; it comes in as closed.")
      }
    }
    if let closed = result.closed {
      say(
        .closed, "原台账已于\(closed.iso)办结，按“已办结，本系统未核查”导入。",
        "The old register closed it on \(closed.iso); it comes in as closed and not verified here.")
    }
  }

  private mutating func take<Value>(_ answer: DayCells.Answer<Value>, _ column: RegisterColumn) -> Value? {
    if let said = answer.said { say(column, said.chinese, said.english) }
    if let problem = answer.problem { wrong(problem.code, column, problem.values) }
    return answer.value
  }
}

/// Whether a text holds an id or a mobile number.
func holdsPersonalNumber(_ text: String) -> Bool {
  let numbers = PersonalNumbers(in: Array(text.utf8))
  return numbers.ids > 0 || numbers.phones > 0
}
