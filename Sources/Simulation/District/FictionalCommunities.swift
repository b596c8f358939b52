package import Directory
import Ground

/// Villages and neighbourhoods of 清河区 (村、社区), each beneath its town.
extension FictionalDistrict {
  package static let communities: [Unit] = {
    let rows: [(id: String, name: String, town: String)] = [
      ("hedong", "河东村", "shiqiao"), ("shiqiaoshe", "石桥社区", "shiqiao"), ("liuxi", "柳溪村", "liuwan"),
      ("beigangcun", "北岗村", "beigang"), ("shuangheli", "双河里社区", "shuanghe"),
      ("shuyuan", "书院社区", "dongguan"), ("chezhan", "车站社区", "dongguan"),
    ]
    return rows.enumerated().map { order, row in
      Unit(
        id: UnitID(trusted: row.id), name: Words(row.name), aliases: [], kind: .community,
        parent: UnitID(trusted: row.town), order: order + 1)
    }
  }()

  package static let communityOfficers: [Officer] = {
    let names = [
      "霍春生", "鲁秋实", "贾长河", "尹向阳", "康柏青", "阎若水", "史明川", "龙在田", "毛远山", "钱守田", "严青禾", "万里程",
      "段玉林", "雷鸣岐",
    ]
    return communities.enumerated().flatMap { place, unit in
      [("zhang", "村（社区）主任", Role.unitLead), ("ban", "网格安全员", Role.handler)].enumerated().map { number, row in
        let order = place * 2 + number
        return Officer(
          id: OfficerID(trusted: "\(unit.id.text).\(row.0)"), name: Words(names[order]), post: Words(row.1),
          unit: unit.id, roles: [row.2], order: officers.count + order + 1)
      }
    }
  }()

  /// The town that a community belongs to; nil of what is no community.
  static func town(above unit: UnitID) -> UnitID? { communities.first { $0.id == unit }?.parent }
}
