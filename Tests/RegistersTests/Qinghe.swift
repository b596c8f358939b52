import Directory
import Ground
import Packs
import Registers

/// A small directory, words and a calendar for reading registers; every name is invented.
enum Qinghe {
  static let today = CivilDate("2026-03-12")!

  static let directory: Directory = {
    var directory = Directory(
      district: District(
        id: DistrictID(trusted: "qinghe"), name: Words("清河区"), code: "QH", division: "999901", approver: nil))
    let units: [(String, String, [String], UnitKind)] = [
      ("gov", "清河区人民政府", ["区政府"], .government), ("anwei", "安全生产委员会办公室", ["安委办"], .office),
      ("yingji", "应急管理局", ["应急局"], .department), ("xiaofang", "消防救援大队", ["消防大队"], .department),
      ("zhujian", "住房和城乡建设局", ["住建局"], .department), ("shiqiao", "石桥镇", [], .town),
      ("liuwan", "柳湾镇", [], .town),
    ]
    for (order, unit) in units.enumerated() {
      directory.apply(
        .unitSet(
          Unit(
            id: UnitID(trusted: unit.0), name: Words(unit.1), aliases: unit.2.map { Words($0) }, kind: unit.3,
            parent: nil, order: order + 1)))
    }
    for (order, row) in [("lin", "林知远", "副区长", "gov", Role.leader), ("lu", "卢文博", "参谋", "xiaofang", .handler)]
      .enumerated()
    {
      directory.apply(
        .officerSet(
          Officer(
            id: OfficerID(trusted: row.0), name: Words(row.1), post: Words(row.2), unit: UnitID(trusted: row.3),
            roles: [row.4], order: order + 1)))
    }
    return directory
  }()

  static let packs: PackLibrary = {
    var words = WordLists()
    words.fieldNames = [
      .fire: Bilingual("消防安全", "Fire safety"), .construction: Bilingual("建筑施工", "Construction"),
      .productionSafety: Bilingual("安全生产", "Production safety"),
    ]
    words.fieldWords = [.fire: ["消防": 4]]
    words.personWords = ["稳控", "重点人员"]
    words.tiers = ["各镇街": "town", "各镇": "town"]
    return PackLibrary(standards: [:], terms: [], references: [:], words: words)
  }()

  static let calendar: WorkCalendar = try! WorkCalendar(editions: [])

  static var reader: RegisterReader {
    RegisterReader(directory: directory, packs: packs, calendar: calendar, today: today)
  }
}
