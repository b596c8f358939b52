package import Ground

/// What only a program can get wrong.
extension ProblemCode {
  package static let routeMissing = ProblemCode(
    "api.route", status: 404,
    message: Bilingual("接口没有这个地址，或没有这条记录。", "There is no such address, or nothing stands there."),
    hint: Bilingual("地址见 /api/v1/openapi.json。", "The addresses are in /api/v1/openapi.json."))
  package static let methodUnknown = ProblemCode(
    "api.method", status: 405,
    message: Bilingual("这个地址不支持 {method} 方法。", "This address does not take {method}."),
    hint: Bilingual("可用的方法见 Allow 头。", "The Allow header names what it takes."))
  package static let mediaUnknown = ProblemCode(
    "api.media", status: 415,
    message: Bilingual("请求体的类型应为 {types}。", "The body's type must be {types}."),
    hint: Bilingual("请写明 Content-Type。", "Say it in Content-Type."))
  package static let bodyUnreadable = ProblemCode(
    "api.unreadable", status: 400,
    message: Bilingual("请求体无法读取：{detail}", "The body cannot be read: {detail}"),
    hint: Bilingual("请按所写位置改正后重新发送。", "Put it right at that place and send it again."))
  package static let parameterWrong = ProblemCode(
    "api.parameter", status: 400,
    message: Bilingual("查询参数“{name}”不对。", "The query parameter “{name}” is not right."),
    hint: Bilingual("每个参数只写一次，取值见接口说明。", "Give each parameter once, with a value that the document names."))
  package static let headerWrong = ProblemCode(
    "api.header", status: 400,
    message: Bilingual("请求头 {name} 的内容不对。", "The header {name} is not right."),
    hint: Bilingual("应为 {form}。", "It must be {form}."))
  package static let versionNeeded = ProblemCode(
    "api.version_needed", status: 428,
    message: Bilingual("须用 If-Match 写明您看到的版本。", "Say with If-Match which version you saw."),
    hint: Bilingual("先查询事项，把 ETag 原样放进 If-Match。", "Get the matter first and send its ETag as If-Match."))
  package static let versionOther = ProblemCode(
    "api.version_other", status: 409,
    message: Bilingual("If-Match 写的不是这个事项的版本。", "If-Match names no version of this matter."),
    hint: Bilingual("请查询这个事项，把它的 ETag 原样放进 If-Match。", "Get this matter and send its own ETag."))
  package static let cursorUnknown = ProblemCode(
    "api.cursor", status: 404,
    message: Bilingual("没有这一页。", "There is no such page."),
    hint: Bilingual("请从第一页重新查询，并沿 next 前进。", "Start at the first page and follow `next`."))

  package static let memberMissing = ProblemCode(
    "api.missing", status: 422,
    message: Bilingual("缺少“{place}”。", "“{place}” is missing."),
    hint: Bilingual("请补上后重新发送。", "Add it and send it again."))
  package static let memberUnknown = ProblemCode(
    "api.unknown", status: 422,
    message: Bilingual("没有“{place}”这一项。", "There is no member “{place}”."),
    hint: Bilingual("请核对名称，各项见接口说明。", "Check the name against the document."))
  package static let memberType = ProblemCode(
    "api.type", status: 422,
    message: Bilingual("“{place}”的类型应为 {type}。", "“{place}” must be of type {type}."),
    hint: Bilingual("请按接口说明改正。", "Put it right as the document says."))
  package static let memberLength = ProblemCode(
    "api.length", status: 422,
    message: Bilingual("“{place}”应为1至{limit}字，不能全是空白。", "“{place}” has 1 to {limit} characters, not all blank."),
    hint: Bilingual("请补充或精简内容。", "Write it, or shorten it."))
  package static let memberRange = ProblemCode(
    "api.range", status: 422,
    message: Bilingual("“{place}”应在{least}至{most}之间。", "“{place}” must lie between {least} and {most}."),
    hint: Bilingual("请按接口说明改正。", "Put it right as the document says."))
  package static let memberCount = ProblemCode(
    "api.count", status: 422,
    message: Bilingual("“{place}”应有{least}至{most}项。", "“{place}” must hold {least} to {most} items."),
    hint: Bilingual("请按接口说明改正。", "Put it right as the document says."))
  package static let memberChoice = ProblemCode(
    "api.choice", status: 422,
    message: Bilingual("“{value}”不在可选范围内。", "“{value}” is not one of the choices."),
    hint: Bilingual("可选：{choices}。", "Choose from: {choices}."))
  package static let memberID = ProblemCode(
    "api.id", status: 422,
    message: Bilingual("编号不对。", "This is no id."),
    hint: Bilingual(
      "编号由1至64个小写字母、数字、点、横线或下划线组成。", "An id has 1 to 64 lower-case letters, digits, dots, hyphens or underscores."))
  package static let memberDay = ProblemCode(
    "api.day", status: 422,
    message: Bilingual("日期“{day}”不对。", "The date “{day}” is not valid."),
    hint: Bilingual("请按 2026-03-12 的格式填写。", "Write it like 2026-03-12."))
  package static let memberNul = ProblemCode(
    "api.nul", status: 422,
    message: Bilingual("“{place}”中含有空字符（U+0000）。", "“{place}” holds a NUL character (U+0000)."),
    hint: Bilingual("请删去不可见字符。", "Remove invisible characters."))

  static let apiCatalogue: [ProblemCode] = [
    .routeMissing, .methodUnknown, .mediaUnknown, .bodyUnreadable, .parameterWrong, .headerWrong, .versionNeeded,
    .versionOther,
    .cursorUnknown, .memberMissing, .memberUnknown, .memberType, .memberLength, .memberRange, .memberCount,
    .memberChoice, .memberID, .memberDay, .memberNul,
  ]
}
