// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Money

/// One way in which a bill differs from what the contract makes of the usage.
package enum InvoiceDifference: Equatable, Sendable {
  /// The contract charges this and the bill does not.
  case missing(InvoiceLine)
  /// The bill charges this and the contract does not.
  case unexpected(InvoiceRecord)
  case quantity(InvoiceLine, InvoiceRecord)
  case price(InvoiceLine, InvoiceRecord)
  /// Quantity and price agree as far as they are written, the amount does not.
  case amount(InvoiceLine, InvoiceRecord)
  /// The bill's own lines sum to something else than it states.
  case sum(InvoiceSum, ofLines: Money)

  /// What the bill asks beyond the contract; negative if it asks too little. For a wrong sum, what it
  /// asks beyond its own lines.
  package var overcharge: Money {
    switch self {
    case .missing(let line): line.amount.negated
    case .unexpected(let record): record.amount
    case .quantity(let line, let record), .price(let line, let record),
      .amount(let line, let record):
      Money(fen: record.amount.fen - line.amount.fen)
    case .sum(let sum, let lines): Money(fen: sum.amount.fen - lines.fen)
    }
  }
}

package enum InvoiceAudit {
  /// Every difference between a bill and the computed invoices: its lines, then its sums.
  ///
  /// - Parameter contract: Whose seats may be billed by the dates on which they were added.
  package static func compare(
    _ invoices: Invoices, against bill: ReceivedInvoice, of contract: Contract? = nil
  ) throws(PricingError) -> [InvoiceDifference] {
    var differences = compare(invoices, against: bill.lines, of: contract)
    for sum in bill.sums {
      let concerned = bill.lines.filter { sum.month == nil || $0.month == sum.month }
      let lines = try Money.sum(concerned.map(\.amount))
      if lines != sum.amount { differences.append(.sum(sum, ofLines: lines)) }
    }
    return differences
  }

  /// Every difference between a bill and the computed invoices, line by line.
  ///
  /// Lines belong together by month and clause; within these by equal amounts first, then equal
  /// prices, then their order. A bill may write a price with its surcharges in it, and seats by the
  /// dates on which they came: of the ways to read the contract's lines the one with the fewest
  /// differences counts. The overcharges sum to the difference of the totals, but for the rounding of
  /// lines that the bill writes as one or in parts.
  package static func compare(
    _ invoices: Invoices, against records: [InvoiceRecord], of contract: Contract? = nil
  ) -> [InvoiceDifference] {
    struct Key: Hashable {
      var month: YearMonth
      var clause: String
    }
    var bills: [Key: [InvoiceRecord]] = [:]
    for record in records {
      bills[Key(month: record.month, clause: record.clause), default: []].append(record)
    }
    var groups: [(key: Key, lines: [InvoiceLine])] = []
    for line in invoices.lines {
      let key = Key(month: line.month, clause: invoices.clauseName(of: line))
      if let index = groups.lastIndex(where: { $0.key == key }) {
        groups[index].lines.append(line)
      } else {
        groups.append((key, [line]))
      }
    }
    var differences: [InvoiceDifference] = []
    for group in groups {
      let own = bills.removeValue(forKey: group.key) ?? []
      let served = invoices.months.first { $0.month == group.key.month }?.served
      let seats = contract.flatMap { $0.agreedSeats(ofClause: group.lines[0].clause) }
      let parts = served.flatMap { seats?.parts(of: group.lines, over: $0) }
      var best = compare(group.lines, own)
      for lines in [group.lines, parts].compactMap(\.self) where !best.isEmpty {
        let joined = lines.joined(as: own)
        for reading in [lines, joined, lines.merged, joined.merged] {
          let found = compare(reading, own)
          if found.count < best.count { best = found }
        }
      }
      differences += best
    }
    let rest = bills.values.joined().sorted { $0.line < $1.line }
    return differences + rest.map { .unexpected($0) }
  }

  private static func compare(
    _ lines: [InvoiceLine], _ records: [InvoiceRecord]
  ) -> [InvoiceDifference] {
    // A bill may state the sum of a clause's lines alone.
    if lines.count > 1, records.count == 1, records[0].quantity == nil, records[0].price == nil,
      (try? Money.sum(lines.map(\.amount))) == records[0].amount
    {
      return []
    }
    var open = records
    var partners = [InvoiceRecord?](repeating: nil, count: lines.count)
    let rules: [(InvoiceLine, InvoiceRecord) -> Bool] = [
      { $0.amount == $1.amount && agreesOnPrice($0, $1) },
      { $0.amount == $1.amount },
      { $1.price != nil && agreesOnPrice($0, $1) },
      { _, _ in true },
    ]
    for rule in rules {
      for (index, line) in lines.enumerated() where partners[index] == nil {
        if let found = open.firstIndex(where: { rule(line, $0) }) {
          partners[index] = open.remove(at: found)
        }
      }
    }
    var differences: [InvoiceDifference] = []
    for (line, partner) in zip(lines, partners) {
      guard let record = partner else {
        if line.amount != .zero { differences.append(.missing(line)) }
        continue
      }
      if !agreesOnPrice(line, record) {
        differences.append(.price(line, record))
      } else if !agreesOnQuantity(line, record) {
        differences.append(.quantity(line, record))
      } else if line.amount != record.amount {
        differences.append(.amount(line, record))
      }
    }
    return differences + open.map { .unexpected($0) }
  }

  private static func agreesOnPrice(_ line: InvoiceLine, _ record: InvoiceRecord) -> Bool {
    record.price.map { $0 == line.price || $0 == line.price.inYuan } ?? true
  }

  private static func agreesOnQuantity(_ line: InvoiceLine, _ record: InvoiceRecord) -> Bool {
    guard let quantity = record.quantity else { return true }
    if line.quantity.rounded(toPlaces: record.quantityPlaces) == quantity { return true }
    // Seats of a part of the month may be written as heads beside an amount by days.
    if case .seatsFrom(let count, _) = line.explanation {
      return Fraction(count) == Fraction(exactly: quantity) && line.amount == record.amount
    }
    return false
  }
}
