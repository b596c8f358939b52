package import Ground

/// What can go wrong with taking an old register over, and with setting a district up.
extension ProblemCode {
  package static let registerGone = ProblemCode(
    "register.gone", status: 404,
    message: Bilingual("这份待导入的台账已经不在了。", "This register is no longer waiting to be imported."),
    hint: Bilingual(
      "可能已经导入，或超过七天被清除；请到“导入”页查看，必要时重新上传。",
      "It may have been imported, or cleared after seven days; look at the import page and upload it again if need be.")
  )
  package static let registerUnsound = ProblemCode(
    "register.unsound", status: 409,
    message: Bilingual("还有{count}处问题，没有导入任何一行。", "{count} problems are left; not a single row was imported."),
    hint: Bilingual(
      "请按各行的说明改正文件后重新上传，或在本页调整栏目。",
      "Correct the file as the rows say and upload it again, or set the columns on this page."))
  package static let registerSame = ProblemCode(
    "register.same_file", status: 409,
    message: Bilingual("同一份文件已于{day}导入过。", "The same file was imported on {day}."),
    hint: Bilingual(
      "如确需再次导入，请勾选“仍然导入”；导错的请先撤回。", "Tick “import it again” if that is meant; give a wrong import back first."))
  package static let registerUnknown = ProblemCode(
    "register.unknown", status: 404,
    message: Bilingual("没有这次导入，或已经撤回。", "There is no such import, or it was given back already."),
    hint: Bilingual("请到“导入”页查看。", "Look at the import page."))

  package static let setupCode = ProblemCode(
    "setup.code", status: 403,
    message: Bilingual("安装码不对。", "The setup code is wrong."),
    hint: Bilingual(
      "请照抄服务器终端上显示的安装码；重新启动服务会换一个。", "Copy the code shown on the server's terminal; a restart makes another one."))
  package static let setupDone = ProblemCode(
    "setup.done", status: 409,
    message: Bilingual("本区县已经建立，并有管理员账号。", "The district is set up and has an administrator's account."),
    hint: Bilingual(
      "请登录；忘记密码可在服务器上运行 bihuan user password。",
      "Log in; a lost password is set with `bihuan user password` on the server."))
  package static let setupDivision = ProblemCode(
    "setup.division", status: 422,
    message: Bilingual("“{value}”不是县级行政区划代码。", "“{value}” is no division code of a county or district."),
    hint: Bilingual(
      "请填六位数字（GB/T 2260），前两位为省级代码，末两位不为00。",
      "Six digits (GB/T 2260): the first two a province's, the last two not 00."))
  package static let setupPrefix = ProblemCode(
    "setup.prefix", status: 422,
    message: Bilingual("编号前缀“{value}”不能用。", "“{value}” cannot start register numbers."),
    hint: Bilingual("请填2至6个大写字母，如QH。", "Give 2 to 6 capital letters, such as QH."))

  static let registerCatalogue: [ProblemCode] = [
    .registerGone, .registerUnsound, .registerSame, .registerUnknown, .setupCode, .setupDone, .setupDivision,
    .setupPrefix,
  ]
}
