import Ground
import Matters
import Operations

/// In each field that the bulletin names and that the rest of the story leaves open, one hazard that went the whole way: found
/// by an inspection that a duty asks for, signed for, put right, looked at by somebody else and struck off.
extension DemoStory {
  private struct Way {
    let key: String
    let list: String
    let unit: String
    let item: String
    let text: String
    let proof: String

    init(_ key: String, _ list: String, by unit: String, _ item: String, _ text: String, _ proof: String) {
      (self.key, self.list, self.unit, self.item, self.text, self.proof) = (key, list, unit, item, text, proof)
    }
  }

  private static let ways = [
    Way(
      "fields", "burning.patrol", by: "shiqiao", "stacks", "两处秸秆垛紧靠村民房屋和低压线路。", "秸秆垛已打包离田，与房屋、线路间距均在三十米以上。"),
    Way("bus", "traffic.school_bus", by: "jiaotong", "equipment", "车内一只干粉灭火器压力不足。", "灭火器已更换，压力正常，逃生锤、急救箱齐全。"),
    Way("board", "construction.billboard", by: "chengguan", "wiring", "灯箱电源线外露，未装漏电保护。", "线路已穿管并加装漏电保护，现场试跳有效。"),
    Way("riser", "gas.riser", by: "ranqi", "meter_box", "三单元表箱内堆放纸箱杂物。", "表箱已清空，张贴提示并由物业巡查。"),
    Way("brook", "rivers.patrol", by: "liuwan", "bank", "柳溪桥下游右岸倾倒建筑弃渣约两方。", "弃渣已清运，岸坡覆土，设禁倒牌。"),
    Way("canteen", "food_drug.food", by: "shijian", "samples", "留样冰箱缺两餐留样，记录不全。", "留样和记录补齐，抽看一周均在。"),
    Way("lift", "equipment.inspection", by: "shijian", "posted", "轿厢内应急救援电话标识脱落。", "标识已重新张贴，拨打接通。"),
    Way("night", "public_order.venue", by: "gongan", "evacuation", "摊位占用南侧疏散通道。", "摊位已后移，通道净宽四米，组织疏散演练一次。"),
    Way("depot", "chemicals.store", by: "yingji", "testing", "两台可燃气体报警器检测超期。", "两台报警器已送检合格，台账更新。"),
  ]

  func findInEveryField() async throws(Refusal) {
    for way in DemoStory.ways {
      try await inspect(way.key, way.list, by: way.unit, [DemoFinding(way.item, way.text)])
    }
  }

  func putRightInEveryField() async throws(Refusal) {
    for way in DemoStory.ways {
      try await sign(hazard(way.key))
      try await done(hazard(way.key), pictures: 2)
    }
  }

  func strikeOffInEveryField() async throws(Refusal) {
    for way in DemoStory.ways {
      try await act(
        CloseOut(matter: hazard(way.key), seen: nil, conclusion: Words(way.proof), onSite: true), by: "yan")
      clock.advance(minutes: 6)
    }
  }
}
