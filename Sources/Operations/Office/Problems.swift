package import Ground

extension ProblemCode {
  package static let districtMissing = ProblemCode(
    "district.missing", status: 409,
    message: Bilingual("本区县尚未建立。", "The district has not been set up."),
    hint: Bilingual("请运行 bihuan demo 或由管理员建立区县。", "Run `bihuan demo`, or let an administrator set it up."))
  package static let officerLeft = ProblemCode(
    "officer.left", status: 403,
    message: Bilingual("该账号所属人员已离任，不能办理。", "This officer has left and may no longer act."),
    hint: Bilingual("请联系管理员。", "Ask an administrator."))
  package static let pageStale = ProblemCode(
    "page.stale", status: 409,
    message: Bilingual(
      "您打开页面之后，这个事项又有了新的办理记录，本次操作没有保存。",
      "Somebody acted on this matter after you opened the page; your act was not saved."),
    hint: Bilingual("请刷新页面，看过最新记录后再办理。", "Reload, read what is new, and then act."))
  package static let operationConflict = ProblemCode(
    "operation.conflict", status: 409,
    message: Bilingual(
      "同一操作编号送来了不同的内容，没有重复办理。", "The same operation came twice with different content; it was not applied again."),
    hint: Bilingual("请返回页面重新打开表单后提交。", "Go back, open the form afresh and send it again."))
  package static let operationDone = ProblemCode(
    "operation.done", status: 409,
    message: Bilingual("这一操作早已办理完成，没有重复办理。", "This operation was applied long ago; it was not applied again."),
    hint: Bilingual("请刷新页面查看结果。", "Reload to see the result."))
  package static let textWithNul = ProblemCode(
    "text.nul", status: 422,
    message: Bilingual("文字中含有不能保存的空字符（U+0000）。", "The text holds a NUL character (U+0000), which cannot be kept."),
    hint: Bilingual("请删去从别处粘贴来的不可见字符后重试。", "Remove invisible characters that were pasted in, and try again."))
  package static let valueUnkept = ProblemCode(
    "value.unkept", status: 422,
    message: Bilingual("“{value}”不能照所写的保存：数字太大。", "“{value}” cannot be kept as it was sent: the number is too large."),
    hint: Bilingual("数字请不超过 15 位；网页表单请刷新后重新填写。", "Write at most 15 digits; reload the page if it was a form."))
  package static let textPersons = ProblemCode(
    "text.persons", status: 422,
    message: Bilingual(
      "文字中的“{word}”以人为管控对象，不能列为事项。", "“{word}” makes persons the object of control; it cannot become a matter."),
    hint: Bilingual(
      "请改为单位依法应尽的职责（如完善预案、领导包案、开展培训、按场所和数量统计），或选择“不列入督办”。依据：《信访工作条例》第三十条、《个人信息保护法》第三十四条（条文待核）。",
      "Choose a lawful duty of the agency instead (plan filed, leader takes the case, training, coverage by place and count), or “no action”. Basis: Regulation on Petitions art. 30; Personal Information Protection Law art. 34 (articles to be confirmed)."
    ))
  package static let draftMissing = ProblemCode(
    "draft.missing", status: 404,
    message: Bilingual("第{clause}条没有待办理的草稿。", "Requirement {clause} has no draft."),
    hint: Bilingual("可能已经办理，请刷新页面。", "It may have been decided; reload."))
  package static let draftUnconfirmed = ProblemCode(
    "draft.unconfirmed", status: 409,
    message: Bilingual("还有{count}条草稿没有确认，本批没有交办。", "{count} drafts are not confirmed; nothing was issued."),
    hint: Bilingual("请逐条确认、修改或选择“不列入督办”后再交办。", "Confirm, edit or drop each of them, then issue."))
  package static let draftWithoutUnit = ProblemCode(
    "draft.no_unit", status: 422,
    message: Bilingual("第{clause}条没有选定牵头单位。", "Requirement {clause} has no lead unit."),
    hint: Bilingual("请选择牵头单位后再交办。", "Choose the lead unit, then issue."))
  package static let draftText = ProblemCode(
    "draft.text", status: 422,
    message: Bilingual("事项内容应为1至2000字。", "The text must have 1 to 2,000 characters."),
    hint: Bilingual("请补充或精简内容。", "Write it, or shorten it."))
  package static let issueTooMany = ProblemCode(
    "draft.too_many", status: 422,
    message: Bilingual(
      "一次最多交办{limit}项，分解后共{count}项。",
      "At most {limit} matters are issued at once; with those that fan out these are {count}."),
    hint: Bilingual("请一条一条交办，或分几批确认后交办。", "Issue them one by one, or confirm and issue in parts."))
  package static let nothingToIssue = ProblemCode(
    "draft.none", status: 409,
    message: Bilingual("没有可以交办的草稿。", "There is no draft to issue."),
    hint: Bilingual("请先确认草稿。", "Confirm drafts first."))
  package static let meetingDayMissing = ProblemCode(
    "meeting.day_missing", status: 422,
    message: Bilingual("通报里没有写明会议日期或年份。", "The bulletin does not say the meeting's date or year."),
    hint: Bilingual("请在表单里填写会议日期后重新提交。", "Give the meeting's date in the form and send it again."))
  package static let evidenceType = ProblemCode(
    "evidence.type", status: 415,
    message: Bilingual("不支持“{name}”这种文件，没有保存。", "Files like “{name}” are not accepted; nothing was saved."),
    hint: Bilingual(
      "请上传图片（JPG、PNG）、PDF、WPS/Word（.docx）、表格（.xlsx）或文本文件。",
      "Upload a picture (JPG, PNG), PDF, .docx, .xlsx or text file."))
  package static let evidenceSize = ProblemCode(
    "evidence.size", status: 413,
    message: Bilingual(
      "文件“{name}”有{size}MB，超过{limit}MB的上限，没有保存。",
      "“{name}” has {size} MB, over the limit of {limit} MB; nothing was saved."),
    hint: Bilingual("请压缩图片或拆分文件后再上传。", "Shrink the picture or split the file, and upload again."))
  package static let evidenceEmpty = ProblemCode(
    "evidence.empty", status: 422,
    message: Bilingual("没有选择文件，或文件是空的。", "No file was chosen, or it is empty."),
    hint: Bilingual("请选择文件后再上传。", "Choose a file and upload again."))
  package static let evidenceGone = ProblemCode(
    "evidence.gone", status: 410,
    message: Bilingual("文件夹里找不到这份佐证，或它已被改动。", "The file is missing from the evidence folder, or it was altered."),
    hint: Bilingual(
      "请管理员运行 bihuan check，并从备份恢复。", "An administrator should run `bihuan check` and restore it from a backup."))
  package static let dueDayPast = ProblemCode(
    "due.day", status: 422,
    message: Bilingual("日期“{day}”不对。", "The date “{day}” is not valid."),
    hint: Bilingual("请按 2026-03-12 的格式填写。", "Write it like 2026-03-12."))
  package static let roleMissing = ProblemCode(
    "role.missing", status: 403,
    message: Bilingual("这项操作需要“{role}”角色。", "This needs the role “{role}”."),
    hint: Bilingual("请联系管理员或由有权限的同事办理。", "Ask an administrator, or a colleague who holds it."))
  package static let loginWrong = ProblemCode(
    "login.wrong", status: 401,
    message: Bilingual("账号或密码不对。", "The account or the password is wrong."),
    hint: Bilingual("请核对后重试；忘记密码请联系管理员。", "Check both and try again; an administrator can set a new password."))
  package static let loginLocked = ProblemCode(
    "login.locked", status: 429,
    message: Bilingual("连续输错次数过多，账号暂时锁定。", "Too many wrong attempts; the account is locked for a while."),
    hint: Bilingual("请15分钟后再试，或联系管理员。", "Try again in 15 minutes, or ask an administrator."))
  package static let passwordWeak = ProblemCode(
    "password.weak", status: 422,
    message: Bilingual("密码应为10至128个字符。", "A password has 10 to 128 characters."),
    hint: Bilingual("可以用几个不相关的词连起来。", "A few unrelated words in a row do well."))
  package static let loginTaken = ProblemCode(
    "login.taken", status: 409,
    message: Bilingual("账号名“{login}”已有人使用，或不合要求。", "The account name “{login}” is taken or not allowed."),
    hint: Bilingual("请用2至32个小写字母、数字、点或横线。", "Use 2 to 32 lower-case letters, digits, dots or hyphens."))
  package static let directoryUnknown = ProblemCode(
    "directory.unknown", status: 422,
    message: Bilingual("目录中没有“{id}”。", "The directory has no “{id}”."),
    hint: Bilingual("请从列表中选择单位或人员。", "Choose a unit or officer from the list."))
  package static let textUnknown = ProblemCode(
    "text.unknown", status: 404,
    message: Bilingual("没有这段文字，或已经删除。", "There is no such text, or it is erased already."),
    hint: Bilingual("请核对编号。", "Check the seal."))
  package static let reportUnknown = ProblemCode(
    "report.unknown", status: 404,
    message: Bilingual("没有找到这份通报。", "There is no such report."),
    hint: Bilingual("请从会议页面重新进入。", "Open it from the meeting's page."))

  package static let districtAmbiguous = ProblemCode(
    "district.ambiguous", status: 409,
    message: Bilingual("数据库中有多个区县：{districts}。", "The database holds several districts: {districts}."),
    hint: Bilingual("请用 --district 指定一个。", "Name one with --district."))
  package static let keyUnreadable = ProblemCode(
    "key.unreadable", status: 500,
    message: Bilingual("密钥文件 {file} 读不出来。", "The key {file} cannot be read."),
    hint: Bilingual("请检查文件权限，或从密钥备份中恢复。", "Check its permissions, or restore it from the keys' own backup."))
  package static let resourcesMissing = ProblemCode(
    "resources.missing", status: 500,
    message: Bilingual("找不到随程序附带的 {folder}。", "Cannot find {folder}, which ships with the program."),
    hint: Bilingual("请用环境变量 BIHUAN_RESOURCES 指明 Resources 文件夹。", "Name the Resources folder in BIHUAN_RESOURCES."))

  package static let backupExists = ProblemCode(
    "backup.exists", status: 409,
    message: Bilingual("文件夹 {folder} 已经存在，没有写入备份。", "The folder {folder} is there already; no backup was written."),
    hint: Bilingual("请换一个新的文件夹名。", "Name a new folder."))
  package static let backupBroken = ProblemCode(
    "backup.broken", status: 422,
    message: Bilingual(
      "备份中的 {file} 缺失或已被改动，没有恢复。", "{file} of the backup is missing or was altered; nothing was restored."),
    hint: Bilingual("请换用另一份完好的备份。", "Use another backup that is whole."))
  package static let restoreNotEmpty = ProblemCode(
    "restore.not_empty", status: 409,
    message: Bilingual("{folder} 中已有数据，没有恢复。", "{folder} holds data already; nothing was restored."),
    hint: Bilingual("请恢复到一个新的文件夹或空的数据库。", "Restore into a new folder or an empty database."))
  package static let checkpointForeign = ProblemCode(
    "checkpoint.foreign", status: 422,
    message: Bilingual("这份检查点不是由本账本的密钥签署的。", "This checkpoint is not signed by this log's key."),
    hint: Bilingual("请核对检查点文件和密钥文件夹。", "Check the checkpoint file and the keys folder."))

  package static let pdfUnreadable = ProblemCode(
    "evidence.pdf", status: 422,
    message: Bilingual(
      "PDF 文件“{name}”读不出来，不能检查其中是否含有个人名单，没有保存。",
      "The PDF “{name}” cannot be read, so it cannot be checked for lists of persons; nothing was saved."),
    hint: Bilingual(
      "请另存为不带密码的 PDF，或改传图片；服务器须装有 pdftotext。",
      "Save it as a PDF without a password, or upload pictures; the server needs pdftotext."))

  package static let reasonMissing = ProblemCode(
    "reason.missing", status: 422,
    message: Bilingual("须写明理由（500字以内）。", "A reason of at most 500 characters is needed."),
    hint: Bilingual("请用一句话写明理由。", "Say why in a sentence."))
  package static let directoryName = ProblemCode(
    "directory.name", status: 422,
    message: Bilingual("名称应为1至100字。", "A name has 1 to 100 characters."),
    hint: Bilingual("请补充或精简名称。", "Write it, or shorten it."))

  package static let templateShipped = ProblemCode(
    "template.shipped", status: 409,
    message: Bilingual("这种文书现在用的就是随附模板。", "This paper is printed with the shipped template already."),
    hint: Bilingual("请刷新页面查看现用模板。", "Reload to see which template is in force."))
  package static let paperEmpty = ProblemCode(
    "paper.empty", status: 404,
    message: Bilingual("没有可以印的事项：“{what}”名下没有在办事项。", "There is nothing to print: “{what}” has no open matter."),
    hint: Bilingual("请先交办事项，或选择其他单位。", "Issue matters first, or choose another unit."))

  package static let operationsCatalogue: [ProblemCode] =
    [
      .templateShipped, .paperEmpty,
      .districtMissing, .officerLeft, .pageStale, .operationConflict, .operationDone, .textWithNul, .valueUnkept,
      .textPersons,
      .draftMissing, .draftUnconfirmed, .draftWithoutUnit,
      .draftText, .issueTooMany, .nothingToIssue, .meetingDayMissing, .evidenceType, .evidenceSize,
      .evidenceEmpty, .evidenceGone, .pdfUnreadable, .dueDayPast, .roleMissing, .loginWrong, .loginLocked,
      .passwordWeak, .loginTaken,
      .directoryUnknown, .directoryName, .reasonMissing, .textUnknown, .reportUnknown, .districtAmbiguous,
      .keyUnreadable, .resourcesMissing,
      .backupExists, .backupBroken, .restoreNotEmpty, .checkpointForeign,
    ] + peopleCatalogue + recordCatalogue + intakeCatalogue + imageCatalogue + listCatalogue
    + tokenCatalogue + registerCatalogue + subjectListCatalogue + wordCatalogue + clockCatalogue + tellingCatalogue
    + sittingRoomCatalogue
}
