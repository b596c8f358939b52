package import Ground
package import Packs

/// What a column of an office's list of subjects holds.
package enum SubjectColumn: Hashable, Sendable {
  case name, address, supervising, territorial, responsible, risk, riskReason, latitude, longitude, system, standing
  /// One of the type's attributes, by its code.
  case attribute(String)

  /// Those that every type has, in the order of exported files.
  package static let usual: [SubjectColumn] = [
    .name, .address, .supervising, .territorial, .responsible, .risk, .riskReason, .latitude, .longitude, .system,
    .standing,
  ]

  /// Every column of a type, in the order of exported files.
  package static func all(of type: SubjectType) -> [SubjectColumn] {
    let place = usual.filter { column in
      type.place != .none || ![.latitude, .longitude, .system].contains(column)
    }
    return place.filter { $0 != .standing } + type.attributes.map { .attribute($0.code) } + [.standing]
  }

  /// As forms carry it: `name`, `attribute.area`.
  package var code: String {
    switch self {
    case .attribute(let code): "attribute.\(code)"
    default: "\(self)"
    }
  }

  package init?(code: String, of type: SubjectType) {
    guard let found = SubjectColumn.all(of: type).first(where: { $0.code == code }) else { return nil }
    self = found
  }

  /// The title in an exported file, which an import knows again.
  package func title(in type: SubjectType) -> Bilingual {
    switch self {
    case .name: Bilingual("名称", "Name")
    case .address: Bilingual("地址", "Address")
    case .supervising: Bilingual("行业监管单位", "Supervising unit")
    case .territorial: Bilingual("属地单位", "Territorial unit")
    case .responsible: Bilingual("责任单位", "Responsible unit")
    case .risk: Bilingual("风险等级", "Risk grade")
    case .riskReason: Bilingual("定级理由", "Reason of the grade")
    case .latitude: Bilingual("纬度", "Latitude")
    case .longitude: Bilingual("经度", "Longitude")
    case .system: Bilingual("坐标系", "Coordinate system")
    case .standing: Bilingual("登记状态", "Standing")
    case .attribute(let code): type.attribute(code)?.title ?? Bilingual(code, code)
    }
  }

  /// Where the rules say that something is wrong: their place's column.
  static func column(at place: String, of type: SubjectType) -> SubjectColumn {
    switch place {
    case "name", "text": .name
    case "address": .address
    case "supervising": .supervising
    case "territorial": .territorial
    case "responsible": .responsible
    case "risk_reason": .riskReason
    case "latitude", "longitude", "position": .latitude
    default: type.attribute(place) == nil ? .name : .attribute(place)
    }
  }
}

/// Knows columns by their titles: the type's own attributes first, then the usual names.
struct SubjectTitles {
  private let exactly: [String: SubjectColumn]

  init(_ type: SubjectType) {
    var exactly: [String: SubjectColumn] = [:]
    for attribute in type.attributes {
      for title in [attribute.title.chinese, attribute.title.english, attribute.code] {
        exactly[SubjectTitles.plain(title)] = .attribute(attribute.code)
      }
    }
    for (column, names) in SubjectTitles.usual {
      for name in names.split(separator: " ") where exactly[String(name)] == nil { exactly[String(name)] = column }
    }
    for column in SubjectColumn.usual {
      let title = column.title(in: type)
      for name in [title.chinese, title.english].map(SubjectTitles.plain) where exactly[name] == nil {
        exactly[name] = column
      }
    }
    self.exactly = exactly
  }

  func recognise(_ title: String) -> SubjectColumn? {
    let plain = SubjectTitles.plain(title)
    guard !plain.isEmpty, plain.utf8.count <= 90 else { return nil }
    if let exact = exactly[plain] { return exact }
    // 所属街镇名称、经营场所详细地址: a usual name within a longer one; the longest decides, of equally long ones that
    // with which the title ends.
    let within = exactly.filter { name, _ in
      name.count >= 3 && plain.count <= name.count + 4 && plain.contains(name)
    }
    func rank(_ name: String) -> (Int, Int, String) { (name.count, plain.hasSuffix(name) ? 1 : 0, name) }
    return within.max { rank($0.key) < rank($1.key) }?.value
  }

  private static func plain(_ title: String) -> String { RegisterColumn.plain(title).lowercased() }

  private static let usual: [(SubjectColumn, String)] = [
    (
      .name,
      """
      名称 对象名称 单位名称 企业名称 场所名称 项目名称 工程名称 工地名称 店铺名称 商户名称 设施名称 站点名称 机构名称 监管对象 \
      监管对象名称 河段名称 河段 名字
      """
    ),
    (.address, "地址 详细地址 单位地址 经营地址 场所地址 经营场所 所在地址 所在地 位置 地点 坐落 建设地点"),
    (.supervising, "行业监管 监管单位 监管部门 行业监管部门 行业主管部门 主管部门 行业部门 监管责任单位"),
    (.territorial, "属地 所属街镇 所属镇街 所在街镇 所在镇街 街镇 镇街 乡镇 街道 乡镇街道 镇街道 所属乡镇 所属街道 属地街镇 村居 社区"),
    (.responsible, "运营单位 养护单位 管理单位 责任主体"),
    (.risk, "风险级别 风险分级 安全风险等级 四色等级 风险"),
    (.riskReason, "分级理由 定级依据 分级依据 风险说明"),
    (.latitude, "北纬 lat"), (.longitude, "东经 lng lon"),
    (.system, "坐标系统"), (.standing, "经营状态 使用状态 在用状态"),
  ]
}
