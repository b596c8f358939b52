import Ground
import Operations
import Subjects

/// One thing of the demo district that is looked after; ours, like its address. The coordinates lie in open water.
struct DemoSubject {
  let key: String
  let type: String
  let name: String
  let address: String?
  let supervising: String
  let town: String
  /// The village or neighbourhood where it lies, where the story names one.
  let community: String?
  let responsible: String?
  /// By the attribute's code, as somebody would type them.
  let attributes: [String: String]
  let risk: (grade: RiskGrade, reason: String)?

  init(
    _ key: String, _ type: String, _ name: String, _ address: String?, _ supervising: String, _ town: String,
    in community: String? = nil, by responsible: String? = nil, _ attributes: [String: String],
    risk: (RiskGrade, String)? = nil
  ) {
    (self.key, self.type, self.name, self.address) = (key, type, name, address)
    (self.supervising, self.town, self.responsible, self.attributes) = (supervising, town, responsible, attributes)
    self.community = community
    self.risk = risk.map { (grade: $0.0, reason: $0.1) }
  }

  /// The middle of each town in millionths of a degree, as `samples/outlines.geojson` draws them.
  private static let middles = [
    "dongguan": (38_603_500, 119_457_000), "shiqiao": (38_611_000, 119_491_000), "liuwan": (38_633_000, 119_486_000),
    "beigang": (38_636_000, 119_450_000), "shuanghe": (38_617_000, 119_438_000),
  ]

  /// - Parameter number: moves it away from the others of its town.
  func act(number: Int) -> RegisterSubject {
    let middle = DemoSubject.middles[town] ?? (38_621_000, 119_466_000)
    let (north, east) = (middle.0 + (number * 5 % 9 - 4) * 800, middle.1 + (number * 7 % 11 - 5) * 1100)
    let place = SubjectForm.TypedPosition(
      latitude: "\(Double(north) / 1_000_000)", longitude: "\(Double(east) / 1_000_000)", system: .wgs84)
    return RegisterSubject(
      type: type,
      form: SubjectForm(
        name: Words(name), address: address.map { Words($0) }, position: address == nil ? nil : place,
        supervising: UnitID(trusted: supervising), territorial: UnitID(trusted: community ?? town),
        responsible: responsible.map { UnitID(trusted: $0) }, attributes: attributes),
      risk: risk?.grade, riskReason: risk.map { Words($0.reason) })
  }
}

/// What is looked after in 清河区: what its bulletins name.
enum DemoSubjects {
  /// - Parameter today: days of licences and tests count from here.
  static func all(_ today: CivilDate) -> [DemoSubject] {
    func after(_ days: Int) -> String { today.adding(days: days).iso }
    return crowded(after) + premises + dangers(after) + sites(after) + gas + environment + equipment(after) + open
  }

  private static func crowded(_ after: (Int) -> String) -> [DemoSubject] {
    [
      DemoSubject(
        "mall", "crowded_place", "清河万汇购物中心", "东关街道建设路18号", "xiaofang", "dongguan",
        [
          "kind": "mall", "supervision": "key", "holder": "enterprise", "credit_code": "91999901MA0QH0011A",
          "area": "38600", "floors": "5", "capacity": "9000", "control_room": "是", "gas": "是",
          "facilities_tested": after(-150),
        ], risk: (.orange, "人流集中，五层设餐饮集中用气。")),
      DemoSubject(
        "market", "crowded_place", "石桥农贸市场", "石桥镇石桥大街6号", "xiaofang", "shiqiao",
        ["kind": "mall", "supervision": "general", "holder": "enterprise", "area": "5200", "floors": "1", "gas": "否"],
        risk: (.yellow, "棚顶老旧，节日人多。")),
      DemoSubject(
        "care", "crowded_place", "柳湾颐年养老院", "柳湾镇柳溪路2号", "xiaofang", "liuwan",
        [
          "kind": "care_home", "supervision": "key", "holder": "institution", "area": "4100", "floors": "3",
          "capacity": "160", "control_room": "是", "gas": "是",
        ], risk: (.orange, "行动不便者多，夜间疏散难。")),
      DemoSubject(
        "school", "crowded_place", "清河区第三小学", "东关街道书院街9号", "xiaofang", "dongguan", by: "jiaoyu",
        [
          "kind": "school", "supervision": "key", "holder": "institution", "area": "12800", "floors": "4",
          "capacity": "1350", "gas": "是",
        ], risk: (.yellow, "食堂用气，课间人流集中。")),
      DemoSubject(
        "song", "crowded_place", "星河歌舞厅", "双河街道滨河路77号二层", "xiaofang", "shuanghe",
        [
          "kind": "entertainment", "supervision": "key", "holder": "enterprise", "credit_code": "91999901MA0QH002X2",
          "area": "900", "floors": "1", "capacity": "220",
        ], risk: (.red, "上年两次查出安全出口上锁。")),
    ]
  }

  private static let premises = [
    DemoSubject(
      "shop", "small_premises", "桥头便利店", "石桥镇石桥大街41号", "xiaofang", "shiqiao", in: "shiqiaoshe",
      ["kind": "shop", "lodging": "none", "area": "60"]),
    DemoSubject(
      "hotpot", "small_premises", "老灶火锅店", "双河街道滨河路12号", "xiaofang", "shuanghe", in: "shuangheli",
      ["kind": "restaurant", "lodging": "separated", "area": "140", "gas": "是"], risk: (.yellow, "用气用火，楼上住人。")),
    DemoSubject(
      "inn", "small_premises", "迎春旅馆", "东关街道车站街5号", "xiaofang", "dongguan", in: "chezhan",
      ["kind": "hotel", "lodging": "mixed", "area": "320"], risk: (.red, "住宿与经营未作防火分隔。")),
    DemoSubject(
      "workshop", "small_premises", "顺成五金加工点", "北岗镇北岗村东头", "xiaofang", "beigang", in: "beigangcun",
      ["kind": "workshop", "lodging": "none", "area": "210"]),
    DemoSubject(
      "block", "residential_block", "东关家园", "东关街道书院街20号院", "xiaofang", "dongguan", in: "shuyuan",
      ["kind": "old_estate", "buildings": "6", "floors": "6", "charging_points": "40", "managed": "是"]),
  ]

  private static func dangers(_ after: (Int) -> String) -> [DemoSubject] {
    [
      DemoSubject(
        "depot", "chemical_store", "北岗油库", "北岗镇仓储路1号", "yingji", "beigang",
        [
          "kind": "fuel", "stage": "in_use", "source": "level_3_4", "credit_code": "91999901MA0QH00382",
          "capacity": "12000", "evaluated_until": after(400),
        ], risk: (.red, "三级重大危险源。")),
      DemoSubject(
        "store", "chemical_store", "北岗化工原料仓库", "北岗镇仓储路8号", "yingji", "beigang",
        ["kind": "trade", "stage": "rebuilding", "source": "none", "capacity": "300", "rebuilt_by": after(90)],
        risk: (.orange, "改造期间分区存放。")),
    ]
  }

  private static func sites(_ after: (Int) -> String) -> [DemoSubject] {
    [
      DemoSubject(
        "site", "construction_site", "清河新城A区住宅工地", "东关街道新城路北侧", "zhujian", "dongguan",
        [
          "kind": "housing", "stage": "structure", "permit": "清建施〔样〕017号", "area": "86000", "cranes": "3",
          "high_formwork": "是", "finish": after(420),
        ], risk: (.orange, "高支模和三台塔吊同时作业。")),
      DemoSubject(
        "pit", "construction_site", "柳湾安置房工地", "柳湾镇柳溪路与环镇路口", "zhujian", "liuwan",
        ["kind": "housing", "stage": "earthworks", "area": "41000", "pit_depth": "9", "finish": after(600)],
        risk: (.red, "基坑深九米，邻近河道。")),
      DemoSubject(
        "renewal", "construction_site", "双河老旧小区改造工地", "双河街道双河里", "zhujian", "shuanghe",
        ["kind": "renovation", "stage": "finishing", "area": "9000", "finish": after(60)]),
      DemoSubject(
        "crane", "tower_crane", "清河新城A区2号塔吊", "东关街道新城路北侧", "zhujian", "dongguan",
        ["number": "QHT-0217", "stage": "in_use", "height": "98", "tested_until": after(150)]),
      DemoSubject(
        "board", "billboard", "建设路口楼顶广告牌", "东关街道建设路2号楼顶", "chengguan", "dongguan",
        ["kind": "roof", "size": "large", "height": "32", "tested_until": after(80)], risk: (.yellow, "临主干道，迎风面大。")),
    ]
  }

  private static let gas = [
    DemoSubject(
      "kitchen", "gas_non_residential", "老灶火锅店用气点", "双河街道滨河路12号", "zhujian", "shuanghe", by: "ranqi",
      ["kind": "catering", "supply": "pipeline", "alarm": "是", "cut_off": "是"], risk: (.yellow, "连片餐饮用气。")),
    DemoSubject(
      "canteen_gas", "gas_non_residential", "第三小学食堂用气点", "东关街道书院街9号", "zhujian", "dongguan", by: "ranqi",
      ["kind": "canteen", "supply": "pipeline", "alarm": "是", "cut_off": "是"]),
    DemoSubject(
      "riser", "gas_riser", "东关家园3号楼立管", "东关街道书院街20号院", "zhujian", "dongguan", by: "ranqi",
      ["position": "stairwell", "laid": "2003", "branches": "48", "floors": "6"]),
  ]

  private static let environment = [
    DemoSubject(
      "river", "river_reach", "清河干流石桥段", "石桥镇大石桥至石桥闸", "huanbao", "shiqiao", in: "hedong", by: "huanguan",
      [
        "river": "清河", "kind": "main", "chief_post": "镇长", "start": "大石桥", "end": "石桥闸", "length": "4200",
        "target": "class_3", "outfalls": "5",
      ]),
    DemoSubject(
      "brook", "river_reach", "柳溪柳湾段", "柳湾镇柳溪桥至河口", "huanbao", "liuwan", in: "liuxi", by: "huanguan",
      ["river": "柳溪", "kind": "tributary", "start": "柳溪桥", "end": "河口", "length": "2600", "target": "class_4"]),
    DemoSubject(
      "plating", "waste_producer", "北岗精饰电镀厂", "北岗镇工业路15号", "huanbao", "beigang",
      ["credit_code": "91999901MA0QH0046W", "class": "key", "waste": "含铬污泥、废酸", "yearly": "36"],
      risk: (.orange, "危险废物重点单位。")),
  ]

  /// Woken by a campaign of its own.
  static let venue = DemoSubject(
    "hall", "health_venue", "东关宾馆（公共场所）", "东关街道书院街31号", "weijian", "dongguan",
    ["kind": "hotel", "area": "4200", "entrances": "3"])

  private static let open = [
    DemoSubject(
      "fields", "burning_area", "河东村北片农田", "石桥镇河东村北", "nongye", "shiqiao",
      ["kind": "farmland", "area": "1200", "straw": "是", "near_houses": "是"], risk: (.yellow, "秸秆量大，紧邻村庄。")),
    DemoSubject(
      "night", "venue", "滨河夜市", "双河街道滨河路步行段", "gongan", "shuanghe",
      ["kind": "event", "capacity": "3000"], risk: (.orange, "周末人流集中，摊位密。")),
  ]

  private static func equipment(_ after: (Int) -> String) -> [DemoSubject] {
    [
      DemoSubject(
        "bus", "school_bus", "第三小学校车1号", nil, "jiaotong", "dongguan", by: "jiaoyu",
        [
          "plate": "青Z7A016", "operator": "school", "school": "清河区第三小学", "route": "书院街—新城路", "seats": "36",
          "licence_until": after(120), "inspected_until": after(70),
        ]),
      DemoSubject(
        "lift", "special_equipment", "东关家园3号楼电梯", "东关街道书院街20号院", "shijian", "dongguan",
        ["kind": "lift", "stage": "in_use", "number": "梯11清样0032", "made": "2009", "inspection_due": after(45)]),
      DemoSubject(
        "canteen", "food_business", "第三小学食堂", "东关街道书院街9号", "shijian", "dongguan",
        ["kind": "canteen", "grade": "a", "licence_until": after(500)]),
    ]
  }
}
