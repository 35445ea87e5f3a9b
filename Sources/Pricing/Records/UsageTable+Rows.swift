// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money

/// What one row of a table adds.
extension UsageTable {
  mutating func addCounts(
    _ row: RecordRow, _ view: View, _ date: CivilDate, _ type: Int?
  ) throws(RecordError) {
    var hour: Int?
    for (place, column) in view.counted {
      guard let count = try row.count(column) else { continue }
      try add(count, column, CollectionOfOne(place), row, view, date, &hour, type)
    }
    if let count = try row.count(view.inquiries) {
      try add(count, view.inquiries, every, row, view, date, &hour, type)
    }
    if view.perDay.isPresent, let average = try average(row, view.perDay, over: date.yearMonth) {
      let whole = average.rounded(toPlaces: 0).millionths
      let rest = average.rounded(toPlaces: 6).millionths - whole
      if rest != 0 { remainders.append((date.yearMonth, type ?? 0, rest)) }
      try add(whole / 1_000_000, view.perDay, every, row, view, date, &hour, type)
    }
    let first = definitions.count
    if let orders = try row.count(view.orders) {
      try add(orders, view.orders, CollectionOfOne(first), row, view, date, &hour, type)
    }
    if let sales = try row.positiveMoney(view.sales) {
      try add(sales.fen, view.sales, CollectionOfOne(first + 1), row, view, date, &hour, type)
    }
    if let refunds = try row.positiveMoney(view.refunds) {
      try add(refunds.fen, view.refunds, CollectionOfOne(first + 2), row, view, date, &hour, type)
    }
  }

  /// Adds an amount, which may be told only once, to some columns of a usage.
  private mutating func add(
    _ amount: Int64, _ column: RecordColumn, _ targets: some Collection<Int>, _ row: RecordRow,
    _ view: View,
    _ date: CivilDate, _ knownHour: inout Int?, _ type: Int?
  ) throws(RecordError) {
    let hour = if let knownHour { knownHour } else { try hour(row, view.hour) }
    knownHour = hour
    if type == nil, untyped == nil { untyped = row.error(view.type, .mustNotBeEmpty) }
    let type = type ?? UsageCells.untyped
    guard let first = targets.first else { return }
    let place = try cells.row(type: type, on: date, hour: hour, line: row.line)
    if let former = cells.claim(column: first, of: place, line: row.line) {
      throw row.error(column, .duplicate(firstLine: former))
    }
    for target in targets { cells.add(amount, column: target, of: place) }
  }

  private func hour(_ row: RecordRow, _ column: RecordColumn) throws(RecordError) -> Int {
    guard let text = row.text(column) else { return 0 }
    guard let hour = Int(text), (0...23).contains(hour) else {
      throw row.error(column, .notAnHour(text))
    }
    return hour
  }

  /// The month's inquiries by their daily average.
  private func average(
    _ row: RecordRow, _ column: RecordColumn, over month: YearMonth
  ) throws(RecordError) -> Fraction? {
    guard let average = try row.positiveDecimal(column) else { return nil }
    let days = Fraction(Int64(month.dayCount))
    guard let count = try? Fraction(exactly: average).multiplied(by: days) else {
      throw row.error(column, .notACount(average.description))
    }
    return count
  }

  private mutating func claim(
    _ claim: Claim, _ column: RecordColumn, _ row: RecordRow
  ) throws(RecordError) {
    if let first = claims.updateValue(UInt32(clamping: row.line), forKey: claim) {
      throw row.error(column, .duplicate(firstLine: Int(first)))
    }
  }

  mutating func addStaffing(
    _ row: RecordRow, _ view: View, _ date: CivilDate, _ group: Int?
  ) throws(RecordError) {
    let seats = try row.count(view.seats)
    let shifts = try row.count(view.shifts)
    let minutes = try row.minutes(ofHours: view.hours)
    guard seats != nil || shifts != nil || minutes != nil else { return }
    if assumedGroups.isEmpty, group == nil { throw row.error(view.group, .mustNotBeEmpty) }
    let kind = try shiftKind(row, view.shiftKind, date)
    let seatDays = (seats ?? 0) * (byMonth ? Int64(date.yearMonth.dayCount) : 1)
    for group in group.map({ [$0] }) ?? Array(assumedGroups.indices) {
      let told = [
        (view.seats, Claim.Kind.seats, seats), (view.shifts, .shifts(kind), shifts),
        (view.hours, .hours(kind), minutes),
      ]
      for case (let column, let what, .some) in told {
        try claim(Claim(date: date, kind: what, subject: group), column, row)
      }
      var totals = StaffingTotals(seatDays: seatDays)
      totals.shifts[kind].addSaturating(shifts ?? 0)
      totals.minutes[kind].addSaturating(minutes ?? 0)
      people[PeopleDay(date: date, group: group), default: StaffingTotals()].add(totals)
    }
  }

  /// The kind written in the row; otherwise a legal day is one and any other day is ordinary.
  private func shiftKind(
    _ row: RecordRow, _ column: RecordColumn, _ date: CivilDate
  ) throws(RecordError) -> ShiftKind {
    guard let text = row.text(column) else {
      return !byMonth && ChineseWorkingDays.isStatutoryHoliday(date) == true
        ? .statutoryHoliday : .ordinary
    }
    guard let kind = ShiftKind(name: text) else {
      throw row.error(column, .notOneOf(text, allowed: ShiftKind.allCases.map(\.name)))
    }
    return kind
  }

  mutating func addShop(
    _ row: RecordRow, _ view: View, _ date: CivilDate
  ) throws(RecordError) {
    let sales = try row.positiveMoney(view.shopSales)
    let silent = try row.positiveMoney(view.silentSales)
    let refunds = try row.positiveMoney(view.shopRefunds)
    guard sales != nil || silent != nil || refunds != nil else { return }
    let told = [
      (view.shopSales, Claim.Kind.shopSales, sales), (view.silentSales, .silentSales, silent),
      (view.shopRefunds, .shopRefunds, refunds),
    ]
    for case (let column, let what, .some) in told {
      try claim(Claim(date: date, kind: what), column, row)
    }
    shop[date, default: ShopSales()].add(
      ShopSales(
        sales: sales ?? .zero, silentSales: silent ?? .zero, refunds: refunds ?? .zero))
  }

  mutating func addResult(
    _ row: RecordRow, _ view: View, _ month: YearMonth, _ result: Int?
  ) throws(RecordError) {
    guard let value = try row.decimal(view.value) else { return }
    guard let result else { throw row.error(view.result, .mustNotBeEmpty) }
    try claim(Claim(date: month.firstDay, kind: .value, subject: result), view.value, row)
    measured.append((result, month, Fraction(exactly: value)))
  }
}
