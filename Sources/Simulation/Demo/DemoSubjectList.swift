import Directory
import Ground
import Operations

/// A list of small premises as a department keeps it, uploaded on the visitor's day and not confirmed yet: with a heading,
/// "as above", a shop that is registered already, a town that is none, and a kind that the type does not know.
extension DemoStory {
  private static let list = """
    小场所排查名单（截至本月）
    序号,店铺名称,经营地址,所属街镇,行业主管部门,场所类型,住宿与经营合用,经营面积,使用燃气,负责人
    1,春风面馆,东关街道书院街3号,东关街道,消防救援大队,小餐饮,无人住宿,46,是,店长
    2,书院街理发店,东关街道书院街5号,〃,同上,小美容洗浴,无人住宿,30,否,店长
    3,老街豆腐坊,东关街道书院街9号,〃,同上,小生产加工,有人住宿，未作防火分隔,85,是,店长
    4,桥头便利店,石桥镇石桥大街41号,石桥镇,同上,小商店,无人住宿,60,否,店长
    5,河畔烧烤,双河街道滨河路30号,双河街道,同上,烧烤店,无人住宿,120,是,店长
    6,平安药店,滨河路31号,双河镇,同上,小商店,无人住宿,75,否,店长
    7,滨河托管班,双河街道滨河路33号,双河街道,同上,小学校、小托幼,无人住宿,110,否,店长
    合计,7家
    """

  func uploadSubjects() async throws(Refusal) {
    guard let officer = try await office.directory()?.officers[OfficerID(trusted: "xiaofang.ban")] else {
      preconditionFailure("the story's officers are in the directory")
    }
    _ = try await office.stageSubjects(
      Array(Self.list.utf8), name: "东关双河小场所名单.csv", type: "small_premises", by: officer,
      operation: office.newOperation())
  }
}
