import Directory
import Ground

/// 清河区 with three departments, three towns and one leader's portfolio.
let clearRiver: Directory = {
  var directory = Directory(
    district: District(
      id: DistrictID(trusted: "qinghe"), name: Words("清河区"), code: "QH", division: "000000", approver: nil))
  let units: [(String, String, UnitKind)] = [
    ("gov", "清河区人民政府", .government), ("yj", "应急管理局", .department), ("zj", "住房和城乡建设局", .department),
    ("sj", "市场监督管理局", .department), ("xf", "消防救援大队", .department), ("xinfang", "信访局", .department),
    ("sq", "石桥镇", .town), ("lw", "柳湾镇", .town), ("sh", "双河街道", .town),
  ]
  for (order, unit) in units.enumerated() {
    directory.apply(
      .unitSet(
        Unit(id: UnitID(trusted: unit.0), name: Words(unit.1), aliases: [], kind: unit.2, parent: nil, order: order)))
  }
  let leader = OfficerID(trusted: "lin")
  directory.apply(
    .officerSet(
      Officer(
        id: leader, name: Words("林若溪"), post: Words("副区长"), unit: UnitID(trusted: "gov"), roles: [.leader], order: 1))
  )
  directory.apply(.portfolioSet(Portfolio(leader: leader, fields: [.fire, .equipment])))
  return directory
}()
