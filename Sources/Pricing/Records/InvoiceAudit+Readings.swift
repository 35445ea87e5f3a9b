// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money

/// Other ways to write the lines of one clause and month, as bills do.
extension [InvoiceLine] {
  /// The lines with surcharges put into the price, wherever the bill has such a price: 40 hours at 23
  /// and 50 % of 23 for the same 40 are 40 hours at 34.5.
  func joined(as records: [InvoiceRecord]) -> [InvoiceLine] {
    var lines = self
    var seen: [UnitPrice] = []
    for record in records {
      guard case .each(let price)? = record.price, !seen.contains(price) else { continue }
      seen.append(price)
      if lines.contains(where: { $0.price == .each(price) }) { continue }
      while let joined = lines.joined(into: price) { lines = joined }
    }
    return lines
  }

  /// One line for each price: ordinary and promotion hours at 23 are hours at 23.
  var merged: [InvoiceLine] {
    var lines: [InvoiceLine] = []
    for line in self {
      guard let index = lines.firstIndex(where: { $0.price == line.price && $0.unit == line.unit }),
        let quantity = try? lines[index].quantity.adding(line.quantity),
        let amount = try? line.price.amount(for: quantity)
      else {
        lines.append(line)
        continue
      }
      lines[index].quantity = quantity
      lines[index].amount = amount
    }
    return lines
  }

  /// One line at the price, taken from a line without surcharge and from all its surcharges; nil where
  /// none gives the price.
  private func joined(into price: UnitPrice) -> [InvoiceLine]? {
    for (index, line) in enumerated() {
      guard case .each(let base) = line.price, !line.quantity.isZero else { continue }
      let surcharges = indices.filter {
        guard case .shareOfPrice(_, of: base) = self[$0].price else { return false }
        return !self[$0].quantity.isZero
      }
      let choices = surcharges.map { [$0] } + [surcharges]
      guard let chosen = choices.first(where: { raised(base, by: $0) == price }),
        let quantity = ([index] + chosen).map({ self[$0].quantity }).min()
      else { continue }
      // Of several lines at the base price the one that the surcharge belongs to.
      let isOther = contains { $0.price == line.price && $0.quantity == quantity }
      if isOther, quantity != line.quantity { continue }
      return try? taking(quantity, from: [index] + chosen, at: price)
    }
    return nil
  }

  /// The price with the surcharges of some lines in it; nil where there are none or it is no exact
  /// decimal.
  private func raised(_ price: UnitPrice, by surcharges: [Int]) -> UnitPrice? {
    guard !surcharges.isEmpty else { return nil }
    var millionths = price.yuan.millionths
    for index in surcharges {
      guard case .each(let more)? = self[index].price.inYuan else { return nil }
      let (sum, overflow) = millionths.addingReportingOverflow(more.yuan.millionths)
      guard !overflow else { return nil }
      millionths = sum
    }
    return UnitPrice(yuan: ExactDecimal(millionths: millionths))
  }

  private func taking(
    _ quantity: Fraction, from parts: [Int], at price: UnitPrice
  ) throws(PricingError) -> [InvoiceLine] {
    var lines = self
    var joined = self[parts[0]]
    joined.quantity = quantity
    joined.price = .each(price)
    joined.amount = try price.amount(for: quantity)
    if let last = parts.last { joined.explanation = self[last].explanation }
    for part in parts {
      lines[part].quantity = try lines[part].quantity.subtracting(quantity)
      lines[part].amount = try lines[part].price.amount(for: lines[part].quantity)
    }
    return lines.filter { !$0.quantity.isZero } + [joined]
  }
}

extension LinePrice {
  /// A share of a price as the price that it is: 50 % of 23 are 11.5; nil where that is no exact
  /// decimal, or the price depends on an amount.
  var inYuan: LinePrice? {
    switch self {
    case .each: return self
    case .share: return nil
    case .shareOfPrice(let share, let price):
      let product = price.yuan.millionths.multipliedFullWidth(by: share.percent.millionths)
      let low = Int64(bitPattern: product.low)
      guard product.high == low >> 63, low.isMultiple(of: 100_000_000) else { return nil }
      return .each(UnitPrice(yuan: ExactDecimal(millionths: low / 100_000_000)))
    }
  }

  /// `quantity` × price, rounded once.
  fileprivate func amount(for quantity: Fraction) throws(PricingError) -> Money {
    switch self {
    case .each(let price): try price.amount(for: quantity)
    case .share(let share):
      try UnitPrice.yuan(1).amount(for: quantity.multiplied(by: share.fraction))
    case .shareOfPrice(let share, let price):
      try price.amount(for: quantity.multiplied(by: share.fraction))
    }
  }
}

/// The number of seats that a clause agrees on, with its changes.
struct AgreedSeats {
  var count: Int
  var changes: [SeatChange]

  private struct Part {
    var count: Int
    var days: ClosedRange<Int>
  }

  /// Lines in seat-months, cut into the seats that served the same days; nil where all did.
  func parts(of lines: [InvoiceLine], over served: DateSpan) -> [InvoiceLine]? {
    let parts = parts(over: served)
    guard parts.count > 1 else { return nil }
    var result: [InvoiceLine] = []
    for line in lines {
      guard line.unit == .seatMonths, let base = dayBase(of: lines) else {
        result.append(line)
        continue
      }
      for part in parts {
        var piece = line
        piece.quantity = Fraction(unchecked: Int64(part.count * part.days.count), base).reduced
        guard let amount = try? piece.price.amount(for: piece.quantity),
          let days = DateSpan(
            first: served.first.advanced(by: part.days.lowerBound),
            last: served.first.advanced(by: part.days.upperBound))
        else { return nil }
        piece.amount = amount
        piece.explanation = .seatsFrom(Int64(part.count), days)
        result.append(piece)
      }
    }
    return result
  }

  private func dayBase(of lines: [InvoiceLine]) -> Int64? {
    for line in lines {
      if case .seatDays(_, let base) = line.explanation { return base }
    }
    return nil
  }

  /// Who came last goes first.
  private func parts(over served: DateSpan) -> [Part] {
    let last = served.count - 1
    var parts = [Part(count: count, days: 0...last)]
    for change in changes.sorted(by: { $0.date < $1.date }) {
      let day = served.first.days(to: change.date)
      if !change.isReturn {
        if day <= 0 { parts[0].count += change.count }
        if (1...max(1, last)).contains(day), day <= last {
          parts.append(Part(count: change.count, days: day...last))
        }
        continue
      }
      guard day < last else { continue }
      var left = change.count
      for index in parts.indices.reversed() where left > 0 && parts[index].days.upperBound == last {
        let going = min(left, parts[index].count)
        left -= going
        parts[index].count -= going
        if day >= parts[index].days.lowerBound {
          parts.append(Part(count: going, days: parts[index].days.lowerBound...day))
        }
      }
    }
    return parts.filter { $0.count > 0 }
  }
}

extension Contract {
  /// The seats of a clause that agrees on their number.
  func agreedSeats(ofClause index: Int) -> AgreedSeats? {
    guard clauses.indices.contains(index) else { return nil }
    let source: SeatSource? =
      if case .seats(let clause) = clauses[index].terms {
        clause.seats
      } else if case .baseAndCommission(let clause) = clauses[index].terms {
        clause.seats
      } else {
        nil
      }
    guard case .agreed(let count, let changes)? = source, !changes.isEmpty else { return nil }
    return AgreedSeats(count: count, changes: changes)
  }
}
