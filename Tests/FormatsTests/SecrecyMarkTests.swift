import Formats
import Testing

@Suite("A secrecy mark")
struct SecrecyMarkTests {
  @Test(arguments: [
    ("机密★1年\n清河区会议纪要", SecrecyMark.confidential, 0), ("000012\n  秘密\n关于", .secret, 9), ("【秘密】关于检查的通知", .secret, 3),
    ("清河区\n密级：机密\n", .confidential, 19), ("绝 密 ★ 长期", .topSecret, 0), ("份号：000001 秘密 特急\n正文", .secret, 16),
    ("\u{3000}机\u{3000}密\n", .confidential, 3), ("（绝密）\n", .topSecret, 3),
  ])
  func isFound(text: String, mark: SecrecyMark, offset: Int) {
    let found = SecrecyMark.find(in: text)
    #expect(found?.mark == mark)
    #expect(found?.offset == offset)
  }

  @Test(arguments: [
    "要保守国家秘密，不得泄露商业秘密。", "国家秘密分为绝密、机密、秘密三级。", "开展保密检查，查看秘密载体管理。\n", "密级：公开\n", "会议强调，机密文件要清退。",
    "非涉密\n密码管理局\n", "（不涉及国家秘密）\n",
  ])
  func isNoWordOfASentence(text: String) { #expect(SecrecyMark.find(in: text) == nil) }

  @Test func farDownAloneOnALineIsAnEntryOfAList() {
    let lines = String(repeating: "要检查。\n", count: 40)
    #expect(SecrecyMark.find(in: lines + "秘密\n") == nil)
    #expect(SecrecyMark.find(in: lines + "机密★3年\n")?.mark == .confidential)
  }

  @Test func isFoundInAFileName() {
    #expect(SecrecyMark.find(inFileName: "会议纪要（机密）.docx") == .confidential)
    #expect(SecrecyMark.find(inFileName: "秘密-会议纪要.docx") == .secret)
    #expect(SecrecyMark.find(inFileName: "保守国家秘密宣传.docx") == nil)
  }
}
