package import Directory
package import Formats
package import Ground

/// Units as a table or a pasted list names them, in the official order (位次): the order of the rows.
package struct UnitList: Sendable {
  package let units: [Line]
  package let remarks: [RowRemark]
  package let problems: [Problem]

  package static let limit = 500

  package struct Line: Hashable, Sendable {
    package let row: Int
    package let name: String
    package let aliases: [String]
    package let kind: UnitKind
    /// The unit above it, by its name in this list or in the directory.
    package let parent: String?
    /// The directory's unit of this name; nil for a new one.
    package let known: UnitID?
  }

  /// Reads the table; without a row of titles the columns are name, short names, kind, unit above.
  package static func read(_ table: Table, _ directory: Directory?) -> UnitList {
    let usual: [(String, [String])] = [
      ("name", ["单位名称", "名称", "单位", "单位全称", "全称"]), ("aliases", ["简称", "别名", "简称别名", "简称或别名"]),
      ("kind", ["类别", "类型", "单位类别", "单位类型"]), ("parent", ["上级", "上级单位", "主管单位", "所属单位"]),
    ]
    let cells = ListCells(table, usual)
    var (lines, remarks, problems) = ([Line](), [RowRemark](), [Problem]())
    let names = directory.map(UnitNames.init)
    var seen: [String: Int] = [:]
    for row in cells.rows {
      let name = cells.text("name", in: row)
      guard (1...50).contains(name.count) else {
        problems.append(Problem(.listName, at: "\(row.number)", ["row": "\(row.number)"]))
        continue
      }
      if let first = seen[name] {
        problems.append(
          Problem(.listTwice, at: "\(row.number)", ["row": "\(row.number)", "value": name, "first": "\(first)"]))
        continue
      }
      seen[name] = row.number
      let known = names?.unit(name)
      let written = cells.text("kind", in: row)
      guard
        let kind = written.isEmpty ? known.flatMap({ directory?.units[$0]?.kind }) ?? kind(of: name) : kind(written)
      else {
        problems.append(
          Problem(.listKind, at: "\(row.number)", ["row": "\(row.number)", "value": written.isEmpty ? name : written]))
        continue
      }
      if written.isEmpty && known == nil {
        let said = UnitList.name(kind)
        remarks.append(
          RowRemark(
            "\(row.number)",
            Bilingual("“\(name)”按名称归为\(said.chinese)。", "“\(name)” is taken as \(said.english) by its name.")))
      }
      let parent = cells.text("parent", in: row)
      if !parent.isEmpty, seen[parent] == nil, names?.unit(parent) == nil {
        problems.append(
          Problem(
            .listUnit, at: "\(row.number)",
            ["row": "\(row.number)", "value": parent, "near": names?.near(parent).joined(separator: "、") ?? "—"]))
        continue
      }
      let aliases = ListCells.parts(cells.text("aliases", in: row)).filter { $0 != name && $0.count <= 50 }
      lines.append(
        Line(
          row: row.number, name: name, aliases: aliases, kind: kind, parent: parent.isEmpty ? nil : parent,
          known: known))
    }
    if cells.rows.count > limit {
      problems.append(Problem(.listTooLong, ["limit": "\(limit)", "rows": "\(cells.rows.count)"]))
    }
    if cells.rows.isEmpty { problems.append(Problem(.listTitles, ["column": "单位名称"])) }
    return UnitList(units: lines, remarks: remarks, problems: problems)
  }

  /// What kind of body a name speaks of; nil where it does not say.
  static func kind(of name: String) -> UnitKind? {
    if name.hasSuffix("人民政府") { return name.contains("镇") || name.contains("乡") ? .town : .government }
    if name.contains("安全生产委员会办公室") || name.hasSuffix("安委办") { return .office }
    if ["镇", "乡", "街道", "街道办", "街道办事处"].contains(where: name.hasSuffix) { return .town }
    if ["村", "社区", "居委会", "村委会", "村民委员会"].contains(where: name.hasSuffix) { return .community }
    if ["公司", "集团", "厂"].contains(where: name.hasSuffix) { return .contractor }
    let departments = ["局", "委", "委员会", "办", "办公室", "大队", "支队", "中心", "管委会", "院", "队", "处", "站", "部", "校", "会"]
    return departments.contains(where: name.hasSuffix) ? .department : nil
  }

  private static func kind(_ written: String) -> UnitKind? {
    switch written {
    case "政府", "区政府", "县政府", "government": .government
    case "安委办", "办公室", "office": .office
    case "部门", "委办局", "department": .department
    case "街镇", "镇街", "乡镇", "街道", "乡镇街道", "town": .town
    case "村居", "村", "社区", "community": .community
    case "承包单位", "企业", "公司", "第三方", "contractor": .contractor
    default: nil
    }
  }

  private static func name(_ kind: UnitKind) -> Bilingual {
    switch kind {
    case .government: Bilingual("政府", "the government")
    case .office: Bilingual("安委办", "the safety committee's office")
    case .department: Bilingual("部门", "a department")
    case .town: Bilingual("街镇", "a town")
    case .community: Bilingual("村居", "a community")
    case .contractor: Bilingual("承包单位", "a contractor")
    }
  }
}

/// A small table's cells by the titles of their columns, or in the usual order where it has no titles.
struct ListCells {
  let rows: [TableRow]
  private var places: [String: Int] = [:]

  /// - Parameter usual: each column's code with the titles it goes by, in the order in which pasted lines have them.
  init(_ table: Table, _ usual: [(String, [String])]) {
    let filled = table.rows.filter { !$0.isEmpty }
    for (index, row) in filled.prefix(5).enumerated() {
      var places: [String: Int] = [:]
      for (column, cell) in row.cells.enumerated() {
        let title = RegisterColumn.plain(cell.text)
        if let code = usual.first(where: { $0.1.contains(title) })?.0, places[code] == nil { places[code] = column }
      }
      guard places.count >= 2 || (places.count == 1 && row.cells.count { !$0.text.isEmpty } == 1) else { continue }
      self.places = places
      rows = Array(filled[(index + 1)...])
      return
    }
    for (index, column) in usual.enumerated() { places[column.0] = index }
    rows = filled
  }

  func text(_ code: String, in row: TableRow) -> String {
    guard let place = places[code], row.cells.indices.contains(place) else { return "" }
    let text = row.cells[place].text
    return ["/", "-", "—", "无"].contains(text) ? "" : text
  }

  static func parts(_ text: String) -> [String] {
    text.split { "、，,；;/ \n\u{3000}".contains($0) }.map(String.init)
  }
}
