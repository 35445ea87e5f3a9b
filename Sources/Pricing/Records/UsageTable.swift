// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Tables

/// A table of recorded usage by date or by month.
struct UsageTable {
  /// Every column that a table may have; all but `date` or `month` can be left out or left empty.
  ///
  /// `inquiries` is a count that makes no difference between definitions; `answered_within_60` and
  /// the like are counts of those answered in so many seconds; `inquiries_per_day` is a month's daily
  /// average; `seats` are held on the date or all month. Sales are in yuan.
  static let columns = [
    "date", "month", "hour", "inquiry_type", "inquiries", "inquiries_per_day", "arrived",
    "answered", "billable", "customer_days", "orders", "sales", "refunds", "group", "shift_kind",
    "seats", "shifts",
    "hours", "shop_sales", "silent_sales", "shop_refunds", "result", "value",
    "currency",
  ]
  private static let within = "answered_within_"

  private let rows: [RecordRow]
  private let headerLine: Int
  private let byMonth: Bool
  private let byHour: Bool
  private let counted: [(column: String, definition: EffectiveConversation)]
  private let hasUndefinedCount: Bool
  private let told: Set<UsageColumn>
  /// The groups that a row is about where the table names none.
  private let assumedGroups: [String]

  init(
    _ table: DelimitedText, for reading: UsageReading, _ notes: RecordNotes
  ) throws(RecordError) {
    let wide = WideColumns(table.header)
    let most = UsageLimits.rows / max(1, wide?.rowsOfRow ?? 1)
    guard table.rows.count <= most else {
      throw RecordError(line: table.rows[most].line, .tooManyRows(most: most))
    }
    let table = wide?.lengthened(table) ?? table
    let columns = try table.columns(known: Self.columns, isKnown: Self.isColumn)
    rows = table.rows.map { RecordRow($0, columns, notes) }
    byMonth = columns["month"] != nil
    byHour = columns["hour"] != nil
    if byMonth, columns["date"] != nil {
      throw RecordError(line: table.headerLine, column: "month", .columnsExclude(["date"]))
    }
    guard byMonth || columns["date"] != nil else {
      throw RecordError(
        line: table.headerLine, .columnNeeded(["date", "month", "arrived_at"]))
    }
    if rows.isEmpty { throw RecordError(line: table.headerLine, .empty) }
    headerLine = table.headerLine
    counted = table.header.compactMap { name in
      Self.definition(of: name).map { (name, $0) }
    }
    let undefined = ["inquiries", "inquiries_per_day"].filter { columns[$0] != nil }
    hasUndefinedCount = !undefined.isEmpty
    var told = Set(columns.keys.compactMap(UsageColumn.init(rawValue:)))
    if !undefined.isEmpty || !counted.isEmpty { told.insert(.inquiries) }
    self.told = told
    if let one = undefined.first, let other = undefined.dropFirst().first ?? counted.first?.column {
      throw RecordError(line: table.headerLine, column: one, .columnsExclude([other]))
    }
    if undefined.first == "inquiries_per_day", !byMonth {
      throw RecordError(
        line: table.headerLine, column: "inquiries_per_day", .columnsExclude(["date"]))
    }
    assumedGroups = try Self.assumedGroups(table, columns, reading)
  }

  private static func assumedGroups(
    _ table: DelimitedText, _ columns: [String: Int], _ reading: UsageReading
  ) throws(RecordError) -> [String] {
    guard columns["group"] == nil,
      ["seats", "shifts", "hours"].contains(where: { columns[$0] != nil })
    else { return [] }
    guard !reading.needsGroupsApart else {
      throw RecordError(line: table.headerLine, .columnNeeded(["group"]))
    }
    return reading.groups.isEmpty ? ["staff"] : reading.groups
  }

  static func isColumn(_ name: String) -> Bool { columns.contains(name) || limit(in: name) != nil }

  private static func limit(in column: String) -> Int? {
    guard column.hasPrefix(within), let seconds = Int(column.dropFirst(within.count)),
      (1...86_400).contains(seconds)
    else { return nil }
    return seconds
  }

  private static func definition(of column: String) -> EffectiveConversation? {
    switch column {
    case "arrived": .everyArrival
    case "answered": .answeredByPerson
    case "billable": .recorded
    case "customer_days": .oncePerCustomerAndDay
    default: limit(in: column).map { .answered(within: $0) }
    }
  }

  func usage(for reading: UsageReading) throws(RecordError) -> RecordedUsage {
    var definitions = counted.map(\.definition)
    if hasUndefinedCount {
      for definition in [.everyArrival, .answeredByPerson, .recorded] + reading.conversations
      where !definitions.contains(definition) {
        definitions.append(definition)
      }
    }
    let types = try names(in: rows, "inquiry_type")
    let groups = try names(in: rows, "group")
    let schema = UsageSchema(
      inquiryTypes: types.isEmpty ? ["all"] : types,
      groups: assumedGroups.isEmpty ? groups : assumedGroups,
      conversations: definitions, results: try names(in: rows, "result"),
      currency: try reading.currency(of: rows), columns: told)
    var dates: [(date: CivilDate, line: Int)] = []
    for row in rows {
      dates.append(
        (try byMonth ? row.month("month").firstDay : row.date("date"), row.line))
    }
    let span = try wholeMonths(dates)
    try UsageLimits.check(schema, span, byHour: byHour, line: headerLine)
    var usage = Usage(schema: schema, span: span, byHour: byHour)
    var seen: [CellKey: Int] = [:]
    for (row, date) in zip(rows, dates.map(\.date)) {
      try addCounts(row, date, &usage, &seen)
      try addStaffing(row, date, &usage, &seen)
      try addShop(row, date, &usage, &seen)
      try addResult(row, date, &usage, &seen)
    }
    guard byMonth else { return .daily(usage) }
    var months = usage.months(of: BillingPeriod.periods(of: usage.span)).map { month in
      var month = month
      // The sums stand on the first day of the month; there is no daily pattern to tell.
      month.dailyCounts = []
      return month
    }
    try addRemainders(to: &months, schema)
    return .monthly(schema, months)
  }

  /// What a row may state only once.
  private struct CellKey: Hashable {
    var date: CivilDate
    var hour = 0
    var column: String
    var subject = ""
  }

  private func claim(
    _ key: CellKey, _ row: RecordRow, _ seen: inout [CellKey: Int]
  ) throws(RecordError) {
    if let first = seen.updateValue(row.line, forKey: key) {
      throw row.error(key.column, .duplicate(firstLine: first))
    }
  }

  private func addCounts(
    _ row: RecordRow, _ date: CivilDate, _ usage: inout Usage, _ seen: inout [CellKey: Int]
  ) throws(RecordError) {
    let schema = usage.schema
    var amounts: [(name: String, columns: [Int], amount: Int64)] = []
    for (index, counter) in counted.enumerated() {
      if let count = try row.count(counter.column) {
        amounts.append((counter.column, [index], count))
      }
    }
    let every = Array(schema.conversations.indices)
    if let count = try row.count("inquiries") { amounts.append(("inquiries", every, count)) }
    if let count = try average(row, over: date.yearMonth) {
      amounts.append(("inquiries_per_day", every, count))
    }
    if let orders = try row.count("orders") {
      amounts.append(("orders", [schema.ordersColumn], orders))
    }
    if let sales = try row.positiveMoney("sales") {
      amounts.append(("sales", [schema.salesColumn], sales.fen))
    }
    if let refunds = try row.positiveMoney("refunds") {
      amounts.append(("refunds", [schema.refundsColumn], refunds.fen))
    }
    guard !amounts.isEmpty else { return }
    let hour = try hour(row)
    let name = row.text("inquiry_type")
    if name == nil, schema.inquiryTypes.count > 1 || schema.inquiryTypes[0] != "all" {
      throw row.error("inquiry_type", .mustNotBeEmpty)
    }
    let type = name.flatMap { schema.inquiryTypes.firstIndex(of: $0) } ?? 0
    for (column, targets, amount) in amounts {
      try claim(CellKey(date: date, hour: hour, column: column, subject: name ?? ""), row, &seen)
      for target in targets {
        usage.add(amount, column: target, type: type, on: date, hour: hour)
      }
    }
  }

  private func hour(_ row: RecordRow) throws(RecordError) -> Int {
    guard let text = row.text("hour") else { return 0 }
    guard let hour = Int(text), (0...23).contains(hour) else {
      throw row.error("hour", .notAnHour(text))
    }
    return hour
  }

  /// The month's inquiries by their daily average, to the nearest whole one.
  private func average(_ row: RecordRow, over month: YearMonth) throws(RecordError) -> Int64? {
    try exactAverage(row, over: month)?.rounded(toPlaces: 0).millionths.dividedByMillion
  }

  /// Averages such as 412.5 a day make no whole number of inquiries of 31 days: a bracket is looked up
  /// by the average as it was recorded, and what is counted by the nearest whole number.
  private func addRemainders(
    to months: inout [MonthlyUsage], _ schema: UsageSchema
  ) throws(RecordError) {
    for row in rows where row.text("inquiries_per_day") != nil {
      let month = try row.month("month")
      guard let exact = try exactAverage(row, over: month),
        let index = months.firstIndex(where: { $0.month == month })
      else { continue }
      let rest =
        exact.rounded(toPlaces: 6).millionths
        - exact.rounded(toPlaces: 0).millionths
      guard rest != 0 else { continue }
      let type = row.text("inquiry_type").flatMap { schema.inquiryTypes.firstIndex(of: $0) } ?? 0
      if months[index].remainders.isEmpty {
        months[index].remainders = Array(repeating: 0, count: months[index].counts.count)
      }
      for column in schema.conversations.indices {
        months[index].remainders[column * schema.typeCount + type] += rest
      }
    }
  }

  private func exactAverage(
    _ row: RecordRow, over month: YearMonth
  ) throws(RecordError) -> Fraction? {
    guard let average = try row.decimal("inquiries_per_day") else { return nil }
    if average.isNegative { throw row.error("inquiries_per_day", .negative(average.description)) }
    let days = Fraction(Int64(month.dayCount))
    guard let count = try? Fraction(exactly: average).multiplied(by: days) else {
      throw row.error("inquiries_per_day", .notACount(average.description))
    }
    return count
  }

  private func addStaffing(
    _ row: RecordRow, _ date: CivilDate, _ usage: inout Usage, _ seen: inout [CellKey: Int]
  ) throws(RecordError) {
    let seats = try row.count("seats")
    let shifts = try row.count("shifts")
    let minutes = try row.minutes(ofHours: "hours")
    guard seats != nil || shifts != nil || minutes != nil else { return }
    let names = assumedGroups.isEmpty ? [try row.required("group")] : assumedGroups
    let kind = try shiftKind(row, date)
    let seatDays = (seats ?? 0) * (byMonth ? Int64(date.yearMonth.dayCount) : 1)
    for name in names {
      let subjects = [
        ("seats", seats, name), ("shifts", shifts, "\(name)/\(kind.name)"),
        ("hours", minutes, "\(name)/\(kind.name)"),
      ]
      for case (let column, .some, let subject) in subjects {
        try claim(CellKey(date: date, column: column, subject: subject), row, &seen)
      }
      guard let group = usage.schema.groups.firstIndex(of: name) else { continue }
      usage.updateStaffing(group: group, on: date) {
        $0.add(StaffingTotals(seatDays: seatDays))
        $0.shifts[kind].addSaturating(shifts ?? 0)
        $0.minutes[kind].addSaturating(minutes ?? 0)
      }
    }
  }

  /// The kind written in the row; otherwise a legal day is one and any other day is ordinary.
  private func shiftKind(_ row: RecordRow, _ date: CivilDate) throws(RecordError) -> ShiftKind {
    guard let text = row.text("shift_kind") else {
      return !byMonth && ChineseWorkingDays.isStatutoryHoliday(date) == true
        ? .statutoryHoliday : .ordinary
    }
    guard let kind = ShiftKind(name: text) else {
      throw row.error("shift_kind", .notOneOf(text, allowed: ShiftKind.allCases.map(\.name)))
    }
    return kind
  }

  private func addShop(
    _ row: RecordRow, _ date: CivilDate, _ usage: inout Usage, _ seen: inout [CellKey: Int]
  ) throws(RecordError) {
    let sales = try row.positiveMoney("shop_sales")
    let silent = try row.positiveMoney("silent_sales")
    let refunds = try row.positiveMoney("shop_refunds")
    guard sales != nil || silent != nil || refunds != nil else { return }
    for case (let column, .some) in [
      ("shop_sales", sales), ("silent_sales", silent), ("shop_refunds", refunds),
    ] {
      try claim(CellKey(date: date, column: column), row, &seen)
    }
    usage.updateShop(on: date) {
      $0.add(
        ShopSales(
          sales: sales ?? .zero, silentSales: silent ?? .zero, refunds: refunds ?? .zero))
    }
  }

  private func addResult(
    _ row: RecordRow, _ date: CivilDate, _ usage: inout Usage, _ seen: inout [CellKey: Int]
  ) throws(RecordError) {
    guard let value = try row.decimal("value") else { return }
    let name = try row.required("result")
    let month = date.yearMonth
    try claim(CellKey(date: month.firstDay, column: "value", subject: name), row, &seen)
    guard let result = usage.schema.results.firstIndex(of: name) else { return }
    usage.setResult(result, Fraction(exactly: value), in: month)
  }
}

extension Int64 {
  fileprivate var dividedByMillion: Int64 { self / 1_000_000 }
}
