// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Wording

/// How numbers of a sheet are meant: a date is a number of days there, and a percentage a fraction.
struct CellFormats {
  enum Kind { case number, date, time, dateAndTime, percent }

  /// By the number of a cell's style.
  private var kinds: [Kind] = []
  /// Whether days are counted from 1904, as old programs on the Macintosh did.
  var countsFrom1904 = false

  /// - Parameter styles: `xl/styles.xml`.
  init(styles: [UInt8]?) {
    guard let styles else { return }
    var scanner = XMLScanner(styles)
    var (codes, inCells): ([Int: String], Bool) = ([:], false)
    while let event = scanner.next() {
      switch event {
      case .start("numFmt", let attributes):
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
          codes[id] = attributes["formatCode"] ?? ""
        }
      case .start("cellXfs", _): inCells = true
      case .end("cellXfs"): inCells = false
      case .start("xf", let attributes) where inCells:
        let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        kinds.append(codes[id].map(Self.kind(code:)) ?? Self.kind(id: id))
      default: break
      }
    }
  }

  /// A cell's number as text: dates in ISO 8601, shares with a percent sign.
  func text(_ number: String, style: Int) -> String {
    guard let value = Double(number), value.isFinite else { return number }
    let kind = kinds.indices.contains(style) ? kinds[style] : .number
    switch kind {
    case .number: return Decimals.shortest(value)
    case .percent: return Decimals.shortest((value * 1e8).rounded() / 1e6) + "%"
    case .time where (0..<1).contains(value): return clock(value)
    case .time: return Decimals.shortest(value)
    case .date, .dateAndTime:
      guard value >= 1, value < 2_958_466 else { return Decimals.shortest(value) }
      let days = Int(value.rounded(.down))
      // Day 60 is a 29 February 1900 that never was: later ones are one too many.
      let origin = countsFrom1904 ? -24_107 : (days > 60 ? -25_569 : -25_568)
      let date = CivilDate(dayNumber: days + origin).description
      let isWhole = value == value.rounded()
      return kind == .date || isWhole ? date : date + " " + clock(value - Double(days))
    }
  }

  private func clock(_ share: Double) -> String {
    let second = min(86_399, Int((share * 86_400).rounded()))
    return [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// The formats that every program knows by number (ECMA-376, part 1, 18.8.30), Chinese ones among them.
  private static func kind(id: Int) -> Kind {
    switch id {
    case 9, 10: .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: .date
    case 18...21, 32...35, 45...47, 55, 56: .time
    case 22: .dateAndTime
    default: .number
    }
  }

  private static func kind(code: String) -> Kind {
    var plain = ""
    var (isQuoted, isBracketed) = (false, false)
    for character in code.lowercased() {
      switch character {
      case "\"": isQuoted.toggle()
      case "[": isBracketed = true
      case "]": isBracketed = false
      default: if !isQuoted, !isBracketed { plain.append(character) }
      }
    }
    if plain.contains("%") { return .percent }
    let hasDay = plain.contains("y") || plain.contains("d")
    let hasTime = plain.contains("h") || plain.contains("s")
    return switch (hasDay, hasTime) {
    case (true, true): .dateAndTime
    case (true, false): .date
    case (false, true): .time
    case (false, false): .number
    }
  }
}
