package import Ground

extension StorageError {
  /// What a person is told; the engine's own words stay in the log.
  package var problem: Problem {
    switch kind {
    case .busy: Problem(.storageBusy)
    case .gone: Problem(.storageGone)
    case .diskFull: Problem(.storageDiskFull)
    case .corrupt: Problem(.storageCorrupt)
    case .unsuitable: Problem(.storageUnsuitable, ["reason": message])
    case .newerDatabase: Problem(.storageNewerDatabase)
    case .changedMigration: Problem(.storageChangedMigration)
    case .constraint, .refusedText, .unexpectedValue, .other: Problem(.storageFailed, ["detail": message])
    }
  }
}

extension ProblemCode {
  package static let storageBusy = ProblemCode(
    "storage.busy", status: 503,
    message: Bilingual("系统正忙,这次操作没有保存。", "The database is busy; nothing was saved."),
    hint: Bilingual("请稍候再提交一次,不会重复登记。", "Submit it again in a moment; it will not be recorded twice."))
  package static let storageGone = ProblemCode(
    "storage.gone", status: 503,
    message: Bilingual(
      "数据库连接中断，这次操作是否已保存还不知道。",
      "The database went away; whether this act was saved is not known yet."),
    hint: Bilingual(
      "请把同一表单再提交一次：已保存的不会重复办理。仍不成功请联系管理员检查数据库。",
      "Send the same form again: what was saved is not applied twice. If it keeps failing, ask the administrator to look at the database."
    ))
  package static let storageDiskFull = ProblemCode(
    "storage.disk_full", status: 507,
    message: Bilingual("存储空间已满,这次操作没有保存。", "The disk is full; nothing was saved."),
    hint: Bilingual("请联系管理员清理磁盘空间后再提交。", "Ask the administrator to free disk space, then submit it again."))
  package static let storageCorrupt = ProblemCode(
    "storage.corrupt", status: 500,
    message: Bilingual("数据库文件已损坏。", "The database is damaged."),
    hint: Bilingual("请停止使用,由管理员运行核验并从备份恢复。", "Stop the service, run the check and restore from a backup."))
  package static let storageUnsuitable = ProblemCode(
    "storage.unsuitable", status: 500,
    message: Bilingual("该数据库不符合运行要求:{reason}。", "This database cannot be used: {reason}."),
    hint: Bilingual(
      "请用 PostgreSQL 13 以上版本,以 CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' 建库。",
      "Use PostgreSQL 13 or later and CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'."))
  package static let storageNewerDatabase = ProblemCode(
    "storage.newer_database", status: 500,
    message: Bilingual("数据库由更新版本的程序升级过。", "A newer program has migrated this database further."),
    hint: Bilingual("请使用新版本程序,或恢复升级前的备份。", "Run the newer program, or restore the backup from before the upgrade."))
  package static let storageChangedMigration = ProblemCode(
    "storage.changed_migration", status: 500,
    message: Bilingual("数据库的建表记录与程序不一致。", "A migration that this database has run differs from the program's."),
    hint: Bilingual("请使用与该数据库相配的正式版本程序。", "Run the released program that this database belongs to."))
  package static let storageFailed = ProblemCode(
    "storage.failed", status: 500,
    message: Bilingual("数据没有保存:数据库拒绝了这次操作。", "Nothing was saved: the database refused this act."),
    hint: Bilingual("请把时间和操作告诉管理员,日志中有详细原因。", "Tell the administrator the time and the act; the log holds the reason."))

  package static let storageCatalogue: [ProblemCode] = [
    storageBusy, storageGone, storageDiskFull, storageCorrupt, storageUnsuitable, storageNewerDatabase,
    storageChangedMigration, storageFailed,
  ]
}
