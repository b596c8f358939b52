import Directory
import Foundation
import Ground
import Matters
import Operations
import Web

/// 清河区, its units and officers: all made up.
enum Qinghe {
  static let today = day("2026-03-12")
  static let office = unit("office", "区安委办")
  static let emergency = unit("emergency", "应急管理局")
  static let housing = unit("housing", "住房和城乡建设局")
  static let market = unit("market", "市场监督管理局")
  static let shiqiao = unit("shiqiao", "石桥镇")
  static let liuwan = unit("liuwan", "柳湾镇")
  static let donghe = unit("donghe", "东河街道")
  static let units = [office, emergency, housing, market, shiqiao, liuwan, donghe]

  static let zhou = officer("zhou", "周岚", "督办科科长", office)
  static let he = officer("he", "何沐", "副区长", unit("government", "清河区人民政府"))
  static let tang = officer("tang", "唐槿", "局长", emergency)
  static let lu = officer("lu", "陆青禾", "安监站站长", shiqiao)
  static let shen = officer("shen", "沈一川", "核查科科长", market)

  static func day(_ text: String) -> CivilDate { CivilDate(text)! }
  static func unit(_ id: String, _ name: String) -> UnitName { UnitName(id: UnitID(id)!, name: Words(name)) }
  static func officer(_ id: String, _ name: String, _ post: String, _ unit: UnitName) -> OfficerName {
    OfficerName(id: OfficerID(id)!, name: Words(name), post: Words(post), unit: unit)
  }

  static let meeting = MeetingName(
    id: MeetingID("m-7")!, title: Words("清河区安全生产第7次调度会"), day: day("2026-03-02"))

  static func viewer(
    _ officer: OfficerName? = zhou, _ roles: [Role] = [.coordinator], path: String = "/", notice: Notice? = nil,
    typed: TypedForm? = nil
  ) -> Viewer {
    Viewer(
      officer: officer, roles: roles, district: Words("清河区"), today: today, path: path, csrf: "csrf-token",
      operations: "op-1", notice: notice, typed: typed)
  }

  static func name(_ n: Int) -> MatterName {
    MatterName(id: MatterID("matter-\(n)")!, number: "QH-2026-\(String(10_000 + n).dropFirst())")
  }

  static func due(_ text: String, _ distance: DueDistance) -> DueLine { DueLine(day: day(text), distance: distance) }
}

/// The repository's root, found from this file.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

func resource(_ path: String) throws -> String {
  try String(contentsOf: repository.appendingPathComponent("Resources").appendingPathComponent(path), encoding: .utf8)
}

func locale(_ language: Language) throws -> Web.Locale {
  try Web.Locale(
    language, yaml: resource("locales/\(language.rawValue).yaml"),
    citations: language == .english ? resource("locales/citations.yaml") : nil)
}
