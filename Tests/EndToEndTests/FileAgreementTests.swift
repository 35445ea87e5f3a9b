// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Loads every file that a command writes and recomputes totals, shares, quantiles and keys of each
/// from finer ones.
struct FileAgreementTests {
  /// A shop in which everything happens: messages of closed hours, a warm-up, a shared pool, silent
  /// leavers, a full room, targets of every scope.
  private func shop(_ closedHours: String, _ folder: Folder) throws -> String {
    let text = ShopFile.text
      .replacingOccurrences(of: "closed_hours: lost", with: "closed_hours: \(closedHours)")
      .replacingOccurrences(of: "close: 24:00", with: "close: 22:00")
      .replacingOccurrences(
        of: "patience: {distribution: exponential, mean: 6 min}\n",
        with: "patience: {distribution: exponential, mean: 4 min}\n"
          + "    silent_abandonment: {share: 50 %, idle_close: 2 min}\n"
      )
      .replacingOccurrences(
        of: "scope: every_month}\n",
        with: "scope: every_month}\n  - {measure: abandonment, at_most: 12 %}\n"
          + "  - {measure: mean_wait, at_most: 40 s, scope: {share_of_days: 80 %}}\n"
      )
      .replacingOccurrences(
        of: "experiment: {replications: 4}", with: "experiment: {replications: 4, warm_up_days: 2}")
    return try folder.write("shop.yaml", text)
  }

  private func expectNone(
    _ database: Database, _ sql: String, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let wrong = try database.rows(sql)
    #expect(
      wrong.isEmpty, "\(what): \(wrong.prefix(3).map { $0.map { $0 ?? "NULL" } })",
      sourceLocation: sourceLocation)
  }

  /// No two rows of a file have the same key, as the page of columns tells it.
  ///
  /// - Parameter command: Whose files they are, where the page has a part of its own for them.
  private func expectUniqueKeys(_ database: Database, of command: String? = nil) throws {
    let page = try String(
      contentsOf: Program.root.appending(path: "Documentation/csv-columns.md"), encoding: .utf8)
    let parts = page.split(separator: "\n# ")
    let part = try #require(
      command.map { name in parts.first { $0.prefix(80).contains("inquiry \(name)") } }
        ?? parts.first)
    var keys: [String: String] = [:]
    for section in part.split(separator: "\n## `").dropFirst() {
      let file = String(section.prefix { $0 != "." })
      let line = section.split(separator: "\n").first { $0.hasPrefix("Key: ") }
      keys[file] = line.map {
        $0.dropFirst(5).dropLast().replacingOccurrences(of: "`", with: "\"")
      }
    }
    let tables = try database.rows("SELECT name FROM sqlite_master").compactMap { $0[0] }
    #expect(!tables.isEmpty)
    for table in tables {
      let key = try #require(keys[table], "the page tells no key of \(table).csv")
      try expectNone(
        database,
        "SELECT \(key), count(*) FROM \"\(table)\" GROUP BY \(key) HAVING count(*) > 1",
        "keys of \(table)")
    }
  }

  @Test func `no two rows of a file have the same key, whatever command writes it`() throws {
    let folder = try Folder()
    let file = try shop("lost", folder)
    let usage = try folder.write("usage.csv", "month,inquiries,orders\n2026-10,4000,300\n")
    var history = "interval_start,count\n"
    for hour in 0..<24 * 31 {
      let day = hour / 24 + 1
      history += "2026-01-\(day < 10 ? "0" : "")\(day) \(hour % 24):00,\(2 + hour % 7)\n"
    }
    let past = try folder.write("history.csv", history)
    let runs: [(command: String, arguments: [String], output: String)] = [
      (
        "explore", [file, "--points", "1", "--replications", "2", "--volumes", "0.5,1"], "--output"
      ),
      ("bill", [file, usage], "--output"), ("fit", [past], "--pictures"),
    ]
    for (command, arguments, option) in runs {
      let out = folder.path(command)
      let run = try Program.run([command] + arguments + [option, out])
      #expect(run.status == 0, "\(run.errors)")
      let database = try Database(filesOf: out)
      try expectUniqueKeys(database, of: command == "explore" ? nil : command)
    }
  }

  @Test(arguments: ["lost", "wait_until_open"])
  func `every figure of a run is that of its finer files`(closedHours: String) throws {
    let folder = try Folder()
    let file = try shop(closedHours, folder)
    let out = folder.path("out")
    let run = try Program.run(
      "compare", file, "--output", out, "--chats", "commission", "--chats-replication", "0-3",
      "--states", "--errors", "--largest-replications", "4")
    #expect(run.status == 0, "\(run.errors)")
    let database = try Database(filesOf: out)
    try expectUniqueKeys(database)
    try expectTotals(database)
    try expectMoney(database)
    try expectChats(database)
    try expectObserved(database)
    try expectTargets(database)
  }

  /// Intervals make days, days months, months the horizon; types make all.
  private func expectTotals(_ database: Database) throws {
    for column in ["arrivals", "answered", "abandoned", "blocked", "lost_outside_hours", "orders"] {
      try expectNone(
        database,
        """
        SELECT d.plan, d.date, d.\(column), sum(i.\(column)) s FROM days d JOIN intervals i \
        USING (plan, date) GROUP BY d.plan, d.date HAVING abs(d.\(column) - s) > 0.03
        """, "\(column) of days")
      try expectNone(
        database,
        """
        SELECT m.plan, m.month, m.\(column), sum(d.\(column)) s FROM months m JOIN days d \
        ON d.plan = m.plan AND substr(d.date, 1, 7) = m.month WHERE m.is_total = 'true' \
        GROUP BY m.plan, m.month HAVING abs(m.\(column) - s) > 0.03
        """, "\(column) of months")
      try expectNone(
        database,
        """
        SELECT a.plan, a.month, a.\(column), sum(t.\(column)) s FROM months a JOIN months t \
        USING (plan, month) WHERE a.is_total = 'true' AND t.is_total = 'false' \
        GROUP BY a.plan, a.month HAVING abs(a.\(column) - s) > 0.01
        """, "\(column) of types")
      try expectNone(
        database,
        """
        SELECT m.plan, sum(m.\(column)) s, (SELECT avg(r.\(column)) FROM replications r WHERE \
        r.plan = m.plan) a FROM months m WHERE m.is_total = 'true' GROUP BY m.plan \
        HAVING abs(s - a) > 0.01
        """, "\(column) of replications")
    }
    for (share, count) in [("service_level", "within_limit"), ("abandonment", "abandoned")] {
      try expectNone(
        database,
        """
        SELECT c.plan, c.\(share), sum(r.\(count)) * 1.0 / sum(r.arrivals) s FROM comparison c \
        JOIN replications r USING (plan) GROUP BY c.plan HAVING abs(c.\(share) - s) > 1e-6
        """, "\(share)")
    }
    try expectNone(
      database,
      """
      SELECT plan, replication FROM replications \
      WHERE arrivals <> answered + abandoned + blocked + unserved
      """, "fates")
    try expectNone(
      database,
      """
      SELECT c.plan, c.mean_wait, sum(r.wait_seconds) / sum(r.answered + r.abandoned + r.blocked) w \
      FROM comparison c JOIN replications r USING (plan) GROUP BY c.plan \
      HAVING abs(c.mean_wait - w) > 0.006
      """, "mean wait")
  }

  /// Invoices make costs, replications their means and intervals.
  private func expectMoney(_ database: Database) throws {
    try expectNone(
      database,
      """
      SELECT r.plan, r.replication, r.cost, sum(i.amount) s FROM replications r JOIN invoices i \
      USING (plan, replication) GROUP BY r.plan, r.replication HAVING abs(r.cost - s) > 0.001
      """, "cost of replications")
    // Student's quantile for three degrees of freedom.
    try expectNone(
      database,
      """
      SELECT c.plan, c.cost_low, c.cost_high, avg(r.cost) m, \
      3.182446 * sqrt(max(0, sum(r.cost * r.cost) - count(*) * avg(r.cost) * avg(r.cost)) \
      / (count(*) - 1) / count(*)) h \
      FROM comparison c JOIN replications r USING (plan) GROUP BY c.plan \
      HAVING abs(c.cost - m) > 0.006 OR abs(c.cost_high - m - h) > 0.02 \
      OR abs(m - h - c.cost_low) > 0.02
      """, "intervals of cost")
    try expectNone(
      database,
      """
      SELECT plan, replication, quantity_exact, unit_price, amount FROM invoices WHERE \
      abs((CASE WHEN instr(quantity_exact, '/') > 0 THEN \
      substr(quantity_exact, 1, instr(quantity_exact, '/') - 1) * 1.0 \
      / substr(quantity_exact, instr(quantity_exact, '/') + 1) ELSE quantity_exact END) \
      * unit_price - amount) > 0.00501 OR typeof(unit_price) NOT IN ('integer', 'real')
      """, "quantity × price")
    try expectNone(
      database,
      """
      SELECT c.plan, c.over_cheapest, avg(r.cost - b.cost) d FROM comparison c \
      JOIN replications r USING (plan) JOIN replications b USING (replication) \
      WHERE c.cheapest = 'false' AND c.over_cheapest IS NOT NULL \
      AND b.plan = (SELECT plan FROM comparison WHERE cheapest = 'true') \
      GROUP BY c.plan HAVING abs(c.over_cheapest - d) > 0.006
      """, "over the cheapest")
    try expectNone(
      database,
      """
      SELECT b.plan, b.cost, c.cost FROM breakeven b JOIN comparison c USING (plan) \
      WHERE b.multiple = 1 AND abs(b.cost - c.cost) > 0.006 \
      AND c.size_found IS NULL AND c.plan NOT IN (SELECT plan FROM staffing WHERE suggestion = 'true')
      """, "the curve at the scenario's own volume")
  }

  /// The chats of one plan in all replications make every figure of it.
  private func expectChats(_ database: Database) throws {
    let own = "background = 'false' AND arrived = 'true'"
    try expectNone(
      database,
      """
      WITH c AS (SELECT replication, sum(outcome = 'served') answered, count(*) arrivals, \
      sum(outcome IN ('abandoned', 'silently_abandoned')) abandoned, sum("order" = 'true') orders, \
      sum(outcome = 'unserved') unserved, sum(outcome = 'served' AND wait <= 60) within_limit \
      FROM chats WHERE \(own) GROUP BY replication) \
      SELECT r.replication, r.arrivals, c.arrivals, r.answered, c.answered FROM replications r \
      JOIN c USING (replication) WHERE r.plan = 'commission' AND (r.arrivals <> c.arrivals \
      OR r.answered <> c.answered OR r.abandoned <> c.abandoned OR r.orders <> c.orders \
      OR r.unserved <> c.unserved OR r.within_limit <> c.within_limit)
      """, "replications from chats")
    try expectNone(
      database,
      """
      SELECT d.date, d.arrivals, (SELECT count(*) / 4.0 FROM chats c WHERE c.date = d.date AND \(own)) n \
      FROM days d WHERE d.plan = 'commission' AND abs(d.arrivals - n) > 0.001
      """, "days from chats")
    try expectNone(
      database,
      """
      SELECT r.replication, r.waiting_for_opening, (SELECT count(*) FROM chats c \
      WHERE c.replication = r.replication AND outcome = 'waiting_for_opening') n FROM replications r \
      WHERE r.plan = 'commission' AND r.waiting_for_opening <> n
      """, "messages that wait for an opening")
    try expectNone(
      database,
      """
      SELECT p.agent, p.chats, p.answered, (SELECT count(*) / 4.0 FROM chats c WHERE c.agent = p.agent) n, \
      (SELECT count(*) / 4.0 FROM chats c WHERE c.agent = p.agent AND outcome = 'served') a \
      FROM people p WHERE p.plan = 'commission' \
      AND (abs(p.chats - n) > 0.001 OR abs(p.answered - a) > 0.001)
      """, "people from chats")
    try expectNone(
      database,
      """
      SELECT a."group", a.chats, a.answered, sum(p.chats) c, sum(p.answered) n FROM agents a \
      JOIN people p USING (plan, "group") GROUP BY a.plan, a."group" \
      HAVING abs(a.chats - c) > 0.05 OR abs(a.answered - n) > 0.05
      """, "agents from people")
    try expectNone(
      database,
      """
      SELECT (SELECT sum(answered) FROM agents WHERE plan = 'commission') a, \
      (SELECT sum(answered) FROM months WHERE plan = 'commission' AND is_total = 'true') m \
      WHERE abs(a - m) > 0.05
      """, "answered by agents and by months")
    for share in [50, 90, 95] {
      try expectNone(
        database,
        """
        WITH w AS (SELECT inquiry_type, wait, row_number() OVER (PARTITION BY inquiry_type \
        ORDER BY wait) k, count(*) OVER (PARTITION BY inquiry_type) n FROM chats \
        WHERE \(own) AND wait IS NOT NULL), \
        q AS (SELECT inquiry_type, min(wait) wait FROM w WHERE k >= \(share) * n / 100.0 \
        GROUP BY inquiry_type) \
        SELECT f.inquiry_type, f.p\(share), q.wait FROM waits f JOIN q USING (inquiry_type) \
        WHERE f.plan = 'commission' AND f.measure = 'wait' \
        AND abs(f.p\(share) - q.wait) > 0.008 * q.wait + 0.01
        """, "the \(share)% quantile")
    }
    try expectNone(
      database,
      """
      SELECT chat FROM chats WHERE carried_over = 'true' AND arrived = 'true' \
      AND (date || printf('%08.1f', second)) <= (written_date || printf('%08.1f', written_second))
      """, "carried-over messages arrive after they are written")
  }

  /// Shares of time add up to one; days of agents to the agents; figures with errors are the others'.
  private func expectObserved(_ database: Database) throws {
    try expectNone(
      database,
      """
      SELECT plan, subject, name, sum(share) s FROM states GROUP BY plan, subject, name \
      HAVING abs(s - 1) > 1e-4
      """, "shares of time")
    try expectNone(
      database,
      """
      SELECT p.plan, p.agent, p.hours_on_duty, sum(d.hours_on_duty) h, p.chats, sum(d.chats) c \
      FROM people p JOIN agent_days d USING (plan, agent) GROUP BY p.plan, p.agent \
      HAVING abs(p.hours_on_duty - h) > 0.02 OR abs(p.chats - c) > 0.3
      """, "days of agents")
    try expectNone(
      database,
      """
      SELECT c.plan, c.service_level, e.value FROM comparison c JOIN errors e USING (plan) \
      WHERE e.scope = 'horizon' AND e.inquiry_type = 'all' AND e.measure = 'service_level' \
      AND (abs(c.service_level - e.value) > 2e-6 OR abs(c.service_level_low - e.value_low) > 2e-6 \
      OR abs(c.service_level_high - e.value_high) > 2e-6)
      """, "intervals of the service level")
    try expectNone(
      database,
      """
      SELECT d.plan, d.date, d.arrivals, sum(e.value) s FROM days d JOIN errors e USING (plan, date) \
      WHERE e.scope = 'day' AND e.inquiry_type <> 'all' AND e.measure = 'arrivals' \
      GROUP BY d.plan, d.date HAVING abs(d.arrivals - s) > 0.001
      """, "types by day")
    try expectNone(
      database,
      """
      SELECT i.plan, i.date, i.start, i.sales_lost, e.value FROM intervals i JOIN errors e \
      USING (plan, date, start) WHERE e.scope = 'interval' AND e.measure = 'sales_lost' \
      AND abs(i.sales_lost - e.value) > 0.006
      """, "lost sales by interval")
    try expectNone(
      database,
      """
      SELECT plan, scope, measure FROM errors WHERE unit = 'share' AND (value < 0 OR value > 1) \
      OR standard_error < 0
      """, "signs of errors")
  }

  private func expectTargets(_ database: Database) throws {
    try expectNone(
      database,
      """
      SELECT t.plan, t.period, t.value, m.service_level FROM targets t JOIN months m \
      ON m.plan = t.plan AND m.month = t.period AND m.is_total = 'true' \
      WHERE t.target = 1 AND (abs(t.value - m.service_level) > 2e-6 \
      OR abs(t.value_low - m.service_level_low) > 2e-6)
      """, "targets by month")
    try expectNone(
      database,
      """
      SELECT t.plan, t.kept_share, avg(r.abandonment <= 0.12) k FROM targets t \
      JOIN replications r USING (plan) WHERE t.target = 2 AND t.period = 'horizon' \
      GROUP BY t.plan HAVING abs(t.kept_share - k) > 1e-6 OR t.horizons_kept <> sum(r.abandonment <= 0.12)
      """, "horizons kept")
    try expectNone(
      database,
      "SELECT plan, target FROM targets GROUP BY plan, target HAVING sum(worst = 'true') <> 1",
      "one worst month")
    try expectNone(
      database,
      """
      SELECT c.plan, c.targets FROM comparison c JOIN targets t USING (plan) \
      WHERE t.period = 'horizon' GROUP BY c.plan HAVING c.targets <> CASE \
      WHEN sum(t.answer = 'missed') > 0 THEN 'missed' WHEN sum(t.answer = 'undecided') > 0 \
      THEN 'undecided' ELSE 'met' END
      """, "answers")
  }

  @Test func `one replication has no interval and cannot tell`() throws {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", ShopFile.text)
    for command in ["compare", "simulate"] {
      let out = folder.path(command)
      let run = try Program.run(
        [
          command, file, "--replications", "1", "--largest-replications", "1", "--output", out,
          "--errors",
        ] + (command == "compare" ? ["--quick"] : []))
      #expect(run.status == 0, "\(run.errors)")
      let database = try Database(filesOf: out)
      try expectNone(
        database,
        "SELECT plan FROM months WHERE service_level_low IS NOT NULL OR service_level_high IS NOT NULL",
        "months")
      try expectNone(
        database,
        """
        SELECT plan FROM errors WHERE standard_error IS NOT NULL OR value_low IS NOT NULL \
        OR value_high IS NOT NULL
        """, "errors")
      try expectNone(
        database,
        "SELECT plan FROM targets WHERE answer <> 'undecided' OR value_low IS NOT NULL", "targets")
      guard command == "compare" else { continue }
      try expectNone(
        database,
        """
        SELECT plan FROM comparison WHERE meets_targets IS NOT NULL OR targets <> 'undecided' \
        OR cost_low IS NOT NULL OR cost_p05 IS NOT NULL OR service_level_low IS NOT NULL \
        OR worst_day_service_level_high IS NOT NULL
        """, "comparison")
      #expect(run.output.contains("cannot tell"))
    }
  }

  @Test func `a bill of simulated chats is the simulated invoice, to the fen, under both rules`()
    throws
  {
    for rule in ["lost", "wait_until_open"] {
      let folder = try Folder()
      let file = try shop(rule, folder)
      // A bill is of whole months.
      let text = try String(contentsOfFile: file, encoding: .utf8).replacingOccurrences(
        of: "{start: 2026-10-15, end: 2026-11-25}", with: "{start: 2026-10-01, end: 2026-11-30}")
      try folder.write("shop.yaml", text)
      let run = try Program.run(
        "compare", file, "--quick", "--output", folder.path("out"), "--chats", "tier")
      #expect(run.status == 0, "\(run.errors)")
      let bill = try Program.run(
        "bill", file, folder.path("out/chats.csv"), "--plan", "tier", "--output",
        folder.path("bill"))
      #expect(bill.status == 0, "\(bill.errors)")
      let simulated = try Database(filesOf: folder.path("out"))
      let billed = try Database(filesOf: folder.path("bill"))
      let months = "SELECT month, sum(amount) FROM invoices"
      #expect(
        try billed.rows(months + " GROUP BY month")
          == simulated.rows(
            months + " WHERE plan = 'tier' AND replication = 0 GROUP BY month"), "\(rule)")
    }
  }

  @Test func `what nobody reads twice is refused: several replications as one bill`() throws {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run(
      "simulate", file, "--plan", "tier", "--chats", folder.path("chats.csv"),
      "--chats-replication", "0,2")
    #expect(run.status == 0, "\(run.errors)")
    let database = try Database()
    try database.load(folder.path("chats.csv"), as: "chats")
    #expect(
      try database.rows("SELECT DISTINCT replication FROM chats ORDER BY 1") == [["0"], ["2"]])
    let bill = try Program.run("bill", file, folder.path("chats.csv"), "--plan", "tier")
    #expect(bill.status == 65 && bill.errors.contains("replication: found 0, 2, allowed one"))
  }
}
