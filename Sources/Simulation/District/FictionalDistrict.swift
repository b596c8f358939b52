package import Directory
package import Ground

/// 清河区: a district that does not exist, with its units, posts and portfolios. Names of people are invented.
package enum FictionalDistrict {
  package static let id = DistrictID(trusted: "qinghe")

  /// Everything that sets the district up, in the official order.
  ///
  /// - Parameter withCommunities: whether villages and neighbourhoods are units of their own.
  package static func events(approver: OfficerID? = nil, withCommunities: Bool = false) -> [DirectoryEvent] {
    let district = District(
      id: id, name: Words("清河区"), code: "QH", division: "999901", approver: approver)
    let (more, people) = withCommunities ? (communities, communityOfficers) : ([], [])
    return [.districtSet(district)] + (units + more).map { .unitSet($0) }
      + (officers + people).map { .officerSet($0) } + portfolios.map { .portfolioSet($0) }
  }

  package static let units: [Unit] = {
    let rows: [(id: String, name: String, aliases: [String], kind: UnitKind)] = [
      ("gov", "清河区人民政府", ["区政府"], .government),
      ("anwei", "安全生产委员会办公室", ["安委办", "区安委办"], .office),
      ("yingji", "应急管理局", ["应急局", "区应急管理局"], .department),
      ("xiaofang", "消防救援大队", ["消防大队", "消防"], .department),
      ("gongan", "公安分局", ["公安"], .department),
      ("zhujian", "住房和城乡建设局", ["住建局", "住建"], .department),
      ("jiaotong", "交通运输局", ["交通局", "交通"], .department),
      ("jiaoyu", "教育局", ["教育"], .department),
      ("shijian", "市场监督管理局", ["市监局", "市场监管局", "市监"], .department),
      ("huanbao", "生态环境分局", ["环保分局", "生态环保分局"], .department),
      ("shuiwu", "水务局", ["水利局"], .department),
      ("nongye", "农业农村局", ["农业局"], .department),
      ("weijian", "卫生健康局", ["卫健局", "卫健"], .department),
      ("xinfang", "信访局", ["信访"], .department),
      ("chengguan", "城市管理局", ["城管局", "城管"], .department),
      ("shangwu", "商务局", ["商务"], .department),
      ("kaifaqu", "经济开发区管委会", ["开发区管委会", "开发区"], .department),
      ("shiqiao", "石桥镇", [], .town),
      ("liuwan", "柳湾镇", [], .town),
      ("beigang", "北岗镇", [], .town),
      ("shuanghe", "双河街道", [], .town),
      ("dongguan", "东关街道", [], .town),
      ("ranqi", "清河燃气有限公司", ["燃气公司"], .contractor),
      ("huanguan", "清源环保管家", ["环保管家"], .contractor),
    ]
    return rows.enumerated().map { order, row in
      Unit(
        id: UnitID(trusted: row.id), name: Words(row.name), aliases: row.aliases.map { Words($0) }, kind: row.kind,
        parent: nil, order: order + 1)
    }
  }()

  package static let officers: [Officer] = {
    var rows: [(id: String, name: String, post: String, unit: String, roles: [Role])] = [
      ("lin", "林知远", "区委常委、副区长", "gov", [.leader]),
      ("zhou", "周敏之", "副区长", "gov", [.leader]),
      ("he", "何向东", "副区长", "gov", [.leader]),
      ("song", "宋怀瑾", "副区长", "gov", [.leader]),
      ("tong", "童安", "综合科科长", "anwei", [.coordinator]),
      ("qiao", "乔一帆", "综合科科员", "anwei", [.coordinator]),
      ("yan", "严守正", "核查科科长", "anwei", [.verifier]),
      ("bai", "白简", "督查专员", "yingji", [.verifier]),
      ("shen", "沈明鉴", "审计专员", "gov", [.auditor]),
      ("guan", "管平", "系统管理员", "anwei", [.administrator]),
    ]
    let surnames = Array("程卢武葛邵汪田姜范方石姚谭廖邹熊金陆郝孔")
    let given = ["立春", "文博", "海川", "若谷", "景行", "清和", "望舒", "怀远", "致和", "云开"]
    for (index, unit) in units.enumerated() where ![.government, .office].contains(unit.kind) {
      let lead = String(surnames[index % surnames.count]) + given[index % given.count]
      let clerk = String(surnames[(index + 7) % surnames.count]) + given[(index + 3) % given.count]
      let posts = unit.kind == .town ? ("镇长（主任）", "安全办干事") : ("主要负责人", "安全科科员")
      rows.append((unit.id.text + ".zhang", lead, posts.0, unit.id.text, [.unitLead]))
      rows.append((unit.id.text + ".ban", clerk, posts.1, unit.id.text, [.handler]))
    }
    return rows.enumerated().map { order, row in
      Officer(
        id: OfficerID(trusted: row.id), name: Words(row.name), post: Words(row.post), unit: UnitID(trusted: row.unit),
        roles: row.roles, order: order + 1)
    }
  }()

  package static let portfolios: [Portfolio] = [
    Portfolio(
      leader: OfficerID(trusted: "lin"), fields: [.productionSafety, .fire, .chemicals, .industryMining, .organisation]),
    Portfolio(leader: OfficerID(trusted: "zhou"), fields: [.construction, .gas, .traffic, .environment]),
    Portfolio(
      leader: OfficerID(trusted: "he"), fields: [.agricultureForestry, .floodWeather, .health, .foodDrug, .equipment]),
    Portfolio(leader: OfficerID(trusted: "song"), fields: [.petitions, .publicOrder, .cultureSchools]),
  ]
}
