package import Ground

/// What can go wrong with bringing in a list of subjects, and with writing one out.
extension ProblemCode {
  package static let subjectListGone = ProblemCode(
    "subject_list.gone", status: 404,
    message: Bilingual("这份待导入的名单已经不在了。", "This list is no longer waiting to be imported."),
    hint: Bilingual(
      "可能已经导入、撤回，或超过七天被清除；请到“导入监管对象”页查看，必要时重新上传。",
      "It may have been imported, taken back, or cleared after seven days; look at the import page and upload it again."
    ))
  package static let subjectListCutOff = ProblemCode(
    "subject_list.cut_off", status: 503,
    message: Bilingual("服务停止时名单还没有处理完。", "The service ended while the list was being worked on."),
    hint: Bilingual("已导入的保留着；请打开这份名单，从停下的地方继续。", "What came in stands; open the list and go on from there."))
  package static let subjectListUnsound = ProblemCode(
    "subject_list.unsound", status: 409,
    message: Bilingual("{count}行有问题，没有导入任何一行。", "{count} rows have problems; not a single row was imported."),
    hint: Bilingual(
      "请改正文件后重新上传，或勾选“只导入没有问题的行”。", "Correct the file and upload it again, or tick that only sound rows come in."))
  package static let subjectListNothing = ProblemCode(
    "subject_list.nothing", status: 409,
    message: Bilingual("没有可以导入的行。", "There is no row that could come in."),
    hint: Bilingual("请按各行的说明改正文件后重新上传。", "Correct the file as its rows say and upload it again."))
  package static let subjectListBegun = ProblemCode(
    "subject_list.begun", status: 409,
    message: Bilingual("这份名单已经开始导入，读法不能再改。", "This list has begun to come in; how it is read stays."),
    hint: Bilingual("请继续导入，或撤回后重新上传。", "Go on with it, or take it back and upload the list again."))
  package static let subjectListUnknown = ProblemCode(
    "subject_list.unknown", status: 404,
    message: Bilingual("没有这次导入，或已经全部撤回。", "There is no such import, or all of it was taken back already."),
    hint: Bilingual("请到“导入监管对象”页查看。", "Look at the import page."))
  package static let subjectInspected = ProblemCode(
    "subject_list.inspected", status: 409,
    message: Bilingual("“{name}”导入后已检查过，不能撤回。", "“{name}” was inspected since it was imported and stays."),
    hint: Bilingual("请逐个注销。", "Retire such subjects one by one."))
  package static let subjectFileType = ProblemCode(
    "subject_list.type", status: 422,
    message: Bilingual("导出前请先选定一种类型。", "Choose one type before you export."),
    hint: Bilingual("各类对象的栏目不同，一个文件只装一种。", "Types differ in their columns, so that a file holds one of them."))

  static let subjectListCatalogue: [ProblemCode] = [
    .subjectListGone, .subjectListCutOff, .subjectListUnsound, .subjectListNothing, .subjectListBegun,
    .subjectListUnknown,
    .subjectInspected, .subjectFileType,
  ]
}
