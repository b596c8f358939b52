package import Ground

/// What can go wrong with the record as a whole: restoring it, serving it, signing for it.
extension ProblemCode {
  package static let restoreUnfinished = ProblemCode(
    "restore.unfinished", status: 409,
    message: Bilingual("这里的恢复没有完成，不能使用。", "A restore began here and did not end; this office cannot be used."),
    hint: Bilingual("请另选新的文件夹或空的数据库，重新恢复。", "Restore again, into a new folder or an empty database."))
  package static let restoreFork = ProblemCode(
    "restore.fork", status: 409,
    message: Bilingual(
      "这份备份与外部保存的检查点不是同一段历史，没有恢复。",
      "This backup and the checkpoint kept outside do not share one history; nothing was restored."),
    hint: Bilingual(
      "请换用与检查点一致的备份，并查明备份被谁改写。", "Use a backup that agrees with the checkpoint, and find out who rewrote this one."))
  package static let officeMissing = ProblemCode(
    "office.missing", status: 404,
    message: Bilingual("{folder} 中没有本系统的数据。", "There is no office in {folder}."),
    hint: Bilingual("请核对 --data、--database 和 --district。", "Check --data, --database and --district."))
  package static let demoUnfinished = ProblemCode(
    "demo.unfinished", status: 409,
    message: Bilingual("{folder} 中的演示没有填完，不能使用。", "The demo in {folder} was not filled to its end and cannot be used."),
    hint: Bilingual(
      "请删除这个文件夹（用 PostgreSQL 的换一个空的数据库），再启动一次。",
      "Delete that folder (or take an empty database, with PostgreSQL) and start again."))
  package static let keyMissing = ProblemCode(
    "key.missing", status: 500,
    message: Bilingual("找不到账本的签名密钥 {file}。", "The ledger's signing key {file} is missing."),
    hint: Bilingual(
      "请从密钥自己的备份中恢复该文件，或用 --keys 指明文件夹。", "Restore it from the keys' own backup, or name the folder with --keys."))
  package static let leaseHeld = ProblemCode(
    "lease.held", status: 409,
    message: Bilingual(
      "这个数据库正由 {holder} 提供服务，最迟到 {until} 失效。",
      "{holder} is serving this database; its lease runs out at {until} unless it is renewed."),
    hint: Bilingual(
      "请先停止那个服务；它若已异常退出，稍等半分钟再启动。",
      "Stop that server first; if it has died elsewhere, wait half a minute and start again."))
  package static let leaseLost = ProblemCode(
    "lease.lost", status: 503,
    message: Bilingual("服务权已被 {holder} 接管，本进程应停止。", "{holder} has taken over serving; this process must stop."),
    hint: Bilingual("同一个数据库只运行一个服务。", "Run one server for one database."))
  package static let erasureOpen = ProblemCode(
    "erasure.open", status: 503,
    message: Bilingual(
      "文字已删除，但数据库文件中的旧页还没有清除。", "The text is erased, but old pages of the database file still hold it."),
    hint: Bilingual("请稍后再提交一次同样的删除；重新启动服务也会清除。", "Send the same erasure again shortly; a restart clears them too."))

  static let recordCatalogue: [ProblemCode] = [
    .restoreUnfinished, .restoreFork, .officeMissing, .demoUnfinished, .keyMissing, .leaseHeld, .leaseLost,
    .erasureOpen,
  ]
}
