/// Tables that only grow: the database itself refuses to change or delete their rows.
///
/// This stops slips, not an intruder: who may drop triggers may drop these, and `check` finds what they did.
package enum AppendOnly {
  /// The schema text that guards `table`. A refusal is the constraint `<table>_append_only` on both engines.
  package static func guarding(_ table: String, _ dialect: Dialect) -> String {
    let name = "\(table)_append_only"
    switch dialect {
    case .sqlite:
      return """
        CREATE TRIGGER \(name)_update BEFORE UPDATE ON \(table) BEGIN SELECT RAISE(ABORT, '\(name)'); END;
        CREATE TRIGGER \(name)_delete BEFORE DELETE ON \(table) BEGIN SELECT RAISE(ABORT, '\(name)'); END;

        """
    case .postgres:
      return """
        CREATE FUNCTION \(name)() RETURNS trigger LANGUAGE plpgsql AS $refuse$
        BEGIN
          RAISE EXCEPTION '\(table) only grows' USING ERRCODE = 'restrict_violation', CONSTRAINT = '\(name)';
        END $refuse$;
        CREATE TRIGGER \(name) BEFORE UPDATE OR DELETE OR TRUNCATE ON \(table)
          FOR EACH STATEMENT EXECUTE FUNCTION \(name)();

        """
    }
  }

  /// The schema text that lifts the guard again, for a restore and for tests that do damage.
  package static func releasing(_ table: String, _ dialect: Dialect) -> String {
    let name = "\(table)_append_only"
    switch dialect {
    case .sqlite: return "DROP TRIGGER \(name)_update; DROP TRIGGER \(name)_delete;"
    case .postgres: return "DROP TRIGGER \(name) ON \(table); DROP FUNCTION \(name)();"
    }
  }
}
