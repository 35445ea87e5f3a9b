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

  private var table: RecordTable
  private let reading: UsageReading
  private let views: [View]
  /// The columns of all definitions.
  let every: [Int]
  private let mostRows: Int
  let byMonth: Bool
  private let byHour: Bool
  let definitions: [EffectiveConversation]
  private let told: Set<UsageColumn>
  /// The groups that a row is about where the table names none.
  let assumedGroups: [String]
  private var days = RecordedDays()
  private var types = RecordedNames()
  private var groups = RecordedNames()
  private var results = RecordedNames()
  var cells: UsageCells
  /// The first row that tells a count and names no type.
  var untyped: RecordError?
  var claims: [Claim: UInt32] = [:]
  var people: [PeopleDay: StaffingTotals] = [:]
  var shop: [CivilDate: ShopSales] = [:]
  var measured: [(result: Int, month: YearMonth, value: Fraction)] = []
  var remainders: [(month: YearMonth, type: Int, rest: Int64)] = []

  init(_ table: RecordTable, for reading: UsageReading) throws(RecordError) {
    let wide = WideColumns(table.header)
    for name in wide.columns where !Self.isColumn(name) {
      throw RecordError(
        line: table.headerLine, column: name, .unknownColumn(known: Self.columns))
    }
    let columns = Set(wide.columns)
    byMonth = columns.contains("month")
    byHour = columns.contains("hour")
    if byMonth, columns.contains("date") {
      throw RecordError(line: table.headerLine, column: "month", .columnsExclude(["date"]))
    }
    guard byMonth || columns.contains("date") else {
      throw RecordError(
        line: table.headerLine, .columnNeeded(["date", "month", "arrived_at"]))
    }
    let counted = wide.columns.compactMap { name in
      Self.definition(of: name).map { (column: name, definition: $0) }
    }
    let undefined = ["inquiries", "inquiries_per_day"].filter(columns.contains)
    var told = Set(columns.compactMap(UsageColumn.init(rawValue:)))
    if !undefined.isEmpty || !counted.isEmpty { told.insert(.inquiries) }
    self.told = told
    if let one = undefined.first, let other = undefined.dropFirst().first ?? counted.first?.column {
      throw RecordError(line: table.headerLine, column: one, .columnsExclude([other]))
    }
    if undefined.first == "inquiries_per_day", !byMonth {
      throw RecordError(
        line: table.headerLine, column: "inquiries_per_day", .columnsExclude(["date"]))
    }
    var definitions = counted.map(\.definition)
    if !undefined.isEmpty {
      for definition in [.everyArrival, .answeredByPerson, .recorded] + reading.conversations
      where !definitions.contains(definition) {
        definitions.append(definition)
      }
    }
    assumedGroups = try Self.assumedGroups(table, columns, reading)
    let places = Dictionary(
      uniqueKeysWithValues: counted.enumerated().map { ($1.column, $0) })
    views = wide.views.map { View($0, counted: places) }
    mostRows = UsageLimits.rows / views.count
    cells = UsageCells(
      slots: byHour ? 24 : 1, columns: definitions.count + 3, isToldOnce: true)
    self.definitions = definitions
    every = Array(definitions.indices)
    self.table = table
    self.reading = reading
  }

  private static func assumedGroups(
    _ table: RecordTable, _ columns: Set<String>, _ reading: UsageReading
  ) throws(RecordError) -> [String] {
    guard !columns.contains("group"),
      ["seats", "shifts", "hours"].contains(where: columns.contains)
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

  mutating func usage() throws(RecordError) -> RecordedUsage {
    while let row = try table.next() {
      guard table.rowCount <= mostRows else {
        throw RecordError(line: row.line, .tooManyRows(most: mostRows))
      }
      for view in views where view.own.isEmpty || row.says(anyOf: view.own) {
        try add(row, view)
      }
    }
    if table.rowCount == 0 { throw RecordError(line: table.headerLine, .empty) }
    if let untyped, !types.names.isEmpty, types.names != ["all"] { throw untyped }
    return try recorded()
  }

  private func recorded() throws(RecordError) -> RecordedUsage {
    let schema = UsageSchema(
      inquiryTypes: types.names.isEmpty ? ["all"] : types.names,
      groups: assumedGroups.isEmpty ? groups.names : assumedGroups,
      conversations: definitions, results: results.names, currency: reading.currency,
      columns: told)
    let span = try days.wholeMonths()
    try UsageLimits.check(
      schema, times: byMonth ? span.months.count : span.count, byHour: byHour,
      line: table.headerLine)
    guard !byMonth else { return .monthly(schema, months(of: span, schema)) }
    var usage = Usage(schema: schema, span: span, byHour: byHour)
    cells.forEach { amount, column, type, date, hour in
      usage.add(amount, column: column, type: type, on: date, hour: hour)
    }
    for (key, totals) in people {
      usage.updateStaffing(group: key.group, on: key.date) { $0.add(totals) }
    }
    for (date, sales) in shop { usage.updateShop(on: date) { $0.add(sales) } }
    for item in measured { usage.setResult(item.result, item.value, in: item.month) }
    return .daily(usage)
  }

  /// The months' sums; there is no daily pattern to tell.
  private func months(of span: DateSpan, _ schema: UsageSchema) -> [MonthlyUsage] {
    let periods = BillingPeriod.periods(of: span)
    var months = periods.map {
      MonthlyUsage(empty: $0.month, served: $0.days, schema: schema, hourly: byHour)
    }
    let places = Dictionary(
      uniqueKeysWithValues: periods.enumerated().map { ($1.month.firstDay, $0) })
    cells.forEach { amount, column, type, date, hour in
      guard let place = places[date] else { return }
      months[place].add(amount, column: column, type: type, schema: schema)
      guard byHour else { return }
      let cell = (hour * schema.columnCount + column) * schema.typeCount + type
      months[place].hourlyCounts[cell].addSaturating(amount)
    }
    for (key, totals) in people {
      if let place = places[key.date] { months[place].staffing[key.group].add(totals) }
    }
    for (date, sales) in shop {
      if let place = places[date] { months[place].shop.add(sales) }
    }
    for item in measured {
      if let place = places[item.month.firstDay] { months[place].results[item.result] = item.value }
    }
    addRemainders(to: &months, schema)
    return months
  }

  private mutating func add(_ row: RecordRow, _ view: View) throws(RecordError) {
    try reading.checkCurrency(row, view.currency)
    let date = try byMonth ? row.month(view.month).firstDay : row.date(view.date)
    days.note(date, line: row.line)
    let type = try types.place(in: row, view.type)
    let group = try groups.place(in: row, view.group)
    let result = try results.place(in: row, view.result)
    if view.tellsCounts { try addCounts(row, view, date, type) }
    if view.tellsPeople { try addStaffing(row, view, date, group) }
    if view.tellsShop { try addShop(row, view, date) }
    if view.value.isPresent { try addResult(row, view, date.yearMonth, result) }
  }

  /// Averages such as 412.5 a day make no whole number of inquiries of 31 days: a bracket is looked up
  /// by the average as it was recorded, and what is counted by the nearest whole number.
  private func addRemainders(to months: inout [MonthlyUsage], _ schema: UsageSchema) {
    for (month, type, rest) in remainders {
      guard let index = months.firstIndex(where: { $0.month == month }) else { continue }
      if months[index].remainders.isEmpty {
        months[index].remainders = Array(repeating: 0, count: months[index].counts.count)
      }
      for column in schema.conversations.indices {
        months[index].remainders[column * schema.typeCount + type] += rest
      }
    }
  }
}

extension UsageTable {
  /// What a row may state only once.
  struct Claim: Hashable {
    enum Kind: Hashable {
      case seats, shifts(ShiftKind), hours(ShiftKind), shopSales, silentSales, shopRefunds, value
    }

    var date: CivilDate
    var kind: Kind
    var subject = 0
  }

  struct PeopleDay: Hashable {
    var date: CivilDate
    var group: Int
  }

  /// A row as one subject's columns show it.
  final class View {
    let own: [Int]
    /// The columns that count by some definition, and the places of these.
    let counted: [(place: Int, column: RecordColumn)]
    let date, month, hour, type, inquiries, perDay, orders, sales, refunds: RecordColumn
    let group, shiftKind, seats, shifts, hours, shopSales, silentSales: RecordColumn
    let shopRefunds, result, value, currency: RecordColumn
    /// Which kinds of things the columns can tell.
    let tellsCounts, tellsPeople, tellsShop: Bool

    init(_ view: WideColumns.View, counted places: [String: Int]) {
      let columns = view.columns
      own = view.own
      counted = view.names.compactMap { name in places[name].map { ($0, columns[name]) } }
      (date, month, hour) = (columns["date"], columns["month"], columns["hour"])
      (type, inquiries) = (columns["inquiry_type"], columns["inquiries"])
      perDay = columns["inquiries_per_day"]
      (orders, sales, refunds) = (columns["orders"], columns["sales"], columns["refunds"])
      (group, shiftKind, seats) = (columns["group"], columns["shift_kind"], columns["seats"])
      (shifts, hours) = (columns["shifts"], columns["hours"])
      (shopSales, silentSales) = (columns["shop_sales"], columns["silent_sales"])
      shopRefunds = columns["shop_refunds"]
      (result, value, currency) = (columns["result"], columns["value"], columns["currency"])
      tellsCounts =
        !counted.isEmpty
        || [inquiries, perDay, orders, sales, refunds].contains(where: \.isPresent)
      tellsPeople = [seats, shifts, hours].contains(where: \.isPresent)
      tellsShop = [shopSales, silentSales, shopRefunds].contains(where: \.isPresent)
    }
  }
}
