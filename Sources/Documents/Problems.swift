package import Ground

/// What can be wrong with a template that an office hands in. Each names the part, and the paragraph by its words.
extension ProblemCode {
  package static let templateNotWord = ProblemCode(
    "template.not_word", status: 415,
    message: Bilingual("这不是 Word/WPS 的 .docx 文档（缺少 {part}）。", "This is no .docx document ({part} is missing)."),
    hint: Bilingual(
      "请下载现用模板，在其上修改，另存为 .docx 后上传。", "Download the template in force, change that one, save it as .docx and upload it."
    ))
  package static let templateTooLarge = ProblemCode(
    "template.too_large", status: 413,
    message: Bilingual(
      "模板有 {size} KB，超过上限 {limit} KB。", "The template has {size} KB; the limit is {limit} KB."),
    hint: Bilingual("请删去模板中的图片后再上传。", "Remove pictures from the template and upload it again."))
  package static let templateExternal = ProblemCode(
    "template.external", status: 422,
    message: Bilingual(
      "模板引用了文档以外的内容（{part}：{target}），不予启用。",
      "The template points outside the document ({part}: {target}); it is not taken."),
    hint: Bilingual(
      "请删去超链接和链接的图片；“开发工具—文档模板”改为 Normal 后另存再上传。",
      "Remove hyperlinks and linked pictures; set the attached template back to Normal, save and upload again."))
  package static let templateActive = ProblemCode(
    "template.active", status: 422,
    message: Bilingual(
      "模板带有嵌入对象或会取外部内容的域（{part}：{what}），不予启用。",
      "The template carries an embedded object or a field that fetches content ({part}: {what}); it is not taken."),
    hint: Bilingual("请删去嵌入的对象、控件和链接域后再上传。", "Remove embedded objects, controls and linking fields, and upload again."))
  package static let templateBraces = ProblemCode(
    "template.braces", status: 422,
    message: Bilingual(
      "{part}“{paragraph}”一段里，双花括号没有成对。", "{part}, paragraph “{paragraph}”: a pair of braces is not whole."),
    hint: Bilingual(
      "标签写作 {{名称}}，须在同一段内写完；不用的花括号请删去。",
      "A tag is written {{name}} and ends in its own paragraph; remove braces that are none."))
  package static let templateTagKind = ProblemCode(
    "template.tag_kind", status: 422,
    message: Bilingual(
      "{part}“{paragraph}”一段里的“{tag}”不是可用的标签。", "{part}, paragraph “{paragraph}”: “{tag}” is no tag that can be used."),
    hint: Bilingual(
      "只能用 {{名称}}、{{#名称}}…{{/名称}} 和 {{^名称}}…{{/名称}}，名称见本页的标签表。",
      "Only {{name}}, {{#name}}…{{/name}} and {{^name}}…{{/name}} can be used; the names stand on this page."))
  package static let templateUnknownTag = ProblemCode(
    "template.unknown_tag", status: 422,
    message: Bilingual(
      "{part}“{paragraph}”一段里的“{tag}”不是本文书的标签，会印成空白。",
      "{part}, paragraph “{paragraph}”: this paper has no “{tag}”; it would print as nothing."),
    hint: Bilingual("请对照本页的标签表改正名称。", "Correct the name by the table of tags on this page."))
  package static let templateTagUse = ProblemCode(
    "template.tag_use", status: 422,
    message: Bilingual(
      "{part}“{paragraph}”一段里的“{tag}”用法不对：列表和条件用 {{#…}}，单项用 {{…}}。",
      "{part}, paragraph “{paragraph}”: “{tag}” is used wrongly: lists and conditions take {{#…}}, single values {{…}}."
    ),
    hint: Bilingual("请对照本页的标签表改正写法。", "Correct it by the table of tags on this page."))
  package static let templateUnclosed = ProblemCode(
    "template.unclosed", status: 422,
    message: Bilingual(
      "{part}“{paragraph}”一段里的“{tag}”没有对应的结束标签。", "{part}, paragraph “{paragraph}”: “{tag}” is never closed."),
    hint: Bilingual("请在要重复的内容之后补上 {{/名称}}。", "Add {{/name}} after what is to be repeated."))
  package static let templateUnopened = ProblemCode(
    "template.unopened", status: 422,
    message: Bilingual(
      "{part}“{paragraph}”一段里的“{tag}”没有对应的开始标签，或先后交错。",
      "{part}, paragraph “{paragraph}”: “{tag}” closes nothing that is open, or crosses another."),
    hint: Bilingual("请核对开始和结束标签的名称与先后。", "Check the names and the order of opening and closing tags."))
  package static let templateMisplaced = ProblemCode(
    "template.misplaced", status: 422,
    message: Bilingual(
      "{part}“{paragraph}”一段里的“{tag}”放错了位置，无法整行或整段重复。",
      "{part}, paragraph “{paragraph}”: “{tag}” stands where neither a row nor whole paragraphs can be repeated."),
    hint: Bilingual(
      "请把开始和结束标签放在同一表格行、同一段内，或各自单独成段。",
      "Put both tags into the same table row or the same paragraph, or each into a paragraph of its own."))
  package static let templateOutside = ProblemCode(
    "template.outside", status: 422,
    message: Bilingual(
      "{part} 的正文文字以外有双花括号（{paragraph}）。", "{part} has double braces outside its text ({paragraph})."),
    hint: Bilingual(
      "请检查图片说明、域代码和修订记录，接受全部修订后再上传。",
      "Look into captions, field codes and revisions; accept all revisions and upload again."))
  package static let templateEmpty = ProblemCode(
    "template.empty", status: 422,
    message: Bilingual("模板里没有任何标签，印出来每份都一样。", "The template has no tag; every copy would print the same."),
    hint: Bilingual("请下载现用模板，在其上修改。", "Download the template in force and change that one."))
  package static let sheetOfOfficer = ProblemCode(
    "sheet.of_officer", status: 422,
    message: Bilingual("台账按单位、领域、会议导出，不按个人导出。", "A register is exported by unit, field or meeting, not by person."),
    hint: Bilingual("请去掉分管领导这一条件，或换到“全部”“本单位的”再导出。", "Take the leader away, or choose “all” or “my unit's”."))
  package static let sheetTooLong = ProblemCode(
    "sheet.too_long", status: 422,
    message: Bilingual(
      "筛选出的事项超过 {limit} 行，没有生成台账。", "More than {limit} matters answer the filter; no register was written."),
    hint: Bilingual(
      "请按单位、领域、状态或会议缩小范围后分次导出。", "Narrow the filter by unit, field, state or meeting, and export in parts."))
  package static let sheetUnwritten = ProblemCode(
    "sheet.unwritten", status: 503,
    message: Bilingual("台账没有写成：{why}。", "The register could not be written: {why}."),
    hint: Bilingual(
      "请管理员检查临时文件夹的剩余空间后重试。", "An administrator should look at the space of the temporary folder; then try again."))

  package static let documentsCatalogue: [ProblemCode] = [
    .templateNotWord, .templateTooLarge, .templateExternal, .templateActive, .templateBraces, .templateTagKind,
    .templateUnknownTag, .templateTagUse, .templateUnclosed, .templateUnopened, .templateMisplaced, .templateOutside,
    .templateEmpty, .sheetOfOfficer, .sheetTooLong, .sheetUnwritten,
  ]
}
